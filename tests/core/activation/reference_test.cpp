// SPDX-License-Identifier: GPL-3.0-or-later
// Every row of the table against what tests/reference/make_activation_references.py wrote.
#include "tests/core/activation/every_activation.h"
#include "tests/core/activation/ulps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace reluscope {
namespace {

using test::Wide;

/// What f and f' are at a number.
struct Point {
    float x = 0;
    Wide f = 0;
    Wide slope = 0;
    Wide slopeScale = 0; ///< of the larger term of f', where that is larger than f'
};

/// The points for one value of the first parameter.
struct Section {
    float parameter = 0;
    std::vector<Point> points;
};

/// A stream would not read what is denormal.
Wide wideNumber(const std::string& text) {
    char* end = nullptr;
    const Wide number = std::strtold(text.c_str(), &end);
    if (end == text.c_str() || *end != '\0') {
        throw std::runtime_error("no number: " + text);
    }
    return number;
}

Point pointOf(const std::string& line) {
    std::istringstream words(line);
    std::uint32_t bits = 0;
    std::string f;
    std::string slope;
    std::string scale = "0";
    words >> std::hex >> bits >> f >> slope;
    if (!words) {
        throw std::runtime_error("no point: " + line);
    }
    words >> scale;
    return {std::bit_cast<float>(bits), wideNumber(f), wideNumber(slope), wideNumber(scale)};
}

/// Empty where there is no such file.
std::vector<Section> sectionsFor(const ActivationInfo& info) {
    constexpr std::string_view heading = "parameter ";
    std::ifstream file(RELUSCOPE_REFERENCE "/activation_" + std::string(info.id) + ".txt");
    std::vector<Section> sections;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(heading)) {
            const Wide parameter = wideNumber(line.substr(heading.size()));
            sections.push_back({static_cast<float>(parameter), {}});
        } else {
            sections.at(sections.size() - 1).points.push_back(pointOf(line));
        }
    }
    return sections;
}

template <class Real>
void compare(const Activation& activation, const std::vector<Point>& points) {
    std::vector<Real> z(points.size());
    std::ranges::transform(points, z.begin(), &Point::x);
    const auto f = test::valueOf(activation, z);
    const auto slopes = test::derivativeOf(activation, z);
    for (std::size_t i = 0; i < z.size(); ++i) {
        const Point& point = points[i];
        EXPECT_LE(test::errorInUlps(f[i], point.f), test::allowedUlps)
            << "f(" << z[i] << ") is " << f[i] << " instead of " << point.f;
        EXPECT_LE(test::errorInUlps(slopes[i], point.slope, point.slopeScale), test::allowedUlps)
            << "f'(" << z[i] << ") is " << slopes[i] << " instead of " << point.slope;
    }
}

class Reference : public testing::TestWithParam<const ActivationInfo*> {
  protected:
    std::vector<Section> sections = sectionsFor(*GetParam());

    template <class Real>
    void compareAll() const {
        for (const Section& section : sections) {
            Activation activation(*GetParam());
            activation.parameters[0] = section.parameter;
            SCOPED_TRACE(testing::PrintToString(activation));
            compare<Real>(activation, section.points);
        }
    }
};

/// The default first, then both ends of what is accepted, or every word.
TEST_P(Reference, CoversTheParameters) {
    const auto has = [&](double value) {
        return std::ranges::find(sections, static_cast<float>(value), &Section::parameter) !=
               sections.end();
    };
    ASSERT_FALSE(sections.empty()) << "tests/reference has no file for this row";
    EXPECT_EQ(sections[0].parameter, static_cast<float>(GetParam()->initialParameters()[0]));
    for (const Section& section : sections) {
        EXPECT_GE(section.points.size(), 100U);
    }
    if (!GetParam()->parameters.empty()) {
        const ActivationParameter& first = GetParam()->parameters[0];
        EXPECT_TRUE(has(first.minimum) && has(first.maximum));
        for (std::size_t word = 0; word < first.choices.size(); ++word) {
            EXPECT_TRUE(has(static_cast<double>(word))) << first.choices[word];
        }
    }
}

TEST_P(Reference, FloatFollowsTheDefinition) {
    compareAll<float>();
}

TEST_P(Reference, DoubleFollowsTheDefinition) {
    compareAll<double>();
}

INSTANTIATE_TEST_SUITE_P(Every, Reference, testing::ValuesIn(test::everyRow()), test::RowName{});

} // namespace
} // namespace reluscope
