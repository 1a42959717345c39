// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace reluscope::cli {

struct TrainOptions {
    std::string experiment; ///< a file
    std::optional<std::size_t> epochs;
    std::optional<double> learningRate;
    std::optional<std::uint64_t> seed;
    std::optional<std::size_t> threads;
    std::string weights;     ///< a file that every run starts from; empty for none
    std::string saveWeights; ///< a folder for the weights of each run; empty for none
    std::string csv;         ///< a file for the results; empty for none
    bool json = false;
};

/// Adds the call `train` to the program; parsing fills `options`, which must outlive that.
CLI::App* addTrain(CLI::App& program, TrainOptions& options);

/// Trains all runs of an experiment file side by side and reports each epoch. Returns the exit
/// code; throws InputError.
int train(const TrainOptions& options);

} // namespace reluscope::cli
