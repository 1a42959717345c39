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
        , m_counts(lanes * (bins + 3)) {}

    void count(std::span<const float> values) {
        while (!values.empty()) {
            const auto block = values.first(std::min(values.size(), blockSize));
            values = values.subspan(block.size());
            findSlots(block);
            for (std::size_t i = 0; i < block.size(); ++i) {
                ++m_counts[static_cast<std::size_t>(m_slots[i]) * lanes + i % lanes];
            }
        }
    }

    Histogram histogram() const {
        Histogram histogram{.low = m_low, .high = m_high, .counts = {}};
        histogram.counts.reserve(m_bins);
        for (std::size_t bin = 0; bin < m_bins; ++bin) {
            histogram.counts.push_back(inSlot(bin));
        }
        histogram.below = inSlot(m_bins);
        histogram.above = inSlot(m_bins + 1);
        histogram.notANumber = inSlot(m_bins + 2);
        return histogram;
    }

  private:
    static constexpr std::size_t lanes = 4;

    void findSlots(std::span<const float> values) {
        const double range = m_high - m_low;
        const auto bins = static_cast<double>(m_bins);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double value = values[i];
            const double place = (value - m_low) / range * bins;
            double slot = place > 0 ? place : 0; // also where it is NaN
            slot = slot < bins - 1 ? slot : bins - 1;
            slot = value < m_low ? bins : slot;
            slot = value > m_high ? bins + 1 : slot;
            slot = std::isnan(value) ? bins + 2 : slot;
            m_slots[i] = static_cast<std::int32_t>(slot);
        }
    }

    std::size_t inSlot(std::size_t slot) const {
        const auto own = std::span(m_counts).subspan(slot * lanes, lanes);
        return std::accumulate(own.begin(), own.end(), std::size_t{0});
    }

    double m_low;
    double m_high;
    std::size_t m_bins;
    std::vector<std::size_t> m_counts; ///< slots (bins, below, above, not a number) x lanes
    std::array<std::int32_t, blockSize> m_slots{};
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
