// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/range_test.h"

#include <string>

namespace CLI {
class App;
}

namespace reluscope::cli {

struct RangeTestOptions {
    std::string experiment; ///< a file
    RangeTestSpec spec;
    bool json = false;
};

/// Adds the call `range-test` to the program; parsing fills `options`, which must outlive that.
CLI::App* addRangeTest(CLI::App& program, RangeTestOptions& options);

/// Trains each run of an experiment file at a learning rate that grows, and suggests some. Returns
/// the exit code; throws InputError.
int testRanges(const RangeTestOptions& options);

} // namespace reluscope::cli
