// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_file.h"
#include "tests/fuzz/fuzz_target.h"

/// An experiment that is accepted stands a round trip.
void reluscope::test::tryInput(std::span<const std::uint8_t> input) {
    const std::string text(input.begin(), input.end());
    if (const auto experiment = accepted([&] { return parseExperiment(text); })) {
        require(parseExperiment(writeExperiment(*experiment)) == *experiment);
    }
}
