// SPDX-License-Identifier: GPL-3.0-or-later
// What a function looks like for its parameters: range, monotony, smoothness, tails, centring.
#include "core/activation/flat_tails.h"
#include "core/activation/zero_centring.h"
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reluscope {
namespace {

using test::activation;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Near 0 in steps that suit the function, and far out.
std::vector<double> wideGrid(const Activation& own) {
    std::vector<double> grid = test::everyMagnitude<double>();
    const double bend = test::bendOf(own);
    for (int i = -2000; i <= 2000; ++i) {
        grid.push_back(i * 1e-2 * bend);
        grid.push_back(i * 1e-2);
    }
    return grid;
}

class ShapeForParameters : public testing::TestWithParam<Activation> {};

TEST_P(ShapeForParameters, OutputsFillTheRange) {
    const Activation& own = GetParam();
    const auto f = test::valueOf(own, wideGrid(own));
    const auto [least, most] = std::ranges::minmax(f);
    const OutputRange range = own.outputs();
    const double between = 2e-5 * std::max(1.0, std::abs(least)); // two points of the grid
    if (std::isfinite(range.lower)) {
        EXPECT_NEAR(least, range.lower, between);
        EXPECT_GE(least, range.lower - 1e-15 * std::abs(range.lower));
    } else {
        EXPECT_LT(least, -1e30);
        EXPECT_FALSE(range.reachesLower);
    }
    if (std::isfinite(range.upper)) {
        EXPECT_NEAR(most, range.upper, between);
        EXPECT_LE(most, range.upper);
    } else {
        EXPECT_GT(most, 1e30);
        EXPECT_FALSE(range.reachesUpper);
    }
}

TEST_P(ShapeForParameters, IsMonotoneWhereTheSlopeNeverFallsBelowZero) {
    const Activation& own = GetParam();
    const auto slope = test::derivativeOf(own, wideGrid(own));
    EXPECT_EQ(own.isMonotone(), std::ranges::min(slope) >= 0);
}

TEST_P(ShapeForParameters, IsKinkedWhereTheSlopeJumps) {
    const Activation& own = GetParam();
    double jump = 0;
    for (const double kink : own.info->kinks) {
        const double before = test::derivativeAt(own, std::nextafter(kink, -infinity));
        const double after = test::derivativeAt(own, std::nextafter(kink, infinity));
        jump = std::max(jump, std::abs(after - before));
    }
    EXPECT_EQ(own.smoothness() == Smoothness::Kinked, jump > 1e-9);
}

TEST_P(ShapeForParameters, TailsAreFlatAndEndWhereTheSlopeBegins) {
    const Activation& own = GetParam();
    constexpr double share = 0.01;
    const double threshold = share * own.supDerivative();
    const FlatTails tails = flatTails(own, share);
    const auto expectTail = [&](const std::optional<FlatTail>& tail, double outward) {
        if (!tail) {
            return;
        }
        const double hair = 1e-6 * std::max(1e-3, std::abs(tail->edge));
        for (const double distance : {hair, 0.5, 3.0, 100.0, 1e5, 1e30}) {
            const double at = tail->edge + outward * distance;
            EXPECT_LT(std::abs(test::derivativeAt(own, at)), threshold) << "at " << at;
        }
        const double within = tail->edge - outward * hair;
        EXPECT_GE(std::abs(test::derivativeAt(own, within)), threshold * (1 - 1e-5));
    };
    expectTail(tails.lower, -1);
    expectTail(tails.upper, 1);
    EXPECT_EQ((tails.lower && tails.lower->exactly) || (tails.upper && tails.upper->exactly),
              own.hasZeroSet());
    // What has no tail is steep somewhere far out.
    const auto isSteepBeyond = [&](double outward) {
        for (int i = 0; i < 100; ++i) {
            if (std::abs(test::derivativeAt(own, outward * (1e12 + i))) >= threshold) {
                return true;
            }
        }
        return false;
    };
    EXPECT_NE(tails.lower.has_value(), isSteepBeyond(-1));
    EXPECT_NE(tails.upper.has_value(), isSteepBeyond(1));
}

INSTANTIATE_TEST_SUITE_P(Every, ShapeForParameters, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

TEST(Range, FollowsTheParameters) {
    EXPECT_EQ(activation("relu").outputs(), (OutputRange{0, infinity, true, false}));
    EXPECT_EQ(activation("elu", 2.5).outputs(), (OutputRange{-2.5, infinity, false, false}));
    EXPECT_EQ(activation("leaky_relu", 0.1).outputs(),
              (OutputRange{-infinity, infinity, false, false}));
    EXPECT_EQ(activation("leaky_relu", 0).outputs(), (OutputRange{0, infinity, true, false}));
    EXPECT_EQ(activation("leaky_relu", -0.5).outputs(), (OutputRange{0, infinity, true, false}));
    EXPECT_NEAR(activation("silu", 2).outputs().lower, -0.13923, 5e-6);
    EXPECT_EQ(activation("silu", 0).outputs().lower, -infinity);
}

/// The text for people has the brackets of the range for the defaults.
TEST(Range, IsWrittenWithItsEnds) {
    for (const ActivationInfo& info : activationTable()) {
        const OutputRange range = Activation(info).outputs();
        EXPECT_EQ(info.range.starts_with('['), range.reachesLower) << info.id;
        EXPECT_EQ(info.range.ends_with(']'), range.reachesUpper) << info.id;
        EXPECT_EQ(info.range.starts_with("(−∞"), range.lower == -infinity) << info.id;
        EXPECT_EQ(info.range.ends_with("∞)"), range.upper == infinity) << info.id;
    }
}

void expectTails(const Activation& own, std::optional<FlatTail> lower,
                 std::optional<FlatTail> upper, double share = 0.01) {
    const FlatTails tails = flatTails(own, share);
    const auto name = testing::PrintToString(own);
    const auto expectTail = [&](const std::optional<FlatTail>& actual,
                                const std::optional<FlatTail>& expected) {
        ASSERT_EQ(actual.has_value(), expected.has_value()) << name;
        if (actual) {
            EXPECT_NEAR(actual->edge, expected->edge, 5e-4) << name;
            EXPECT_EQ(actual->exactly, expected->exactly) << name;
        }
    };
    expectTail(tails.lower, lower);
    expectTail(tails.upper, upper);
}

TEST(FlatTails, LieWhereTheFormulaSays) {
    const std::optional<FlatTail> none;
    expectTails(activation("relu"), FlatTail{0, true}, none);
    expectTails(activation("relu6"), FlatTail{0, true}, FlatTail{6, true});
    expectTails(activation("hardtanh"), FlatTail{-1, true}, FlatTail{1, true});
    expectTails(activation("hardswish"), FlatTail{-3, true}, none);
    expectTails(activation("leaky_relu", 0.1), none, none);
    expectTails(activation("leaky_relu", 0.005), FlatTail{0, false}, none);
    expectTails(activation("leaky_relu", 0), FlatTail{0, true}, none);
    expectTails(activation("elu"), FlatTail{std::log(0.01), false}, none);
    expectTails(activation("elu", 0.5), FlatTail{std::log(0.02), false}, none);
    expectTails(activation("celu", 2), FlatTail{2 * std::log(0.01), false}, none);
    expectTails(activation("softsign"), FlatTail{-9, false}, FlatTail{9, false});
    expectTails(activation("sigmoid"), FlatTail{-5.98645, false}, FlatTail{5.98645, false});
    expectTails(activation("sine"), none, none);
    expectTails(activation("identity"), none, none);
}

TEST(FlatTails, IncludeTheZeroSetAtAShareOf0) {
    const std::optional<FlatTail> none;
    expectTails(activation("relu"), FlatTail{0, true}, none, 0);
    expectTails(activation("relu6"), FlatTail{0, true}, FlatTail{6, true}, 0);
    expectTails(activation("hardswish"), FlatTail{-3, true}, none, 0);
    // So far out f' is 0 in double, yet not by its formula.
    expectTails(activation("sigmoid"), none, none, 0);
    expectTails(activation("elu"), none, none, 0);
}

void expectCentring(double mean, ZeroCentred word, const Activation& own) {
    const ActivationMoments moments = momentsOf(sampleUnder(own, NormalInput{}));
    const auto name = testing::PrintToString(own);
    EXPECT_NEAR(moments.value, mean, 6e-5) << name;
    EXPECT_EQ(zeroCentred(moments), word) << name;
}

TEST(Centring, IsToldByTheMeanUnderANormalInput) {
    expectCentring(0.39894, ZeroCentred::No, activation("relu"));
    expectCentring(0.35905, ZeroCentred::No, activation("leaky_relu", 0.1));
    expectCentring(0.03989, ZeroCentred::Nearly, activation("leaky_relu", 0.9));
    expectCentring(0, ZeroCentred::Yes, activation("leaky_relu", 1));
    expectCentring(0.16052, ZeroCentred::Nearly, activation("elu"));
    expectCentring(0, ZeroCentred::Yes, activation("selu"));
    expectCentring(0.20662, ZeroCentred::No, activation("silu"));
    expectCentring(0.28209, ZeroCentred::No, activation("gelu"));
    expectCentring(0.5, ZeroCentred::No, activation("sigmoid"));
    expectCentring(0, ZeroCentred::Yes, activation("tanh"));
    expectCentring(0, ZeroCentred::Yes, activation("identity"));
}

TEST(Centring, KnowsTheSpreadOfTheOutput) {
    const auto deviation = [](const Activation& own) {
        return momentsOf(sampleUnder(own, NormalInput{})).deviation();
    };
    EXPECT_NEAR(deviation(activation("identity")), 1, 1e-9);
    EXPECT_NEAR(deviation(activation("relu")), 0.58381, 1e-5);
    EXPECT_NEAR(deviation(activation("silu", 0)), 0.5, 1e-9);
}

} // namespace
} // namespace reluscope
