// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace reluscope {

/// Examples that are trained on together.
struct Batch {
    std::span<const float> features; ///< count x features
    Targets targets;
};

/// The batches of one epoch after another, the same for all runs. The order of an epoch is decided
/// by (seed, epoch) alone.
class Batches {
  public:
    /// \p data must outlive this. \p batchSize is at least 1.
    Batches(const Dataset& data, std::uint64_t seed, std::size_t batchSize, bool shuffle,
            bool dropLast);

    /// Begins epoch \p epoch (from 1), in batches of \p batchSize.
    void startEpoch(std::size_t epoch, std::size_t batchSize);

    bool isEpochOver() const noexcept { return m_next >= m_end; }
    std::size_t batchesPerEpoch() const noexcept;

    /// Gathers the next batch; it lasts until the next call. Not at the end of an epoch.
    Batch next();

  private:
    const Dataset& m_data;
    std::uint64_t m_seed;
    bool m_shuffle;
    bool m_dropLast;
    std::size_t m_batchSize;
    std::size_t m_next = 0; ///< position in m_order
    std::size_t m_end = 0;
    std::vector<std::uint32_t> m_order;
    std::vector<float> m_features;
    std::vector<std::uint32_t> m_labels; ///< or else values: what the data has
    std::vector<float> m_values;
};

} // namespace reluscope
