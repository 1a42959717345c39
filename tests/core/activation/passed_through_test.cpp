// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for every function and every number: finite, infinite, NaN, in place.
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <type_traits>

namespace reluscope {
namespace {

class PassedThrough : public testing::TestWithParam<Activation> {};

template <class Real>
auto bits(Real x) {
    return std::bit_cast<std::conditional_t<sizeof(Real) == 4, std::uint32_t, std::uint64_t>>(x);
}

template <class Real>
void expectFinite(const Activation& activation) {
    const auto z = test::everyMagnitude<Real>();
    const auto f = test::valueOf(activation, z);
    const auto df = test::derivativeOf(activation, z);
    for (std::size_t i = 0; i < z.size(); ++i) {
        ASSERT_TRUE(std::isfinite(f[i])) << "f(" << z[i] << ") = " << f[i];
        ASSERT_TRUE(std::isfinite(df[i])) << "f'(" << z[i] << ") = " << df[i];
    }
}

TEST_P(PassedThrough, FiniteNumbersStayFinite) {
    expectFinite<float>(GetParam());
    expectFinite<double>(GetParam());
}

/// At infinity f and f' are what they are at the largest number, or f is infinite, too.
template <class Real>
void expectLimits(const Activation& activation) {
    using Limits = std::numeric_limits<Real>;
    for (const Real sign : {Real{1}, Real{-1}}) {
        const Real end = sign * Limits::infinity();
        const Real last = sign * Limits::max();
        Real limit = test::valueAt(activation, last);
        if (std::abs(limit) > 1e6) {
            limit = std::copysign(Limits::infinity(), limit);
        }
        EXPECT_EQ(test::valueAt(activation, end), limit) << "f(" << end << ")";
        EXPECT_EQ(test::derivativeAt(activation, end), test::derivativeAt(activation, last))
            << "f'(" << end << ")";
    }
}

TEST_P(PassedThrough, InfiniteNumbersGiveTheLimit) {
    if (GetParam().info->id == "sine") {
        GTEST_SKIP() << "has none";
    }
    expectLimits<float>(GetParam());
    expectLimits<double>(GetParam());
}

template <class Real>
void expectNan(const Activation& activation) {
    // In all places of a vector, with other numbers around it.
    for (std::size_t place = 0; place < 19; ++place) {
        std::vector<Real> z(19, Real{-1});
        z[place] = std::numeric_limits<Real>::quiet_NaN();
        const auto f = test::valueOf(activation, z);
        const auto df = test::derivativeOf(activation, z);
        std::vector<Real> trained(19);
        std::vector<Real> slopes(19);
        activation.info->kernels<Real>().valueAndSlope(activation.leading<Real>(), z, trained,
                                                       slopes);
        for (std::size_t i = 0; i < z.size(); ++i) {
            EXPECT_EQ(std::isnan(f[i]), i == place);
            EXPECT_EQ(std::isnan(df[i]), i == place);
            EXPECT_EQ(std::isnan(trained[i]), i == place);
            EXPECT_EQ(std::isnan(slopes[i]), i == place);
        }
    }
}

TEST_P(PassedThrough, NanStaysNan) {
    expectNan<float>(GetParam());
    expectNan<double>(GetParam());
}

template <class Real>
void expectSameInPlace(const Activation& activation) {
    auto z = test::everyMagnitude<Real>();
    for (int i = -999; i < 1000; ++i) {
        z.push_back(static_cast<Real>(i * 0.0137));
    }
    const auto original = z;
    const auto f = test::valueOf(activation, z);
    EXPECT_EQ(z, original) << "out of place leaves its argument alone";
    activation.applyInPlace(std::span(z));
    for (std::size_t i = 0; i < z.size(); ++i) {
        ASSERT_EQ(bits(z[i]), bits(f[i])) << "at " << original[i];
    }
}

TEST_P(PassedThrough, InPlaceIsOutOfPlace) {
    expectSameInPlace<float>(GetParam());
    expectSameInPlace<double>(GetParam());
}

template <class Real>
void expectSameAlone(const Activation& activation) {
    // Vector loops and their remainders must agree, also beside numbers that take another way.
    std::vector<Real> z = test::everyMagnitude<Real>();
    for (int i = 0; i < 37; ++i) {
        z.push_back(static_cast<Real>(-4.5 + 0.25 * i));
    }
    const auto f = test::valueOf(activation, z);
    const auto df = test::derivativeOf(activation, z);
    for (std::size_t i = 0; i < z.size(); ++i) {
        EXPECT_EQ(bits(test::valueAt(activation, z[i])), bits(f[i])) << "at " << z[i];
        EXPECT_EQ(bits(test::derivativeAt(activation, z[i])), bits(df[i])) << "at " << z[i];
    }
}

TEST_P(PassedThrough, ResultsDoNotDependOnThePlace) {
    expectSameAlone<float>(GetParam());
    expectSameAlone<double>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Every, PassedThrough, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

} // namespace
} // namespace reluscope
