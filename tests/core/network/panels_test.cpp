// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/panels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

namespace reluscope {
namespace {

/// inputs, outputs.
using Shape = std::tuple<std::size_t, std::size_t>;

constexpr std::size_t exampleCounts[]{1, 5, 6, 13};

class Panels : public testing::TestWithParam<Shape> {
  protected:
    std::size_t inputs() const { return std::get<0>(GetParam()); }
    std::size_t outputs() const { return std::get<1>(GetParam()); }
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
std::vector<Real> weightPanels(std::size_t inputs, std::size_t outputs) {
    std::vector<Real> panels(paddedWidth(outputs) * inputs);
    for (std::size_t out = 0; out < outputs; ++out) {
        for (std::size_t in = 0; in < inputs; ++in) {
            panels[panelIndex(out, in, inputs)] = weight<Real>(out, in);
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

template <class Real>
void testMultiply(std::size_t inputs, std::size_t outputs, std::size_t examples, bool hasBias) {
    const std::size_t width = paddedWidth(outputs);
    const std::size_t stride = inputs + 3;
    const auto a = rows<Real>(examples, inputs, stride, std::numeric_limits<Real>::quiet_NaN());
    std::vector<Real> bias(hasBias ? width : 0);
    for (std::size_t out = 0; hasBias && out < outputs; ++out) {
        bias[out] = entry<Real>(out + 5);
    }
    std::vector<Real> z((examples + 1) * width, Real(untouched));
    multiply<Real>(weightPanels<Real>(inputs, outputs), inputs, outputs, bias, {a.data(), stride},
                   examples, z);
    for (std::size_t example = 0; example < examples; ++example) {
        for (std::size_t out = 0; out < width; ++out) {
            Real expected = hasBias ? bias[out] : Real{0};
            for (std::size_t in = 0; out < outputs && in < inputs; ++in) {
                expected += weight<Real>(out, in) * a[example * stride + in];
            }
            ASSERT_EQ(z[example * width + out], expected) << example << ", " << out;
        }
    }
    EXPECT_TRUE(std::all_of(z.end() - static_cast<std::ptrdiff_t>(width), z.end(),
                            [](Real value) { return value == Real(untouched); }));
}

TEST_P(Panels, Multiply) {
    for (const std::size_t examples : exampleCounts) {
        for (const bool hasBias : {false, true}) {
            testMultiply<float>(inputs(), outputs(), examples, hasBias);
            testMultiply<double>(inputs(), outputs(), examples, hasBias);
        }
    }
}

template <class Real>
void testMultiplyTransposed(std::size_t inputs, std::size_t outputs, std::size_t examples) {
    const std::size_t width = paddedWidth(outputs);
    const std::size_t stride = inputs + 2;
    const auto a = rows<Real>(examples, inputs, stride, std::numeric_limits<Real>::quiet_NaN());
    const auto delta = rows<Real>(examples, outputs, width, Real{0});
    std::vector<Real> gradient(width * inputs + 1, Real(untouched));
    multiplyTransposed<Real>({delta.data(), width}, {a.data(), stride}, examples, inputs, outputs,
                             gradient);
    for (std::size_t out = 0; out < width; ++out) {
        for (std::size_t in = 0; in < inputs; ++in) {
            Real expected = 0;
            for (std::size_t example = 0; example < examples; ++example) {
                expected += delta[example * width + out] * a[example * stride + in];
            }
            ASSERT_EQ(gradient[panelIndex(out, in, inputs)], expected) << out << ", " << in;
        }
    }
    EXPECT_EQ(gradient.back(), Real(untouched));
}

TEST_P(Panels, MultiplyTransposed) {
    for (const std::size_t examples : exampleCounts) {
        testMultiplyTransposed<float>(inputs(), outputs(), examples);
        testMultiplyTransposed<double>(inputs(), outputs(), examples);
    }
}

TEST_P(Panels, Transpose) {
    std::vector<float> transposed(paddedWidth(inputs()) * outputs(), float(untouched));
    transpose<float>(weightPanels<float>(inputs(), outputs()), inputs(), outputs(), transposed);
    for (std::size_t in = 0; in < paddedWidth(inputs()); ++in) {
        for (std::size_t out = 0; out < outputs(); ++out) {
            ASSERT_EQ(transposed[panelIndex(in, out, outputs())],
                      in < inputs() ? weight<float>(out, in) : 0.0F);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Shapes, Panels,
                         testing::Combine(testing::Values(1, 3, 6, 8, 9, 17),
                                          testing::Values(1, 3, 8, 9, 17)));

TEST(PanelIndex, GivesEachEntryAPlaceOfItsOwn) {
    for (const std::size_t inputs : {1U, 3U, 9U}) {
        for (const std::size_t outputs : {1U, 8U, 17U}) {
            std::vector<int> taken(paddedWidth(outputs) * inputs);
            for (std::size_t out = 0; out < outputs; ++out) {
                for (std::size_t in = 0; in < inputs; ++in) {
                    EXPECT_EQ(taken.at(panelIndex(out, in, inputs))++, 0);
                }
            }
        }
    }
}

} // namespace
} // namespace reluscope
