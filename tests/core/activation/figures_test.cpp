// SPDX-License-Identifier: GPL-3.0-or-later
// The exact figures of docs/definitions.md, and the table as a whole.
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <set>

namespace reluscope {
namespace {

struct Moments {
    double f = 0;
    double fSquared = 0;
    double slopeSquared = 0;
};

/// Means under z ~ N(0, 1), by midpoints, which never fall on the kink at 0.
Moments underNormal(const Activation& activation) {
    constexpr double step = 1e-3;
    Moments sum;
    for (int i = -10000; i < 10000; ++i) {
        const double z = (i + 0.5) * step;
        const double mass = step * std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
        const double f = test::valueAt(activation, z);
        const double slope = test::derivativeAt(activation, z);
        sum.f += mass * f;
        sum.fSquared += mass * f * f;
        sum.slopeSquared += mass * slope * slope;
    }
    return sum;
}

void expectMoments(double f, double fSquared, double slopeSquared, const Activation& activation) {
    const Moments actual = underNormal(activation);
    const auto name = testing::PrintToString(activation);
    EXPECT_NEAR(actual.f, f, 6e-5) << name;
    EXPECT_NEAR(actual.fSquared, fSquared, 6e-5) << name;
    EXPECT_NEAR(actual.slopeSquared, slopeSquared, 6e-5) << name;
}

TEST(Figures, UnderANormalPreActivation) {
    using test::activation;
    expectMoments(0.3989, 0.5000, 0.5000, activation("relu"));
    expectMoments(0.3950, 0.5000, 0.5001, activation("leaky_relu"));
    expectMoments(0.3590, 0.5050, 0.5050, activation("leaky_relu", 0.1));
    expectMoments(0.2992, 0.5312, 0.5313, activation("prelu"));
    expectMoments(0.1605, 0.6449, 0.6681, activation("elu"));
    expectMoments(0.0000, 1.0000, 1.0716, activation("selu"));
    expectMoments(0.2066, 0.3558, 0.3795, activation("silu"));
    expectMoments(0.2821, 0.4252, 0.4559, activation("gelu"));
    expectMoments(0.2404, 0.4523, 0.4791, activation("mish"));
    expectMoments(0, 0.3943, 0.4644, activation("tanh"));
    expectMoments(0.5, 0.2934, 0.0448, activation("sigmoid"));
    expectMoments(0, 1, 1, activation("identity"));
}

/// `exactly`: where f' is 0, to more digits than the definitions give.
void expectMinimum(double f, double at, double exactly, const Activation& activation) {
    const auto name = testing::PrintToString(activation);
    double lowest = 0;
    double place = 0;
    for (double z = -5; z < 0; z += 1e-5) {
        if (const double value = test::valueAt(activation, z); value < lowest) {
            lowest = value;
            place = z;
        }
    }
    EXPECT_NEAR(lowest, f, 5e-6) << name;
    EXPECT_NEAR(place, at, 5e-5) << name;
    EXPECT_NEAR(test::derivativeAt(activation, exactly), 0, 2e-16) << name;
}

TEST(Figures, Minima) {
    using test::activation;
    expectMinimum(-0.27846, -1.2785, -1.2784645427610738, activation("silu"));
    expectMinimum(-0.16997, -0.7518, -0.75179152469356446, activation("gelu"));
    expectMinimum(-0.30884, -1.1924, -1.1924312145154952, activation("mish"));
}

TEST(Figures, Suprema) {
    using test::activation;
    EXPECT_EQ(activation("leaky_relu", -1).supDerivative(), 1);
    EXPECT_EQ(activation("elu", 0.5).supDerivative(), 1);
    EXPECT_EQ(activation("elu", 3).supDerivative(), 3);
    EXPECT_NEAR(activation("silu").supDerivative(), 1.0998, 5e-5);
    EXPECT_EQ(activation("silu", 0).supDerivative(), 0.5);
    EXPECT_NEAR(activation("gelu").supDerivative(), 1.1289, 5e-5);
    EXPECT_NEAR(activation("mish").supDerivative(), 1.0885, 5e-5);
    EXPECT_EQ(activation("sigmoid").supDerivative(), 0.25);
}

TEST(Table, HasTheFunctionsOfTheDefinitionInOrder) {
    std::vector<std::string_view> ids;
    std::ranges::transform(activationTable(), std::back_inserter(ids), &ActivationInfo::id);
    EXPECT_EQ(ids, (std::vector<std::string_view>{
                       "relu", "leaky_relu", "prelu", "elu", "selu", "celu", "silu", "gelu", "mish",
                       "softplus", "tanh", "sigmoid", "softsign", "hardtanh", "relu6", "hardswish",
                       "hardsigmoid", "sine", "identity"}));
}

TEST(Table, FindsEachRowByItsId) {
    std::set<std::string_view> ids;
    for (const ActivationInfo& info : activationTable()) {
        EXPECT_TRUE(ids.insert(info.id).second) << info.id << " twice";
        EXPECT_EQ(findActivation(info.id), &info);
        EXPECT_FALSE(info.name.empty() || info.formula.empty() || info.derivative.empty());
    }
    EXPECT_EQ(findActivation("ReLU"), nullptr);
    EXPECT_EQ(findActivation(""), nullptr);
}

TEST(Table, HasTheDefaultsOfTheDefinition) {
    using test::activation;
    EXPECT_EQ(activation("leaky_relu").parameters[0], 0.01);
    EXPECT_EQ(activation("prelu").parameters[0], 0.25);
    EXPECT_EQ(activation("prelu").learning(), Learning::Shared);
    EXPECT_EQ(activation("elu").parameters[0], 1);
    EXPECT_EQ(activation("celu").parameters[0], 1);
    EXPECT_EQ(activation("silu").parameters[0], 1);
    EXPECT_EQ(activation("silu").learning(), Learning::None);
    EXPECT_EQ(activation("gelu").info->parameters[0].choices[0], "none");
    EXPECT_EQ(activation("gelu").parameters[0], 0);
    EXPECT_EQ(activation("softplus").parameters[0], 1);
    for (const ActivationInfo& info : activationTable()) {
        for (const ActivationParameter& parameter : info.parameters) {
            EXPECT_LE(parameter.minimum, parameter.initial);
            EXPECT_LE(parameter.initial, parameter.maximum);
        }
    }
}

class Shape : public testing::TestWithParam<Activation> {};

TEST_P(Shape, JumpsOnlyAtItsKinks) {
    const Activation& activation = GetParam();
    const double bend = test::bendOf(activation);
    const double step = 1e-6 * bend;
    for (int i = -5000; i <= 5000; ++i) {
        const double z = i * 2e-3 * bend;
        const bool isKink = std::ranges::any_of(
            activation.info->kinks, [&](double kink) { return std::abs(z - kink) <= step; });
        const double jump =
            test::derivativeAt(activation, z + step) - test::derivativeAt(activation, z - step);
        if (!isKink) {
            EXPECT_NEAR(jump, 0, 1e-4 * activation.supDerivative()) << "at " << z;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Every, Shape, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

} // namespace
} // namespace reluscope
