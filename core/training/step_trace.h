// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/loss.h"
#include "core/network/network.h"
#include "core/training/batches.h"
#include "core/training/optimizer.h"

#include <cstddef>
#include <span>
#include <vector>

namespace reluscope {

/// One step with the numbers that make it up: what goes forward, what comes back, and what each
/// parameter is then. Of wide layers and large batches it holds a part, evenly chosen.
struct StepTrace {
    static constexpr std::size_t mostUnits = 16;    ///< of each layer
    static constexpr std::size_t mostExamples = 32; ///< the first of the batch

    /// The features, a hidden layer, or the outputs.
    struct Layer {
        std::size_t width = 0;               ///< units that there are
        std::vector<std::size_t> units = {}; ///< those that the trace holds
        // Examples x units. Features have `a` alone; outputs have z and dz.
        std::vector<float> z = {};
        std::vector<float> a = {};
        std::vector<float> slope = {}; ///< f'(z)
        std::vector<float> da = {};    ///< dLoss/da
        std::vector<float> dz = {};    ///< dLoss/dz
        // Units x units of the layer before.
        std::vector<float> weight = {};
        std::vector<float> weightGradient = {}; ///< dLoss/dw of the whole batch
        std::vector<float> weightAfter = {};
        // Units.
        std::vector<float> bias = {};
        std::vector<float> biasGradient = {};
        std::vector<float> biasAfter = {};
        std::vector<Activation> functions = {}; ///< of a hidden layer, as each unit applies it
    };

    std::size_t epoch = 0; ///< the one under way, from 1
    std::size_t batch = 0; ///< in the epoch, from 1
    std::size_t batchesPerEpoch = 0;
    double learningRate = 0;
    OptimizerSpec optimizer = {};
    Loss loss = Loss::CrossEntropy;
    double meanLoss = 0;           ///< over the batch
    std::size_t batchExamples = 0; ///< in the batch; the numbers are of the first `examples`
    std::size_t examples = 0;
    std::vector<double> losses = {};        ///< of each example
    std::vector<std::uint32_t> labels = {}; ///< of each, for a classification
    std::vector<float> values = {};         ///< of each, for a regression
    std::vector<Layer> layers = {};         ///< features first, outputs last
};

/// All of a step before its update. \p workspace has been through a pass forward and back on
/// \p batch, which left its \p gradient, laid out as the network's parameters.
StepTrace traceGradients(const Network<float>& network, Loss loss, const Batch& batch,
                         Workspace<float>& workspace, std::span<const float> gradient);

/// Adds what the parameters have become.
void traceUpdate(StepTrace& trace, const Network<float>& after);

} // namespace reluscope
