// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <cstddef>
#include <vector>

namespace reluscope {

/// States of a trainer at the ends of epochs, in so many bytes. Past that every second one is
/// dropped, then every second of those left, and so on; the first always stays.
class Snapshots {
  public:
    explicit Snapshots(std::size_t byteLimit)
        : m_byteLimit(byteLimit) {}

    void clear();
    /// A larger limit is for what is added from now on.
    void setByteLimit(std::size_t byteLimit);

    /// Whether one of this epoch would be kept.
    bool isWanted(std::size_t epoch) const noexcept { return epoch >= m_nextEpoch; }
    /// Keeps the state of a later epoch than any before.
    void add(Trainer::State state);

    /// The last one that is no later; there is one from the first epoch added on.
    const Trainer::State& atOrBefore(std::size_t epoch) const;

    void forgetAfter(std::size_t epoch);
    /// Gives all of them a run after the others, which is as \p parent.
    void addRun(std::size_t parent);

    std::size_t count() const noexcept { return m_states.size(); }
    std::size_t bytes() const noexcept { return m_bytes; }

  private:
    void thinOut();
    void keepToLimit();
    void countBytes();

    std::size_t m_byteLimit;
    std::vector<Trainer::State> m_states; ///< by epoch
    std::size_t m_bytes = 0;
    std::size_t m_stride = 1; ///< epochs
    std::size_t m_nextEpoch = 0;
};

} // namespace reluscope
