// SPDX-License-Identifier: GPL-3.0-or-later
// A walk through all floats, in steps that meet every sign, exponent and low bit.
#include "tests/core/activation/every_activation.h"
#include "tests/core/activation/ulps.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace reluscope {
namespace {

/// A prime, so that the low bits take all values.
constexpr std::uint64_t stepOfBits = 257;
constexpr std::uint64_t allBits = std::uint64_t{1} << 32;
constexpr std::size_t blockSize = 4096;

/// The next floats from `bits` on, which moves to the first that is not among them.
std::vector<float> nextBlock(std::uint64_t& bits) {
    std::vector<float> block;
    for (; block.size() < blockSize && bits < allBits; bits += stepOfBits) {
        block.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    }
    return block;
}

/// NaN for NaN, finite for finite, and as close to the double kernel as the definitions ask for.
bool isRight(float z, float single, double wide, double largerTerm = 0) {
    if (std::isnan(z)) {
        return std::isnan(single) && std::isnan(wide);
    }
    // Most are the nearest float, and comparing is faster than measuring.
    return std::isfinite(single) && std::isfinite(wide) &&
           (single == static_cast<float>(wide) ||
            test::errorInUlps(single, wide, largerTerm) <= test::allowedUlps);
}

class Exhaustive : public testing::TestWithParam<const ActivationInfo*> {};

TEST_P(Exhaustive, FloatIsAsAccurateAsDouble) {
    const Activation activation(*GetParam());
    for (std::uint64_t bits = 0; bits < allBits;) {
        const auto z = nextBlock(bits);
        const std::vector<double> x(z.begin(), z.end());
        const auto f = test::valueOf(activation, z);
        const auto wideF = test::valueOf(activation, x);
        const auto slope = test::derivativeOf(activation, z);
        const auto wideSlope = test::derivativeOf(activation, x);
        for (std::size_t i = 0; i < z.size(); ++i) {
            ASSERT_TRUE(isRight(z[i], f[i], wideF[i]))
                << "f at " << z[i] << ": " << f[i] << " for " << wideF[i];
            const double term = test::largerTerm(activation, x[i], wideF[i], wideSlope[i]);
            ASSERT_TRUE(isRight(z[i], slope[i], wideSlope[i], term))
                << "f' at " << z[i] << ": " << slope[i] << " for " << wideSlope[i];
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Every, Exhaustive, testing::ValuesIn(test::everyRow()), test::RowName{});

} // namespace
} // namespace reluscope
