// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/memory.h"

#include "core/network/panels.h"
#include "core/training/run.h"

#include <algorithm>

namespace reluscope {

double trainingBytes(const Experiment& experiment, const Dataset& data) {
    // Weights, gradient, up to three states of an optimizer; a transposed layer for each workspace.
    constexpr double copiesOfParameters = 8;
    constexpr double resultsPerUnit = 4; // z, a, f', delta

    double floats = 0;
    for (const RunSpec& run : experiment.runs) {
        auto inputs = static_cast<double>(data.featureCount);
        std::vector<std::size_t> widths = effectiveHidden(experiment, run);
        widths.push_back(data.outputCount());
        for (const std::size_t units : widths) {
            const auto width = static_cast<double>(paddedWidth(units));
            const auto batch =
                static_cast<double>(std::min(largestBatch(experiment), data.train.count()));
            const auto probe = static_cast<double>(std::min(probeBatchSize, data.train.count()));
            floats += copiesOfParameters * width * (inputs + 1);
            floats += resultsPerUnit * width * (batch + Run::evaluationChunk + probe);
            inputs = static_cast<double>(units);
        }
    }
    return floats * sizeof(float);
}

} // namespace reluscope
