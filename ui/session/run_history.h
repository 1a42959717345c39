// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace reluscope::ui {

/// What is remembered of one run, epoch by epoch: the points of its plots. Unmeasured epochs are
/// NaN, a gap and no guess.
///
/// Past `capacity` points every second one is dropped, then every second of those left, and so on:
/// memory stays bounded however long it trains, and stride() tells what is left.
class RunHistory {
  public:
    static constexpr std::size_t capacity = 20'000;

    /// One of the newest epoch takes the place of what was known of it: somebody changed a unit.
    void append(const EpochRecord& record);
    void setDivergence(const Divergence& divergence) { m_divergence = divergence; }

    const std::vector<double>& epochs() const { return m_epochs; }
    const std::vector<double>& trainLoss() const { return m_trainLoss; }
    const std::vector<double>& testLoss() const { return m_testLoss; }
    const std::vector<double>& trainAccuracy() const { return m_trainAccuracy; }
    const std::vector<double>& testAccuracy() const { return m_testAccuracy; }
    const std::vector<double>& deadFraction() const { return m_deadFraction; }

    /// One point is kept of so many epochs.
    std::size_t stride() const { return m_stride; }

    /// The newest epoch, whether kept or not.
    const std::optional<EpochRecord>& last() const { return m_last; }
    /// The newest epoch that was measured.
    const std::optional<EpochRecord>& lastMeasured() const { return m_lastMeasured; }
    const std::optional<Divergence>& divergence() const { return m_divergence; }

  private:
    std::array<std::vector<double>*, 6> allSeries();
    void thinOut();

    std::vector<double> m_epochs;
    std::vector<double> m_trainLoss;
    std::vector<double> m_testLoss;
    std::vector<double> m_trainAccuracy;
    std::vector<double> m_testAccuracy;
    std::vector<double> m_deadFraction;
    std::size_t m_stride = 1;
    std::optional<EpochRecord> m_last;
    std::optional<EpochRecord> m_lastMeasured;
    std::optional<Divergence> m_divergence;
};

} // namespace reluscope::ui
