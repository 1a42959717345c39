// SPDX-License-Identifier: GPL-3.0-or-later
// A pass over as many examples as Fashion-MNIST tests on by PyTorch, in one product a layer, which
// suits it best.
#include "tests/bench/peers/torch_context.h"
#include "tests/bench/peers/torch_network.h"
#include "tests/bench/registration.h"

#include <string>

namespace reluscope::bench {
namespace {

void forward(benchmark::State& state, const cli::StandardNetwork& network) {
    constexpr std::size_t testImages = 10'000;
    const torch::NoGradGuard noGradient;
    const Dataset data = cli::randomData(network, testImages);
    const TorchExamples examples = torchExamples(data);
    torch::nn::Sequential layers = torchNetwork(network);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(layers->forward(examples.features));
    }
    countItems(state, testImages);
}

[[maybe_unused]] const bool isRegistered = [] {
    prepareTorch();
    for (const cli::StandardNetwork& network : cli::standardNetworks()) {
        add("forward/" + std::string(network.name) + "/libtorch",
            [&](benchmark::State& state) { forward(state, network); });
    }
    return true;
}();

} // namespace
} // namespace reluscope::bench
