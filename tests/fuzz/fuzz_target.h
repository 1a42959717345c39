// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace reluscope::test {

/// What a fuzzer does with its input; each program defines one. It reports a fault by require() or
/// by letting an exception out.
void tryInput(std::span<const std::uint8_t> input);

/// Ends the program, for libFuzzer to keep the input, unless `holds`.
inline void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// What `parse` gives; nothing where it refuses the input, for which InputError, of one line, is
/// the only way.
template <class Parse>
std::optional<std::invoke_result_t<Parse>> accepted(Parse parse) {
    try {
        return parse();
    } catch (const InputError& error) {
        require(std::string_view(error.what()).find('\n') == std::string_view::npos);
        return {};
    }
}

} // namespace reluscope::test
