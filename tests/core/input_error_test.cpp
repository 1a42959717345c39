// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/input_error.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

TEST(InputError, ReadsAsOneLine) {
    const InputError error("a.json", "training.loss", "what is wrong", "what would be right");
    EXPECT_STREQ(error.what(), "a.json: training.loss: what is wrong; what would be right");
    EXPECT_STREQ(InputError("a.json", "", "wrong").what(), "a.json: wrong");
    EXPECT_STREQ(InputError("", "place", "wrong").what(), "place: wrong");
    EXPECT_STREQ(InputError("", "", "wrong").what(), "wrong");
}

TEST(InputError, CanBeSaidOfAFile) {
    const InputError error = InputError("", "place", "wrong", "right").inFile("b.json");
    EXPECT_EQ(error.file(), "b.json");
    EXPECT_EQ(error.place(), "place");
    EXPECT_EQ(error.expected(), "right");
    EXPECT_STREQ(error.what(), "b.json: place: wrong; right");
}

} // namespace
} // namespace reluscope
