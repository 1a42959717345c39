// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/network_health.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace reluscope {
namespace {

/// What there is still to find out about one hidden layer.
class LayerWatch {
  public:
    LayerWatch(const Network<float>& network, std::size_t layer, double tau)
        : m_network(network)
        , m_layer(layer)
        , m_units(network.architecture().hidden[layer])
        , m_isActive(paddedWidth(m_units), static_cast<unsigned char>(0))
        , m_isSteep(paddedWidth(m_units), static_cast<unsigned char>(1))
        , m_threshold(paddedWidth(m_units), 0.0F) {
        for (std::size_t unit = 0; unit < m_units; ++unit) {
            const Activation activation = network.activationOf(layer, unit);
            if (!activation.hasZeroSet()) {
                m_isSteep[unit] = 0;
                m_threshold[unit] = static_cast<float>(tau * activation.supDerivative());
            }
        }
    }

    /// Takes note of an example by its row of z.
    void look(std::span<const float> z) {
        std::array<float, 1> fixed{};
        const auto p = m_network.leading(m_layer, fixed);
        const auto& kernels = m_network.architecture().activations[m_layer].info->singlePrecision;
        kernels.markActive(p, z, m_isActive);
        if (std::ranges::find(m_isSteep, 0) != m_isSteep.end()) {
            m_slopes.resize(z.size());
            kernels.derivative(p, z, m_slopes);
            for (std::size_t unit = 0; unit < m_units; ++unit) {
                // Also where the slope is NaN: that is no saturation.
                const bool isFlat = std::abs(m_slopes[unit]) < m_threshold[unit];
                m_isSteep[unit] |= static_cast<unsigned char>(!isFlat);
            }
        }
    }

    bool isSilent(std::size_t unit) const { return m_isActive[unit] == 0; }
    bool isSaturated(std::size_t unit) const { return m_isSteep[unit] == 0; }
    bool isAnyCandidate() const {
        const auto hasZero = [this](const std::vector<unsigned char>& flags) {
            const auto own = std::span(flags).first(m_units);
            return std::ranges::find(own, 0) != own.end();
        };
        return hasZero(m_isActive) || hasZero(m_isSteep);
    }

  private:
    const Network<float>& m_network;
    std::size_t m_layer;
    std::size_t m_units;
    std::vector<unsigned char> m_isActive; ///< on some example; padded to panels
    std::vector<unsigned char> m_isSteep;  ///< on some example, or cannot be saturated
    std::vector<float> m_threshold;
    std::vector<float> m_slopes;
};

} // namespace

UnitFlags::UnitFlags(const Architecture& architecture, bool value) {
    for (const std::size_t units : architecture.hidden) {
        m_flags.emplace_back(units, static_cast<unsigned char>(value));
    }
}

std::size_t UnitFlags::count(std::size_t layer) const {
    return static_cast<std::size_t>(std::ranges::count(m_flags[layer], 1));
}

std::vector<std::size_t> UnitFlags::countPerLayer() const {
    std::vector<std::size_t> counts;
    for (std::size_t layer = 0; layer < m_flags.size(); ++layer) {
        counts.push_back(count(layer));
    }
    return counts;
}

bool UnitFlags::isAnySet() const {
    return std::ranges::any_of(
        m_flags, [](const auto& layer) { return std::ranges::find(layer, 1) != layer.end(); });
}

double NetworkHealth::deadFraction() const {
    std::size_t dead = 0;
    std::size_t units = 0;
    for (std::size_t layer = 0; layer < silent.layerCount(); ++layer) {
        dead += silent.count(layer);
        units += silent.unitCount(layer);
    }
    return units == 0 ? 0.0 : static_cast<double>(dead) / static_cast<double>(units);
}

std::optional<NetworkHealth> findHealth(const Network<float>& network,
                                        std::span<const float> examples,
                                        Workspace<float>& workspace, double tau,
                                        const std::stop_token& stop) {
    const Architecture& architecture = network.architecture();
    const std::size_t last = architecture.layerCount() - 1;
    std::vector<LayerWatch> layers;
    for (std::size_t layer = 0; layer < architecture.hidden.size(); ++layer) {
        layers.emplace_back(network, layer, tau);
    }
    std::vector<float> firstLogits;
    bool isOutputConstant = true;

    const std::size_t chunk = workspace.capacity() * architecture.inputs;
    bool isAnythingLeft = true;
    while (!examples.empty() && isAnythingLeft) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        const auto now = examples.first(std::min(chunk, examples.size()));
        examples = examples.subspan(now.size());
        network.forward(now, workspace);
        for (std::size_t example = 0; example < workspace.count(); ++example) {
            const auto row = [&](std::size_t layer) {
                const std::size_t width = workspace.stride(layer);
                return workspace.z(layer).subspan(example * width, width);
            };
            for (std::size_t layer = 0; layer < layers.size(); ++layer) {
                layers[layer].look(row(layer));
            }
            const auto logits = row(last).first(architecture.outputs);
            if (firstLogits.empty()) {
                firstLogits.assign(logits.begin(), logits.end());
            }
            isOutputConstant = isOutputConstant && std::ranges::equal(logits, firstLogits);
        }
        isAnythingLeft =
            isOutputConstant || std::ranges::any_of(layers, &LayerWatch::isAnyCandidate);
    }

    NetworkHealth health{UnitFlags(architecture, false), UnitFlags(architecture, false),
                         isOutputConstant};
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        for (std::size_t unit = 0; unit < architecture.hidden[layer]; ++unit) {
            health.silent.set(layer, unit, layers[layer].isSilent(unit));
            health.saturated.set(layer, unit, layers[layer].isSaturated(unit));
        }
    }
    return health;
}

} // namespace reluscope
