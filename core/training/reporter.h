// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer_thread.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace reluscope {

/// Tells of each run what has become of it, once: its epochs, that it diverged or was stopped.
/// After a branch runs go once more where they have been, and there is nothing to tell of that.
class Reporter {
  public:
    explicit Reporter(AppendLog<TrainerEvent>& events)
        : m_events(events) {}

    /// Nothing has been told of the runs of \p trainer.
    void startOver(const Trainer& trainer);
    /// There is a run more, of which is known what is known of the one that it branched off.
    void addRun(const Trainer& trainer);

    /// The records of the epoch that has ended.
    void tellEpoch(Trainer& trainer, bool isMeasured, const std::stop_token& stop);
    void tellDivergences(const Trainer& trainer);
    /// With the measured record of a run's last epoch, unless that has been told.
    void tellStops(Trainer& trainer, bool isEpochMeasured, const std::stop_token& stop);

  private:
    struct Told {
        std::size_t epoch = 0;
        bool hasDiverged = false;
        std::optional<Stop> stop;
    };

    AppendLog<TrainerEvent>& m_events;
    std::vector<Told> m_told; ///< by run
};

} // namespace reluscope
