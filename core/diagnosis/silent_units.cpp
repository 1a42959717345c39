// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/silent_units.h"

#include <algorithm>
#include <numeric>

namespace reluscope {

SilentUnits::SilentUnits(const Architecture& architecture)
    : m_units(architecture.hidden) {
    for (const std::size_t units : m_units) {
        m_active.emplace_back(paddedWidth(units), static_cast<unsigned char>(0));
    }
}

std::size_t SilentUnits::count(std::size_t layer) const {
    const auto units = std::span(m_active[layer]).first(m_units[layer]);
    return static_cast<std::size_t>(std::ranges::count(units, 0));
}

std::vector<std::size_t> SilentUnits::countPerLayer() const {
    std::vector<std::size_t> counts;
    for (std::size_t layer = 0; layer < m_units.size(); ++layer) {
        counts.push_back(count(layer));
    }
    return counts;
}

double SilentUnits::deadFraction() const {
    const auto counts = countPerLayer();
    const auto silent = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    const auto units = std::accumulate(m_units.begin(), m_units.end(), std::size_t{0});
    return units == 0 ? 0.0 : static_cast<double>(silent) / static_cast<double>(units);
}

std::optional<SilentUnits> findSilentUnits(const Network<float>& network,
                                           std::span<const float> examples,
                                           Workspace<float>& workspace,
                                           const std::stop_token& stop) {
    const Architecture& architecture = network.architecture();
    SilentUnits silent(architecture);
    const std::size_t chunk = workspace.capacity() * architecture.inputs;
    while (!examples.empty()) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        const auto now = examples.first(std::min(chunk, examples.size()));
        examples = examples.subspan(now.size());
        network.forward(now, workspace);
        bool isAnyLeft = false;
        for (std::size_t layer = 0; layer < architecture.hidden.size(); ++layer) {
            const Activation& activation = architecture.activations[layer];
            const std::size_t width = workspace.stride(layer);
            std::array<float, 1> fixed{};
            const auto p = network.leading(layer, fixed);
            for (std::size_t example = 0; example < workspace.count(); ++example) {
                activation.info->singlePrecision.markActive(
                    p, workspace.z(layer).subspan(example * width, width), silent.m_active[layer]);
            }
            isAnyLeft = isAnyLeft || silent.count(layer) > 0;
        }
        if (!isAnyLeft) {
            break;
        }
    }
    return silent;
}

} // namespace reluscope
