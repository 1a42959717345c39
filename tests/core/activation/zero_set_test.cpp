// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace reluscope {
namespace {

class ZeroSet : public testing::TestWithParam<Activation> {};

/// By docs/definitions.md; functions that it does not list there have an empty zero set.
bool isInZeroSet(const Activation& activation, double z) {
    const std::string_view id = activation.info->id;
    if (id == "relu") {
        return z <= 0;
    }
    if (id == "leaky_relu" || id == "prelu") {
        return z <= 0 && activation.parameters[0] == 0;
    }
    if (id == "relu6") {
        return z <= 0 || z >= 6;
    }
    if (id == "hardtanh") {
        return std::abs(z) >= 1;
    }
    if (id == "hardsigmoid") {
        return std::abs(z) >= 3;
    }
    if (id == "hardswish") {
        return z < -3;
    }
    return false;
}

template <class Real>
void compare(const Activation& activation) {
    auto z = test::everyMagnitude<Real>();
    for (int i = -70; i <= 70; ++i) {
        z.push_back(static_cast<Real>(i) / 10);
    }
    for (const double kink : activation.info->kinks) {
        const auto at = static_cast<Real>(kink);
        z.push_back(std::nextafter(at, -std::numeric_limits<Real>::infinity()));
        z.push_back(std::nextafter(at, std::numeric_limits<Real>::infinity()));
    }
    z.push_back(std::numeric_limits<Real>::quiet_NaN());
    std::vector<unsigned char> active(z.size(), 0);
    activation.markActive<Real>(z, active);
    const auto df = test::derivativeOf(activation, z);
    for (std::size_t i = 0; i < z.size(); ++i) {
        const bool isExpected = !isInZeroSet(activation, static_cast<double>(z[i]));
        ASSERT_EQ(active[i], isExpected ? 1 : 0) << "at " << z[i];
        ASSERT_TRUE(active[i] != 0 || df[i] == 0) << "silent, but f' = " << df[i];
    }

    std::vector<unsigned char> alreadyActive(z.size(), 1);
    activation.markActive<Real>(z, alreadyActive);
    EXPECT_EQ(alreadyActive, std::vector<unsigned char>(z.size(), 1)) << "marks are only added";

    // In rows, a column is active where one of its numbers is.
    constexpr std::size_t columns = 3;
    z.resize(z.size() / columns * columns);
    std::vector<unsigned char> anyActive(columns, 0);
    activation.markActive<Real>(z, anyActive);
    for (std::size_t column = 0; column < columns; ++column) {
        bool isExpected = false;
        for (std::size_t i = column; i < z.size(); i += columns) {
            isExpected = isExpected || active[i] != 0;
        }
        EXPECT_EQ(anyActive[column] != 0, isExpected);
    }
}

TEST_P(ZeroSet, IsThatOfTheDefinition) {
    compare<float>(GetParam());
    compare<double>(GetParam());
}

TEST_P(ZeroSet, IsNamedWhereItIsNotEmpty) {
    const Activation& activation = GetParam();
    if (activation.info->noGradientWhere.empty()) {
        for (const double z : test::everyMagnitude<double>()) {
            EXPECT_FALSE(isInZeroSet(activation, z)) << "at " << z;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Every, ZeroSet, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

} // namespace
} // namespace reluscope
