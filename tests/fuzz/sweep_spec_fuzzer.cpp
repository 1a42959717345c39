// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sweep_spec_file.h"
#include "tests/fuzz/fuzz_target.h"

#include <string>

/// What a sweep is of stands a round trip where it is accepted.
void reluscope::test::tryInput(std::span<const std::uint8_t> input) {
    const std::string text(input.begin(), input.end());
    if (const auto spec = accepted([&] { return parseSweepSpec(text); })) {
        require(parseSweepSpec(writeSweepSpec(*spec)) == *spec);
    }
}
