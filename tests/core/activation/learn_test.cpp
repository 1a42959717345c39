// SPDX-License-Identifier: GPL-3.0-or-later
// The gradient by the first parameter, of every function that can learn it.
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace reluscope {
namespace {

constexpr std::size_t columns = 27; // blocks of 16 and of 8 columns, and single ones
constexpr std::size_t rows = 11;

/// Rows of z, on both sides of 0 in each column, and none at a kink.
std::vector<double> someRows() {
    std::vector<double> z;
    for (std::size_t i = 0; i < rows * columns; ++i) {
        z.push_back(6 * std::sin(1.7 * static_cast<double>(i) + 0.4));
    }
    return z;
}

/// A delta for each z.
std::vector<double> someDeltas() {
    std::vector<double> delta;
    for (std::size_t i = 0; i < rows * columns; ++i) {
        delta.push_back(std::cos(0.9 * static_cast<double>(i)));
    }
    return delta;
}

class Learn : public testing::TestWithParam<Activation> {
  protected:
    const ActivationKernels<double>& kernels = GetParam().info->doublePrecision;
    std::vector<double> z = someRows();
    std::vector<double> delta = someDeltas();

    /// Σ delta f(z), whose gradient by p is what `learn` adds up.
    double weightedSum(const std::vector<double>& p) const {
        std::vector<double> f(z.size());
        kernels.value(p, z, f);
        double sum = 0;
        for (std::size_t i = 0; i < f.size(); ++i) {
            sum += delta[i] * f[i];
        }
        return sum;
    }

    void expectCentralDifferences(const std::vector<double>& p) const {
        constexpr double before = 0.5; // of other batches, say: it is added to
        std::vector<double> gradient(p.size(), before);
        kernels.learn(p, z, delta, gradient);
        for (std::size_t i = 0; i < p.size(); ++i) {
            const double step = 1e-6 * std::max(1.0, std::abs(p[i]));
            auto above = p;
            auto below = p;
            above[i] += step;
            below[i] -= step;
            EXPECT_NEAR(gradient[i] - before,
                        (weightedSum(above) - weightedSum(below)) / (above[i] - below[i]), 1e-7)
                << "by parameter " << i << " of " << p.size();
        }
    }
};

TEST_P(Learn, SharedIsTheCentralDifference) {
    expectCentralDifferences({GetParam().parameters[0]});
}

TEST_P(Learn, PerColumnIsTheCentralDifference) {
    std::vector<double> p(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        p[i] = GetParam().parameters[0] + 0.25 * static_cast<double>(i % 3);
    }
    expectCentralDifferences(p);
}

TEST_P(Learn, LetsANanThrough) {
    z[columns] = std::nan("");
    std::vector<double> gradient(columns, 0.0);
    kernels.learn(std::vector<double>(columns, GetParam().parameters[0]), z, delta, gradient);
    EXPECT_TRUE(std::isnan(gradient[0]));
    EXPECT_TRUE(std::isfinite(gradient[1]) && std::isfinite(gradient[2]));
}

std::vector<Activation> everyOneThatCanLearn() {
    auto all = test::everyActivation();
    std::erase_if(all, [](const Activation& activation) {
        return activation.info->doublePrecision.learn == nullptr;
    });
    return all;
}

INSTANTIATE_TEST_SUITE_P(Every, Learn, testing::ValuesIn(everyOneThatCanLearn()),
                         test::ActivationName{});

TEST(LearnAtAll, IsPossibleWhereTheParametersAskForIt) {
    for (const Activation& activation : test::everyActivation()) {
        const bool canLearn = activation.info->doublePrecision.learn != nullptr;
        EXPECT_EQ(activation.info->singlePrecision.learn != nullptr, canLearn);
        EXPECT_TRUE(canLearn || activation.learning() == Learning::None)
            << testing::PrintToString(activation);
    }
}

} // namespace
} // namespace reluscope
