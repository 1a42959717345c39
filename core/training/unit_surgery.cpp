// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/unit_surgery.h"

#include <algorithm>
#include <limits>

namespace reluscope {
namespace {

struct PreActivations {
    double mean;
    bool areConstant;
};

PreActivations preActivations(const Network<float>& network, UnitPlace place,
                              std::span<const float> examples, Workspace<float>& workspace) {
    const std::size_t chunk = workspace.capacity() * network.architecture().inputs;
    double sum = 0;
    std::size_t count = 0;
    float least = std::numeric_limits<float>::infinity();
    float greatest = -least;
    while (!examples.empty()) {
        const auto now = examples.first(std::min(chunk, examples.size()));
        examples = examples.subspan(now.size());
        network.forward(now, workspace);
        const auto z = workspace.z(place.layer);
        for (std::size_t i = place.unit; i < z.size(); i += workspace.stride(place.layer)) {
            sum += double{z[i]};
            least = std::min(least, z[i]);
            greatest = std::max(greatest, z[i]);
            ++count;
        }
    }
    return {sum / static_cast<double>(count), least == greatest};
}

} // namespace

void killUnit(Network<float>& network, UnitPlace place) {
    for (std::size_t in = 0; in < network.architecture().layerInputs(place.layer); ++in) {
        network.setWeight(place.layer, place.unit, in, 0);
    }
    network.setBias(place.layer, place.unit, static_cast<float>(insideZeroSets));
}

void reviveUnit(Network<float>& network, UnitPlace place, const Initialization& initialization,
                std::uint64_t seed, std::span<const float> examples, Workspace<float>& workspace) {
    Network<float> initial(network.architecture());
    initialize(initial, initialization, seed);
    for (std::size_t in = 0; in < network.architecture().layerInputs(place.layer); ++in) {
        network.setWeight(place.layer, place.unit, in, initial.weight(place.layer, place.unit, in));
    }
    network.setBias(place.layer, place.unit, 0);
    const PreActivations z = preActivations(network, place, examples, workspace);
    const double wanted = z.areConstant ? 1 : 0;
    network.setBias(place.layer, place.unit, static_cast<float>(wanted - z.mean));
}

} // namespace reluscope
