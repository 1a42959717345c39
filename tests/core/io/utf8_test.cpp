// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/utf8.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

TEST(FindInvalidUtf8, AcceptsTheEndsOfEveryRange) {
    EXPECT_EQ(findInvalidUtf8(""), nowhere);
    EXPECT_EQ(findInvalidUtf8(std::string_view("\0a\x7F", 3)), nowhere);
    EXPECT_EQ(findInvalidUtf8("\xC2\x80 \xDF\xBF"), nowhere);                 // U+80, U+7FF
    EXPECT_EQ(findInvalidUtf8("\xE0\xA0\x80 \xED\x9F\xBF"), nowhere);         // U+800, U+D7FF
    EXPECT_EQ(findInvalidUtf8("\xEE\x80\x80 \xEF\xBF\xBF"), nowhere);         // U+E000, U+FFFF
    EXPECT_EQ(findInvalidUtf8("\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF"), nowhere); // U+10000, U+10FFFF
    EXPECT_EQ(findInvalidUtf8("\xE1\x80\x80\xEC\xBF\xBF\xF1\x80\x80\x80\xF3\xBF\xBF\xBF"), nowhere);
}

TEST(FindInvalidUtf8, FindsWhatIsJustOutside) {
    for (const char* bad : {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xFE", "\xFF", // no first byte
                            "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF",                     // too long
                            "\xED\xA0\x80", "\xED\xBF\xBF",                         // surrogates
                            "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",                 // past U+10FFFF
                            "\xC2\x7F", "\xE1\x80\xC0", "\xF1\x80\x80\x7F"}) {
        EXPECT_EQ(findInvalidUtf8("ab\xC3\xA4" + std::string(bad) + "c"), 4U) << bad;
    }
}

TEST(FindInvalidUtf8, FindsCharactersCutShort) {
    for (const std::string_view whole : {"\xC3\xA4", "\xE4\xB8\xAD", "\xF0\x9F\x98\x80"}) {
        for (std::size_t size = 1; size < whole.size(); ++size) {
            EXPECT_EQ(findInvalidUtf8(whole.substr(0, size)), 0U) << size;
        }
        EXPECT_EQ(findInvalidUtf8(whole), nowhere);
    }
}

} // namespace
} // namespace reluscope
