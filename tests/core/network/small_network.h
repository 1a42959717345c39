// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/network/initialization.h"
#include "core/network/network.h"
#include "core/random/counter_generator.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace reluscope::test {

/// Hidden layers of these widths, which apply these functions in turn.
inline Architecture architecture(std::size_t inputs, std::vector<std::size_t> hidden,
                                 std::size_t outputs,
                                 const std::vector<std::string_view>& activations = {"tanh"}) {
    Architecture made{
        .inputs = inputs, .hidden = std::move(hidden), .outputs = outputs, .activations = {}};
    for (std::size_t layer = 0; layer < made.hidden.size(); ++layer) {
        made.activations.emplace_back(*findActivation(activations[layer % activations.size()]));
    }
    return made;
}

/// Numbers uniform in ±1.
template <class Real>
std::vector<Real> numbers(std::size_t count, std::uint64_t seed) {
    std::vector<Real> drawn(count);
    for (std::size_t i = 0; i < count; ++i) {
        drawn[i] = static_cast<Real>(
            2 * uniformDraw(seed, Draw::Point, 9, static_cast<std::uint32_t>(i), 0) - 1);
    }
    return drawn;
}

inline std::vector<std::uint32_t> labels(std::size_t count, std::size_t classes,
                                         std::uint64_t seed) {
    std::vector<std::uint32_t> drawn(count);
    for (std::size_t i = 0; i < count; ++i) {
        drawn[i] = static_cast<std::uint32_t>(
            bitsDraw(seed, Draw::Point, 8, static_cast<std::uint32_t>(i), 0) % classes);
    }
    return drawn;
}

/// A network with biases and weights that are all different.
template <class Real>
Network<Real> drawnNetwork(Architecture form, std::uint64_t seed = 1) {
    Network<Real> network(std::move(form));
    initialize(network, {}, seed);
    return network;
}

} // namespace reluscope::test
