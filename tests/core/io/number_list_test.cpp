// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/number_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

namespace reluscope {
namespace {

using testing::ElementsAre;

std::vector<float> read(std::string_view text) {
    std::vector<float> numbers;
    NumberListReader reader(text, ",;");
    while (const auto number = reader.next()) {
        EXPECT_TRUE(number->value) << number->text;
        numbers.push_back(number->value.value_or(-99.0F));
    }
    return numbers;
}

/// The texts that are no numbers.
std::vector<std::string> faults(std::string_view text, std::string_view separators = ",;") {
    std::vector<std::string> found;
    NumberListReader reader(text, separators);
    while (const auto number = reader.next()) {
        if (!number->value) {
            found.emplace_back(number->text);
        }
    }
    return found;
}

TEST(NumberList, TakesAnySeparator) {
    EXPECT_THAT(read("-1, 0, 1"), ElementsAre(-1, 0, 1));
    EXPECT_THAT(read("-1,0,1"), ElementsAre(-1, 0, 1));
    EXPECT_THAT(read("1;2 ; 3"), ElementsAre(1, 2, 3));
    EXPECT_THAT(read(" 1\t2\r\n3\n\n4 "), ElementsAre(1, 2, 3, 4));
    EXPECT_THAT(read("1,\n2,\n"), ElementsAre(1, 2));
    EXPECT_THAT(read(""), ElementsAre());
    EXPECT_THAT(read(" \n"), ElementsAre());
}

TEST(NumberList, TakesScientificNotationAndWhatIsNotFinite) {
    EXPECT_THAT(read("1e-3 +2.5E2 .5 -0"), ElementsAre(1e-3F, 250, 0.5F, -0.0F));
    constexpr float infinity = std::numeric_limits<float>::infinity();
    EXPECT_THAT(read("inf -inf infinity"), ElementsAre(infinity, -infinity, infinity));
    EXPECT_TRUE(std::isnan(read("nan").at(0)));
    EXPECT_THAT(read("1e-60"), ElementsAre(0));
}

TEST(NumberList, GoesOnAfterWhatIsNoNumber) {
    EXPECT_THAT(faults("1, two, 3, 0x4, 5"), ElementsAre("two", "0x4"));
    EXPECT_THAT(faults("1,,2"), ElementsAre(""));
    EXPECT_THAT(faults(",1"), ElementsAre(""));
    EXPECT_THAT(faults("1 ; ; 2"), ElementsAre(""));
    EXPECT_THAT(faults("1e39 1-2 +-3"), ElementsAre("1e39", "1-2", "+-3"));
}

TEST(NumberList, KnowsNoOtherSeparators) {
    EXPECT_THAT(faults("1, 5;6", ","), ElementsAre("5;6"));
}

TEST(NumberList, TellsWhereANumberStands) {
    const std::string_view text = "1, two";
    NumberListReader reader(text, ",");
    reader.next();
    EXPECT_EQ(reader.next()->text.data(), text.data() + 3);
}

} // namespace
} // namespace reluscope
