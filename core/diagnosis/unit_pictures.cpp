// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/unit_pictures.h"

#include <algorithm>

namespace reluscope {

std::vector<float> unitPictures(const Network<float>& network, std::size_t layer,
                                std::span<const float> inputs, Workspace<float>& workspace) {
    const Architecture& architecture = network.architecture();
    const std::size_t units = architecture.hidden[layer];
    const std::size_t count = inputs.size() / architecture.inputs;
    const std::size_t width = workspace.stride(layer);
    std::vector<float> pictures(units * count);
    for (std::size_t begin = 0; begin < count; begin += workspace.capacity()) {
        const std::size_t now = std::min(workspace.capacity(), count - begin);
        network.forward(inputs.subspan(begin * architecture.inputs, now * architecture.inputs),
                        workspace);
        const auto a = workspace.a(layer);
        // So few examples at a time stay in the cache while all units take theirs.
        constexpr std::size_t few = 16;
        for (std::size_t first = 0; first < now; first += few) {
            const std::size_t end = std::min(first + few, now);
            for (std::size_t unit = 0; unit < units; ++unit) {
                for (std::size_t i = first; i < end; ++i) {
                    pictures[unit * count + begin + i] = a[i * width + unit];
                }
            }
        }
    }
    return pictures;
}

std::vector<float> unitPicture(const Network<float>& network, std::size_t layer, std::size_t unit,
                               std::span<const float> inputs, Workspace<float>& workspace) {
    const std::size_t features = network.architecture().inputs;
    std::vector<float> picture;
    picture.reserve(inputs.size() / features);
    while (!inputs.empty()) {
        const auto now = inputs.first(std::min(inputs.size(), workspace.capacity() * features));
        inputs = inputs.subspan(now.size());
        network.forward(now, workspace);
        for (std::size_t i = 0; i < workspace.count(); ++i) {
            picture.push_back(workspace.a(layer)[i * workspace.stride(layer) + unit]);
        }
    }
    return picture;
}

} // namespace reluscope
