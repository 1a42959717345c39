// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/panels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

namespace reluscope {
namespace {

/// inputs, outputs.
using Shape = std::tuple<std::size_t, std::size_t>;

// Tiles of every height.
constexpr std::size_t exampleCounts[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 31};

class Panels : public testing::TestWithParam<Shape> {
  protected:
    PanelShape shape() const { return {std::get<1>(GetParam()), std::get<0>(GetParam())}; }
};

/// Small multiples of 1/8: sums of their products are exact in both precisions.
template <class Real>
Real entry(std::size_t seed) {
    return static_cast<Real>(static_cast<int>(seed * 2654435761U % 41U) - 20) / 8;
}

template <class Real>
Real weight(std::size_t out, std::size_t in) {
    return entry<Real>(31 * out + 7 * in + 3);
}

template <class Real>
std::vector<Real> weightPanels(PanelShape shape) {
    std::vector<Real> panels(shape.size());
    for (std::size_t out = 0; out < shape.outputs; ++out) {
        for (std::size_t in = 0; in < shape.inputs; ++in) {
            panels[shape.index(out, in)] = weight<Real>(out, in);
        }
    }
    return panels;
}

/// Rows with something between their end and the next that must not be read.
template <class Real>
std::vector<Real> rows(std::size_t count, std::size_t width, std::size_t stride, Real between) {
    std::vector<Real> values(count * stride, between);
    for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t column = 0; column < width; ++column) {
            values[row * stride + column] = entry<Real>(13 * row + column + 1);
        }
    }
    return values;
}

constexpr double untouched = 77;

/// The panels of so many outputs in two goes, as two threads would take them.
std::array<Range, 2> halves(std::size_t outputs) {
    const std::size_t panels = panelCount(outputs);
    return {Range{panels / 2, panels}, Range{0, panels / 2}};
}

/// What a product is made of, and room for one row more than it has.
template <class Real>
struct Product {
    PanelShape shape;
    std::size_t examples;
    std::size_t width = paddedWidth(shape.outputs);
    std::size_t stride = shape.inputs + 3;
    std::vector<Real> w = weightPanels<Real>(shape);
    std::vector<Real> a =
        rows<Real>(examples, shape.inputs, stride, std::numeric_limits<Real>::quiet_NaN());
    std::vector<Real> z = std::vector<Real>((examples + 1) * width, Real(untouched));

    Real sum(std::size_t example, std::size_t out) const {
        Real expected = 0;
        for (std::size_t in = 0; out < shape.outputs && in < shape.inputs; ++in) {
            expected += weight<Real>(out, in) * a[example * stride + in];
        }
        return expected;
    }
    void expectRestUntouched() const {
        EXPECT_TRUE(std::all_of(z.end() - static_cast<std::ptrdiff_t>(width), z.end(),
                                [](Real value) { return value == Real(untouched); }));
    }
};

template <class Real>
void testMultiply(PanelShape shape, std::size_t examples) {
    Product<Real> product{shape, examples};
    std::vector<Real> bias(product.width);
    for (std::size_t out = 0; out < shape.outputs; ++out) {
        bias[out] = entry<Real>(out + 5);
    }
    for (const Range panels : halves(shape.outputs)) {
        multiply<Real>(shape, panels, product.w, bias, {product.a.data(), product.stride, examples},
                       product.z);
    }
    for (std::size_t example = 0; example < examples; ++example) {
        for (std::size_t out = 0; out < product.width; ++out) {
            ASSERT_EQ(product.z[example * product.width + out],
                      product.sum(example, out) + bias[out])
                << example << ", " << out;
        }
    }
    product.expectRestUntouched();
}

TEST_P(Panels, Multiply) {
    for (const std::size_t examples : exampleCounts) {
        testMultiply<float>(shape(), examples);
        testMultiply<double>(shape(), examples);
    }
}

template <class Real>
void testMultiplyScaled(PanelShape shape, std::size_t examples) {
    for (const bool isScaled : {false, true}) {
        Product<Real> product{shape, examples};
        const auto factor = isScaled ? rows<Real>(examples, product.width, product.width, Real{0})
                                     : std::vector<Real>{};
        for (const Range panels : halves(shape.outputs)) {
            multiplyScaled<Real>(shape, panels, product.w,
                                 {product.a.data(), product.stride, examples}, factor, product.z);
        }
        for (std::size_t i = 0; i < examples * product.width; ++i) {
            ASSERT_EQ(product.z[i], product.sum(i / product.width, i % product.width) *
                                        (isScaled ? factor[i] : Real{1}));
        }
        product.expectRestUntouched();
    }
}

TEST_P(Panels, MultiplyScaled) {
    for (const std::size_t examples : exampleCounts) {
        testMultiplyScaled<float>(shape(), examples);
        testMultiplyScaled<double>(shape(), examples);
    }
}

/// The gradient by the products of one delta and one a.
template <class Real>
void testGradient(PanelShape shape, std::size_t examples) {
    const std::size_t width = paddedWidth(shape.outputs);
    const std::size_t stride = shape.inputs + 2;
    const auto a =
        rows<Real>(examples, shape.inputs, stride, std::numeric_limits<Real>::quiet_NaN());
    const auto delta = rows<Real>(examples, shape.outputs, width, Real{0});
    const Rows<Real> allDelta{delta.data(), width, examples};
    const Rows<Real> allA{a.data(), stride, examples};
    const Descent<Real> descent{Real(0.5), Real(0.25)};

    std::vector<Real> gradient(shape.size() + 1, Real(untouched));
    std::vector<Real> biasGradient(width, Real(untouched));
    std::vector<Real> w = weightPanels<Real>(shape);
    std::vector<Real> biases(width, Real(2));
    for (const Range panels : halves(shape.outputs)) {
        multiplyTransposed<Real>(shape, panels, allDelta, allA, gradient, biasGradient);
        descend<Real>(shape, panels, allDelta, allA, descent, w, biases);
    }
    for (std::size_t out = 0; out < width; ++out) {
        for (std::size_t in = 0; in < shape.inputs; ++in) {
            Real expected = 0;
            for (std::size_t example = 0; example < examples; ++example) {
                expected += delta[example * width + out] * a[example * stride + in];
            }
            ASSERT_EQ(gradient[shape.index(out, in)], expected) << out << ", " << in;
            Real descended = out < shape.outputs ? weight<Real>(out, in) : Real{0};
            descent.update(descended, expected);
            ASSERT_EQ(w[shape.index(out, in)], descended) << out << ", " << in;
        }
        Real expected = 0;
        for (std::size_t example = 0; example < examples; ++example) {
            expected += delta[example * width + out];
        }
        ASSERT_EQ(biasGradient[out], expected) << out;
        Real descended = 2;
        descent.update(descended, expected);
        ASSERT_EQ(biases[out], descended) << out;
    }
    EXPECT_EQ(gradient.back(), Real(untouched));
}

TEST_P(Panels, MultiplyTransposedAndDescend) {
    for (const std::size_t examples : exampleCounts) {
        testGradient<float>(shape(), examples);
        testGradient<double>(shape(), examples);
    }
}

template <class Real>
void testTranspose(PanelShape shape) {
    const PanelShape to = shape.transposed();
    std::vector<Real> transposed(to.size() + 1, Real(untouched));
    for (const Range panels : halves(shape.inputs)) {
        transpose<Real>(shape, panels, weightPanels<Real>(shape), transposed);
    }
    for (std::size_t in = 0; in < paddedWidth(shape.inputs); ++in) {
        for (std::size_t out = 0; out < shape.outputs; ++out) {
            ASSERT_EQ(transposed[to.index(in, out)],
                      in < shape.inputs ? weight<Real>(out, in) : Real{0});
        }
    }
    EXPECT_EQ(transposed.back(), Real(untouched));
}

TEST_P(Panels, Transpose) {
    testTranspose<float>(shape());
    testTranspose<double>(shape());
}

/// All that is added up for one example is added in the same order, wherever it stands.
TEST(Multiply, GivesAnExampleTheSameBitsAnywhere) {
    constexpr PanelShape shape{21, 50};
    const std::size_t width = paddedWidth(shape.outputs);
    std::vector<float> w(shape.size());
    std::vector<float> example(shape.inputs);
    for (std::size_t i = 0; i < w.size(); ++i) {
        w[i] = std::sin(static_cast<float>(i));
    }
    for (std::size_t i = 0; i < example.size(); ++i) {
        example[i] = std::cos(static_cast<float>(i));
    }
    const std::vector<float> bias(width, 0.1F);
    std::vector<float> alone(width);
    multiply<float>(shape, {0, 2}, w, bias, {example.data(), shape.inputs, 1}, alone);
    for (const std::size_t count : exampleCounts) {
        std::vector<float> batch;
        for (std::size_t i = 0; i < count; ++i) {
            batch.insert(batch.end(), example.begin(), example.end());
        }
        std::vector<float> z(count * width);
        multiply<float>(shape, {0, 2}, w, bias, {batch.data(), shape.inputs, count}, z);
        for (std::size_t i = 0; i < z.size(); ++i) {
            ASSERT_EQ(z[i], alone[i % width]) << "example " << i / width << " of " << count;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shapes, Panels,
                         testing::Combine(testing::Values(1, 3, 6, 8, 9, 17, 30),
                                          testing::Values(1, 3, 8, 9, 17, 33, 64)));

TEST(PanelShape, GivesEachEntryAPlaceOfItsOwn) {
    for (const std::size_t inputs : {1U, 3U, 9U}) {
        for (const std::size_t outputs : {1U, 8U, 9U, 17U}) {
            const PanelShape shape{outputs, inputs};
            std::vector<int> taken(shape.size());
            for (std::size_t out = 0; out < outputs; ++out) {
                for (std::size_t in = 0; in < inputs; ++in) {
                    EXPECT_EQ(taken.at(shape.index(out, in))++, 0);
                }
            }
        }
    }
}

} // namespace
} // namespace reluscope
