// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sweep_csv.h"
#include "tests/core/sweep/small_sweep.h"
#include "tests/fuzz/fuzz_target.h"

#include <string>

/// Results that are accepted stand a round trip. It is their text that is compared, for a test loss
/// can be no number, which equals none.
void reluscope::test::tryInput(std::span<const std::uint8_t> input) {
    static const SweepSpec spec = smallSweep(2);
    const std::string text(input.begin(), input.end());
    if (const auto results = accepted([&] { return parseSweepCsv(spec, text); })) {
        const std::string csv = sweepCsv(spec, *results);
        require(sweepCsv(spec, parseSweepCsv(spec, csv)) == csv);
    }
}
