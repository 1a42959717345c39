// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/sharpness_watch.h"
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
    /// Of whole records, which are larger.
    static constexpr std::size_t recordCapacity = 2'000;

    /// One of the newest epoch takes the place of what was known of it: somebody changed a unit.
    void append(const EpochRecord& record);
    void setDivergence(const Divergence& divergence) { m_divergence = divergence; }
    void setStop(const std::optional<Stop>& stop) { m_stop = stop; }

    const std::vector<double>& epochs() const { return m_epochs; }
    const std::vector<double>& steps() const { return m_steps; }
    const std::vector<double>& seconds() const { return m_seconds; } ///< of training alone
    const std::vector<double>& trainLoss() const { return m_trainLoss; }
    const std::vector<double>& testLoss() const { return m_testLoss; }
    const std::vector<double>& trainAccuracy() const { return m_trainAccuracy; }
    const std::vector<double>& testAccuracy() const { return m_testAccuracy; }
    const std::vector<double>& deadFraction() const { return m_deadFraction; }

    /// Puts a point in its place; one of the same epoch takes the place of what was known of it.
    void addSharpness(const SharpnessPoint& point);
    /// By epoch: where somebody watched it, and the trainer had the time.
    const std::vector<SharpnessPoint>& sharpness() const { return m_sharpness; }

    /// One point is kept of so many epochs: the first that there is of each so many.
    std::size_t stride() const { return m_stride; }

    /// The last measured record at or before an epoch, of those that were kept; null before there
    /// is one.
    const EpochRecord* measuredAt(std::size_t epoch) const;
    /// An index into the points above: the last at or before an epoch.
    std::optional<std::size_t> pointAt(std::size_t epoch) const;

    /// From now on shown() tells of an epoch in the past, or again of the present.
    void showPast(std::size_t epoch);
    void showPresent();
    /// A record of the epoch in the past, which was measured for it.
    void setShown(const EpochRecord& record) { m_shown = record; }
    /// What tiles show: the newest measured record, or that of the epoch in the past.
    const std::optional<EpochRecord>& shown() const {
        return m_pastEpoch ? m_shown : m_lastMeasured;
    }
    std::optional<std::size_t> pastEpoch() const { return m_pastEpoch; }

    /// What it was at the end of an epoch.
    RunHistory until(std::size_t epoch) const;

    /// The newest epoch, whether kept or not.
    const std::optional<EpochRecord>& last() const { return m_last; }
    /// The newest epoch that was measured.
    const std::optional<EpochRecord>& lastMeasured() const { return m_lastMeasured; }
    const std::optional<Divergence>& divergence() const { return m_divergence; }
    /// Where a stop rule has ended it.
    const std::optional<Stop>& stop() const { return m_stop; }
    /// Whether it had diverged by the epoch that shown() tells of.
    bool isDivergenceShown() const {
        return m_divergence && (!m_pastEpoch || m_divergence->epoch <= *m_pastEpoch);
    }

  private:
    std::array<std::vector<double>*, 8> allSeries();
    void appendPoint(const EpochRecord& record);
    void thinOut();
    void keepMeasured(const EpochRecord& record);
    void thinOutSharpness();

    std::vector<double> m_epochs;
    std::vector<double> m_steps;
    std::vector<double> m_seconds;
    std::vector<double> m_trainLoss;
    std::vector<double> m_testLoss;
    std::vector<double> m_trainAccuracy;
    std::vector<double> m_testAccuracy;
    std::vector<double> m_deadFraction;
    std::size_t m_stride = 1;
    std::size_t m_nextEpoch = 0; ///< from which on a point is kept
    std::vector<EpochRecord> m_measured;
    std::size_t m_measuredStride = 1;
    std::size_t m_nextMeasured = 0;
    std::vector<SharpnessPoint> m_sharpness;
    std::optional<std::size_t> m_pastEpoch;
    std::optional<EpochRecord> m_shown;
    std::optional<EpochRecord> m_last;
    std::optional<EpochRecord> m_lastMeasured;
    std::optional<Divergence> m_divergence;
    std::optional<Stop> m_stop;
};

} // namespace reluscope::ui
