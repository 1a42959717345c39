// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/standard_networks.h"

#include <torch/nn.h>

namespace reluscope::bench {

/// A standard network as PyTorch's users write it.
inline torch::nn::Sequential torchNetwork(const cli::StandardNetwork& network) {
    torch::nn::Sequential layers;
    auto inputs = static_cast<std::int64_t>(network.inputs);
    for (const std::size_t units : network.hidden) {
        const auto outputs = static_cast<std::int64_t>(units);
        layers->push_back(torch::nn::Linear(inputs, outputs));
        if (network.activation == "relu") {
            layers->push_back(torch::nn::ReLU());
        } else {
            layers->push_back(torch::nn::Tanh());
        }
        inputs = outputs;
    }
    layers->push_back(torch::nn::Linear(
        inputs, network.classes == 2 ? 1 : static_cast<std::int64_t>(network.classes)));
    return layers;
}

/// Views of the examples, and their labels as the loss takes them: numbers for one logit, else
/// classes.
struct TorchExamples {
    torch::Tensor features;
    torch::Tensor targets;
};

inline TorchExamples torchExamples(const Dataset& data) {
    const auto count = static_cast<std::int64_t>(data.train.count());
    const auto features = static_cast<std::int64_t>(data.featureCount);
    // PyTorch has no view of what is const; nothing writes to it.
    auto* first = const_cast<float*>(data.train.features.data());
    auto targets = torch::empty({count}, torch::kInt64);
    std::copy(data.train.labels.begin(), data.train.labels.end(), targets.data_ptr<std::int64_t>());
    return {torch::from_blob(first, {count, features}),
            data.classCount == 2 ? targets.to(torch::kFloat).unsqueeze(1) : targets};
}

inline torch::Tensor torchLoss(const torch::Tensor& logits, const torch::Tensor& targets) {
    namespace functional = torch::nn::functional;
    return logits.size(1) == 1 ? functional::binary_cross_entropy_with_logits(logits, targets)
                               : functional::cross_entropy(logits, targets);
}

} // namespace reluscope::bench
