// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of steps_bench.cpp by PyTorch.
#include "tests/bench/peers/torch_context.h"
#include "tests/bench/peers/torch_network.h"
#include "tests/bench/registration.h"
#include "tests/bench/standard_data.h"

#include <torch/optim.h>

#include <algorithm>
#include <cstdint>
#include <string>

namespace reluscope::bench {
namespace {

using cli::StandardNetwork;

/// A network in training.
class Training {
  public:
    explicit Training(const StandardNetwork& network)
        : m_network(torchNetwork(network))
        , m_optimizer(
              m_network->parameters(),
              torch::optim::SGDOptions(cli::restingLearningRate).momentum(network.momentum)) {}

    void step(const torch::Tensor& features, const torch::Tensor& targets) {
        m_optimizer.zero_grad();
        torchLoss(m_network->forward(features), targets).backward();
        m_optimizer.step();
    }

  private:
    torch::nn::Sequential m_network;
    torch::optim::SGD m_optimizer;
};

void measureSteps(benchmark::State& state, const StandardNetwork& network) {
    const Dataset data = cli::randomData(network, network.batch);
    const TorchExamples examples = torchExamples(data);
    Training training(network);
    while (state.KeepRunning()) {
        training.step(examples.features, examples.targets);
    }
    countItems(state, 1);
}

void measureEpochs(benchmark::State& state) {
    const TorchExamples examples = torchExamples(imageSizedData());
    const auto count = static_cast<std::int64_t>(imageCount);
    const auto batch = static_cast<std::int64_t>(imageNetwork().batch);
    Training training(imageNetwork());
    while (state.KeepRunning()) {
        const torch::Tensor order = torch::randperm(count);
        for (std::int64_t begin = 0; begin < count; begin += batch) {
            const torch::Tensor chosen = order.slice(0, begin, std::min(begin + batch, count));
            training.step(examples.features.index_select(0, chosen),
                          examples.targets.index_select(0, chosen));
        }
    }
    countItems(state, (imageCount + imageNetwork().batch - 1) / imageNetwork().batch);
}

[[maybe_unused]] const bool isRegistered = [] {
    prepareTorch();
    for (const StandardNetwork& network : cli::standardNetworks()) {
        add("step/" + std::string(network.name) + "/libtorch",
            [&](benchmark::State& state) { measureSteps(state, network); });
    }
    add("epoch/" + std::string(imageNetwork().name) + "/libtorch", measureEpochs);
    return true;
}();

} // namespace
} // namespace reluscope::bench
