// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/snapshots.h"

#include <chrono>
#include <cstddef>
#include <optional>

namespace reluscope {

/// Takes a trainer back to epochs that it has passed, and to the present again. Epochs between two
/// snapshots are trained once more, which gives the same bits.
class Past {
  public:
    Past(Trainer::Clock clock, std::size_t byteLimit)
        : m_clock(clock)
        , m_snapshots(byteLimit) {}

    void setByteLimit(std::size_t byteLimit) { m_snapshots.setByteLimit(byteLimit); }

    /// Forgets everything; the trainer is at epoch 0.
    void startOver(const Trainer& trainer);

    /// Takes a snapshot at the end of an epoch, unless that would take more than a hundredth of the
    /// time.
    void keep(const Trainer& trainer);

    /// From now on the trainer is on its way to the end of an earlier epoch. The first time it sets
    /// the present aside.
    void show(const Trainer& trainer, std::size_t epoch);
    /// Whether the trainer is not where it has got to.
    bool isShown() const noexcept { return m_present.has_value(); }
    /// Whether it has not arrived where it was sent.
    bool isOnTheWay() const noexcept { return m_isOnTheWay; }
    /// Goes some of the way; true on arrival.
    bool goOn(Trainer& trainer);

    std::size_t shownEpoch() const noexcept { return m_target; }
    /// Whole epochs done in the present that was set aside.
    std::size_t presentEpoch() const noexcept { return m_present->epoch(); }

    /// Where there is a present to return to.
    void returnToPresent(Trainer& trainer);

    /// The trainer goes on from the epoch shown, with a run more, which is as \p parent.
    void branch(std::size_t parent);

  private:
    Trainer::Clock m_clock;
    Snapshots m_snapshots;
    std::chrono::nanoseconds m_nextAt{0};
    std::optional<Trainer::State> m_present;
    std::size_t m_target = 0;
    bool m_isOnTheWay = false;
    bool m_hasLeft = false; ///< the present, for an epoch before it
};

} // namespace reluscope
