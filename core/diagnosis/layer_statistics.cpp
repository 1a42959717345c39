// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/layer_statistics.h"

#include <cmath>

namespace reluscope {
namespace {

double frobeniusNorm(const Network<float>& network, std::size_t layer,
                     std::span<const float> gradient) {
    const Architecture& architecture = network.architecture();
    double sum = 0;
    for (std::size_t out = 0; out < architecture.layerOutputs(layer); ++out) {
        for (std::size_t in = 0; in < architecture.layerInputs(layer); ++in) {
            const double slope = gradient[network.weightIndex(layer, out, in)];
            sum += slope * slope;
        }
    }
    return std::sqrt(sum);
}

} // namespace

LayerStatistics measureLayers(const Network<float>& network, Loss loss,
                              std::span<const float> examples, const Targets& targets,
                              Workspace<float>& workspace, std::span<float> gradient) {
    const Architecture& architecture = network.architecture();
    const std::size_t last = architecture.layerCount() - 1;
    network.forwardWithSlopes(examples, workspace);
    scoreWithGradient<float>(loss, workspace.logits(), workspace.stride(last), architecture.outputs,
                             targets, workspace.delta(last));
    network.backward(examples, workspace, gradient);

    LayerStatistics statistics;
    for (std::size_t layer = 0; layer < architecture.hidden.size(); ++layer) {
        std::size_t zeros = 0;
        double sum = 0;
        for (std::size_t example = 0; example < workspace.count(); ++example) {
            for (const float a : workspace.a(layer).subspan(example * workspace.stride(layer),
                                                            architecture.hidden[layer])) {
                zeros += a == 0 ? 1U : 0U;
                sum += double{a};
            }
        }
        const auto count = static_cast<double>(workspace.count() * architecture.hidden[layer]);
        statistics.sparsity.push_back(static_cast<double>(zeros) / count);
        statistics.meanActivation.push_back(sum / count);
    }
    for (std::size_t layer = 0; layer <= last; ++layer) {
        statistics.gradientNorm.push_back(frobeniusNorm(network, layer, gradient));
    }
    return statistics;
}

} // namespace reluscope
