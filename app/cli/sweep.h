// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace reluscope::cli {

struct SweepOptions {
    std::string experiment;               ///< a file; empty where results are merged
    std::optional<std::string> rates;     ///< "LO:HI:N"
    std::vector<std::string> activations; ///< ids; none: the runs of the file
    std::size_t seeds = 1;
    std::optional<std::size_t> epochs;
    std::optional<std::size_t> jobs;
    std::optional<std::string> shard; ///< "K/N"
    std::vector<std::string> merge;   ///< files of results
    std::string out;                  ///< a file
    bool resume = false;
};

/// Adds the call `sweep` to the program; parsing fills `options`, which must outlive that.
CLI::App* addSweep(CLI::App& program, SweepOptions& options);

/// Runs a grid of runs side by side and writes a line for each into a file, or brings together such
/// files. Returns the exit code; throws InputError.
int sweep(const SweepOptions& options);

} // namespace reluscope::cli
