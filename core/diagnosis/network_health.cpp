// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/network_health.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace reluscope {
namespace {

/// Slopes below this are flat for a function that can be saturated; no slope is for the others.
float flatBelow(const Activation& activation, double tau) {
    return activation.hasZeroSet() ? 0.0F : static_cast<float>(tau * activation.supDerivative());
}

/// What there is still to find out about one hidden layer.
class LayerWatch {
  public:
    LayerWatch(const Network<float>& network, std::size_t layer, double tau)
        : m_network(network)
        , m_layer(layer)
        , m_units(network.architecture().hidden[layer])
        , m_isActive(paddedWidth(m_units), 0)
        , m_isSteep(paddedWidth(m_units), 1)
        , m_flatBelow(paddedWidth(m_units), 0.0F) {
        const bool doUnitsDiffer = network.learned(layer).size() > 1;
        const float first = flatBelow(network.activationOf(layer, 0), tau);
        for (std::size_t unit = 0; unit < m_units; ++unit) {
            m_flatBelow[unit] =
                doUnitsDiffer ? flatBelow(network.activationOf(layer, unit), tau) : first;
            m_isSteep[unit] = m_flatBelow[unit] > 0 ? 0U : 1U;
        }
    }

    /// Takes note of some examples by their rows of z.
    void look(std::span<const float> z) {
        std::array<float, 1> fixed{};
        const auto p = m_network.leading(m_layer, fixed);
        const auto& kernels = m_network.architecture().activations[m_layer].info->singlePrecision;
        if (isAnyUnset(m_isActive)) {
            kernels.markActive(p, z, m_isActive);
        }
        // A few examples at a time: of most functions they show every unit to be steep.
        constexpr std::size_t few = 16;
        while (!z.empty() && flatCount() > fewUnits()) {
            const auto now = z.first(std::min(few * m_isSteep.size(), z.size()));
            z = z.subspan(now.size());
            m_slopes.resize(now.size());
            kernels.derivative(p, now, m_slopes);
            markSteep();
        }
        for (std::size_t unit = 0; unit < m_units && !z.empty(); ++unit) {
            if (m_isSteep[unit] == 0) {
                lookAtUnit(unit, p.size() == 1 ? p : p.subspan(unit, 1), z);
            }
        }
    }

    bool isSilent(std::size_t unit) const { return m_isActive[unit] == 0; }
    bool isSaturated(std::size_t unit) const { return m_isSteep[unit] == 0; }
    bool isAnyCandidate() const { return isAnyUnset(m_isActive) || isAnyUnset(m_isSteep); }

  private:
    template <class Flag>
    bool isAnyUnset(const std::vector<Flag>& flags) const {
        const auto own = std::span(flags).first(m_units);
        return std::ranges::find(own, 0) != own.end();
    }

    std::size_t flatCount() const {
        return static_cast<std::size_t>(
            std::ranges::count(std::span(m_isSteep).first(m_units), 0U));
    }

    /// Up to so many units are better looked at one by one than in whole rows.
    std::size_t fewUnits() const { return m_isSteep.size() / 8; }

    /// The unit's column of z is brought together, so that its slopes are computed many at a time.
    void lookAtUnit(std::size_t unit, std::span<const float> p, std::span<const float> z) {
        const std::size_t width = m_isSteep.size();
        m_column.resize(z.size() / width);
        for (std::size_t row = 0; row < m_column.size(); ++row) {
            m_column[row] = z[row * width + unit];
        }
        m_slopes.resize(m_column.size());
        m_network.architecture().activations[m_layer].info->singlePrecision.derivative(p, m_column,
                                                                                       m_slopes);
        std::uint32_t isSteep = 0;
        for (const float slope : m_slopes) {
            isSteep |= isSteepAt(unit, slope);
        }
        m_isSteep[unit] = isSteep;
    }

    /// Also where the slope is NaN: that is no saturation.
    std::uint32_t isSteepAt(std::size_t unit, float slope) const {
        return static_cast<std::uint32_t>(!(std::abs(slope) < m_flatBelow[unit]));
    }

    void markSteep() {
        const std::size_t width = m_isSteep.size();
        for (std::size_t row = 0; row < m_slopes.size(); row += width) {
            for (std::size_t unit = 0; unit < width; ++unit) {
                m_isSteep[unit] |= isSteepAt(unit, m_slopes[row + unit]);
            }
        }
    }

    const Network<float>& m_network;
    std::size_t m_layer;
    std::size_t m_units;
    // Padded to panels:
    std::vector<unsigned char> m_isActive; ///< on some example
    std::vector<std::uint32_t> m_isSteep;  ///< on some example, or cannot be saturated
    std::vector<float> m_flatBelow;
    std::vector<float> m_slopes;
    std::vector<float> m_column; ///< z of one unit
};

/// Whether all rows of z, `stride` apart, begin with these logits.
bool areAllRows(std::span<const float> logits, std::span<const float> z, std::size_t stride) {
    for (; !z.empty(); z = z.subspan(stride)) {
        if (!std::ranges::equal(z.first(logits.size()), logits)) {
            return false;
        }
    }
    return true;
}

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
        for (std::size_t layer = 0; layer < layers.size(); ++layer) {
            layers[layer].look(workspace.z(layer));
        }
        if (firstLogits.empty()) {
            const auto first = workspace.logits().first(architecture.outputs);
            firstLogits.assign(first.begin(), first.end());
        }
        isOutputConstant = isOutputConstant && areAllRows(firstLogits, workspace.logits(),
                                                          workspace.stride(layers.size()));
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
