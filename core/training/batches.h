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

/// Room for one batch, which it holds until the next.
class GatheredBatch {
  public:
    Batch batch() const noexcept;

  private:
    friend class Batches;

    std::size_t m_count = 0;
    std::size_t m_featureCount = 0;
    std::vector<float> m_features;
    std::vector<std::uint32_t> m_labels; ///< or else values: what the data has
    std::vector<float> m_values;
};

/// The batches of one epoch after another, the same for all runs. The order of an epoch is decided
/// by (seed, epoch) alone. Several threads may gather at once.
class Batches {
  public:
    /// \p data must outlive this. \p batchSize is at least 1.
    Batches(const Dataset& data, std::uint64_t seed, std::size_t batchSize, bool shuffle,
            bool dropLast);

    /// Begins epoch \p epoch (from 1), in batches of \p batchSize.
    void startEpoch(std::size_t epoch, std::size_t batchSize);

    std::size_t batchesPerEpoch() const noexcept;
    /// Of this epoch.
    std::size_t batchSize() const noexcept { return m_batchSize; }

    /// Makes room for any batch of this epoch, so that gather() allocates nothing.
    void prepare(GatheredBatch& room) const;

    /// The batch of that number in the epoch, from 0.
    Batch gather(std::size_t number, GatheredBatch& room) const;

  private:
    const Dataset& m_data;
    std::uint64_t m_seed;
    bool m_shuffle;
    bool m_dropLast;
    std::size_t m_batchSize;
    std::vector<std::uint32_t> m_order;
};

} // namespace reluscope
