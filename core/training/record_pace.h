// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <algorithm>
#include <chrono>

namespace reluscope {

/// Which epochs are told of, and which of those are measured, where they come fast.
class RecordPace {
  public:
    explicit RecordPace(Trainer::Clock clock)
        : m_clock(clock) {}

    /// Small networks train more epochs a second than anybody could draw, or even remember.
    bool isRecordDue() const { return m_clock() >= m_recordDue; }

    /// Every epoch is measured, unless they come faster than the eye can follow: then as often as
    /// takes one twentieth of the time.
    bool isMeasurementDue() const {
        constexpr std::chrono::milliseconds shortest{20};
        constexpr int shareOfTime = 20;
        const auto now = m_clock();
        return now - m_epochEndedAt >= shortest ||
               now - m_measuredAt >=
                   std::max<std::chrono::nanoseconds>(shortest, shareOfTime * m_measuringTook);
    }

    void noteRecord() {
        constexpr std::chrono::milliseconds shortest{1};
        constexpr std::chrono::milliseconds longestLag{50}; // is made up for
        m_recordDue = std::max(m_recordDue, m_clock() - longestLag) + shortest;
    }
    void noteMeasurement(std::chrono::nanoseconds begin) {
        m_measuredAt = m_clock();
        m_measuringTook = m_measuredAt - begin;
    }
    void noteEpochEnd() { m_epochEndedAt = m_clock(); }

  private:
    Trainer::Clock m_clock;
    std::chrono::nanoseconds m_epochEndedAt{0};
    std::chrono::nanoseconds m_recordDue{0};
    std::chrono::nanoseconds m_measuredAt{0};
    std::chrono::nanoseconds m_measuringTook{0};
};

} // namespace reluscope
