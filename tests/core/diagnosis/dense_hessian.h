// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/loss_hessian.h"
#include "core/network/loss.h"
#include "core/network/network.h"

#include <Eigen/Dense>
#include <cstddef>
#include <span>
#include <vector>

namespace reluscope::test {

/// The gradient of the mean loss, laid out as the network's parameters.
inline std::vector<double> gradientOf(const Network<double>& network, Loss loss,
                                      std::span<const float> features, const Targets& targets) {
    const Architecture& architecture = network.architecture();
    const std::size_t last = architecture.layerCount() - 1;
    const std::vector<double> examples(features.begin(), features.end());
    Workspace<double> workspace(architecture, targets.count());
    network.forwardWithSlopes(examples, workspace);
    scoreWithGradient<double>(loss, workspace.logits(), workspace.stride(last),
                              architecture.outputs, targets, workspace.delta(last));
    std::vector<double> gradient(network.parameters().size());
    network.backward(examples, workspace, gradient);
    return gradient;
}

/// Where parameters are among those that a network's layout pads.
inline std::vector<std::size_t> parameterIndices(const Network<double>& network) {
    std::vector<std::size_t> indices;
    const Architecture& architecture = network.architecture();
    for (std::size_t layer = 0; layer < architecture.layerCount(); ++layer) {
        for (std::size_t out = 0; out < architecture.layerOutputs(layer); ++out) {
            for (std::size_t in = 0; in < architecture.layerInputs(layer); ++in) {
                indices.push_back(network.weightIndex(layer, out, in));
            }
            indices.push_back(network.biasIndex(layer, out));
        }
        if (layer < architecture.hidden.size() && architecture.learnedCount(layer) > 0) {
            const auto begin = network.learned(layer).data() - network.parameters().data();
            for (std::size_t i = 0; i < architecture.learnedCount(layer); ++i) {
                indices.push_back(static_cast<std::size_t>(begin) + i);
            }
        }
    }
    return indices;
}

/// A column for each parameter.
inline Eigen::MatrixXd denseHessian(LossHessian& hessian) {
    const std::vector<std::size_t> indices = parameterIndices(hessian.network());
    const auto size = static_cast<Eigen::Index>(indices.size());
    Eigen::MatrixXd dense(size, size);
    std::vector<double> unit(hessian.network().parameters().size());
    std::vector<double> product(unit.size());
    for (Eigen::Index column = 0; column < size; ++column) {
        unit[indices[static_cast<std::size_t>(column)]] = 1;
        hessian.multiply(unit, product);
        unit[indices[static_cast<std::size_t>(column)]] = 0;
        for (Eigen::Index row = 0; row < size; ++row) {
            dense(row, column) = product[indices[static_cast<std::size_t>(row)]];
        }
    }
    return dense;
}

} // namespace reluscope::test
