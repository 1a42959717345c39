// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace reluscope::cli {

/// A network that other programs are measured with, too, trained by gradient descent.
struct StandardNetwork {
    std::string_view name;
    std::size_t inputs;
    std::vector<std::size_t> hidden;
    std::size_t classes;
    std::string_view activation;
    std::size_t batch;
    double momentum;
};

std::span<const StandardNetwork> standardNetworks();

/// So many examples for it, of random features.
Dataset randomData(const StandardNetwork& network, std::size_t examples);

/// Its training, with its activation as the only run.
Experiment standardExperiment(const StandardNetwork& network);

/// So small a rate that a network stays what it is, however long it is measured.
inline constexpr double restingLearningRate = 1e-6;

} // namespace reluscope::cli
