// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/histogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>

namespace reluscope {
namespace {

/// Counts values a block at a time: first the slot of each, in a loop of selects that vectorizes,
/// then one more in each slot. Neighbours count in lanes of their own, as two in a row in the same
/// place would wait for each other.
class Counter {
  public:
    static constexpr std::size_t blockSize = 256;

    Counter(double low, double high, std::size_t bins)
        : m_low(low)
        , m_high(high)
        , m_bins(bins)
        , m_counts(lanes * (bins + slotsBesideBins)) {}

    void count(std::span<const float> values) {
        while (!values.empty()) {
            const auto block = values.first(std::min(values.size(), blockSize));
            values = values.subspan(block.size());
            findSlots(block);
            for (std::size_t i = 0; i < block.size(); ++i) {
                std::size_t slot = m_slots[i];
                if (slot == undecided) [[unlikely]] {
                    slot = slotOf(block[i]);
                }
                ++m_counts[slot * lanes + i % lanes];
            }
        }
    }

    Histogram histogram() const {
        Histogram histogram{.low = m_low, .high = m_high, .counts = {}};
        histogram.counts.reserve(m_bins);
        for (std::size_t bin = 0; bin < m_bins; ++bin) {
            histogram.counts.push_back(inSlot(firstBin + bin));
        }
        histogram.below = inSlot(below);
        histogram.above = inSlot(above());
        histogram.notANumber = inSlot(notANumber());
        return histogram;
    }

  private:
    static constexpr std::size_t lanes = 4;

    // Slots: first what is in no slot yet and what is below, then the bins, then what is above and
    // what is not a number.
    static constexpr std::size_t undecided = 0;
    static constexpr std::size_t below = 1;
    static constexpr std::size_t firstBin = 2;
    static constexpr std::size_t slotsBesideBins = 4;
    std::size_t above() const { return firstBin + m_bins; }
    std::size_t notANumber() const { return above() + 1; }

    /// In single precision, which takes half the time and is as good wherever a value is clear of
    /// the borders of its bin by more than is rounded away.
    void findSlots(std::span<const float> values) {
        constexpr double rounding = 0x1p-21;
        const double range = m_high - m_low;
        const auto bins = static_cast<double>(m_bins);
        const double error = bins * rounding * (1 + (std::abs(m_low) + std::abs(m_high)) / range);
        const auto low = static_cast<float>(m_low);
        const auto binsPerUnit = static_cast<float>(bins / range);
        const bool isOrdinary = range > 1e-30 && std::abs(m_low) < 1e30 && std::abs(m_high) < 1e30;
        const float sure = isOrdinary ? static_cast<float>(0.5 - error) : 0.0F;
        constexpr float least = below + 0.5F;
        const float most = static_cast<float>(above()) + 0.5F;
        for (std::size_t i = 0; i < values.size(); ++i) {
            float place = (values[i] - low) * binsPerUnit + float{firstBin};
            place = place > least ? place : least;
            place = place < most ? place : most;
            const auto slot = static_cast<float>(static_cast<std::int32_t>(place));
            const bool isSure = std::abs(place - slot - 0.5F) < sure && !std::isnan(values[i]);
            m_slots[i] = static_cast<std::uint32_t>(
                static_cast<std::int32_t>(isSure ? slot : float{undecided}));
        }
    }

    /// Not inlined, or all values would be divided in case that they are undecided.
    [[gnu::noinline]] std::size_t slotOf(double value) const {
        if (std::isnan(value)) {
            return notANumber();
        }
        if (value < m_low) {
            return below;
        }
        if (value > m_high) {
            return above();
        }
        const auto bins = static_cast<double>(m_bins);
        const double place = (value - m_low) / (m_high - m_low) * bins;
        return firstBin + static_cast<std::size_t>(place > 0 ? std::min(place, bins - 1) : 0);
    }

    std::size_t inSlot(std::size_t slot) const {
        const auto own = std::span(m_counts).subspan(slot * lanes, lanes);
        return std::accumulate(own.begin(), own.end(), std::size_t{0});
    }

    double m_low;
    double m_high;
    std::size_t m_bins;
    std::vector<std::size_t> m_counts; ///< slots x lanes
    std::array<std::uint32_t, blockSize> m_slots{};
};

Histogram countUnits(const Workspace<float>& workspace, std::size_t layer, std::size_t firstUnit,
                     std::size_t units, double low, double high, std::size_t bins) {
    Counter counter(low, high, bins);
    const auto z = workspace.z(layer);
    const std::size_t width = workspace.stride(layer);
    if (units == width) {
        counter.count(z);
    } else {
        std::array<float, Counter::blockSize> block{};
        std::size_t filled = 0;
        for (std::size_t row = 0; row < z.size(); row += width) {
            for (const float value : z.subspan(row + firstUnit, units)) {
                block[filled++] = value;
                if (filled == block.size()) {
                    counter.count(block);
                    filled = 0;
                }
            }
        }
        counter.count(std::span(block).first(filled));
    }
    return counter.histogram();
}

} // namespace

Histogram preActivationHistogram(const Architecture& architecture,
                                 const Workspace<float>& workspace, std::size_t layer, double low,
                                 double high, std::size_t bins) {
    return countUnits(workspace, layer, 0, architecture.layerOutputs(layer), low, high, bins);
}

Histogram preActivationHistogram(const Workspace<float>& workspace, std::size_t layer,
                                 std::size_t unit, double low, double high, std::size_t bins) {
    return countUnits(workspace, layer, unit, 1, low, high, bins);
}

} // namespace reluscope
