// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace reluscope::test {

/// Expects `call` to throw an InputError at `place` that says `words`, on one line. Gives back the
/// file it names.
template <class Call>
std::string expectInputError(Call call, std::string_view place, std::string_view words) {
    try {
        call();
    } catch (const InputError& error) {
        const std::string what = error.what();
        EXPECT_EQ(error.place(), place) << what;
        EXPECT_NE(what.find(words), std::string::npos) << what << "\nlacks: " << words;
        EXPECT_EQ(what.find('\n'), std::string::npos) << what;
        return error.file();
    }
    ADD_FAILURE() << "accepted; expected an error at \"" << place << "\": " << words;
    return {};
}

} // namespace reluscope::test
