// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <cstddef>
#include <string>

namespace reluscope::cli {

// The lines of one run that are about one epoch.
std::string epochLine(const std::string& run, const EpochRecord& record);
std::string divergedLine(const std::string& run, const Divergence& divergence);

/// What `train --json` prints, as docs/contracts.md lays it down: JSON Lines, an event a line.
class TrainJsonLines {
  public:
    /// `trainer` must outlive this.
    explicit TrainJsonLines(const Trainer& trainer)
        : m_trainer(trainer) {}

    std::string start() const;
    std::string epoch(const EpochRecord& record) const;
    std::string diverged(std::size_t run, const Divergence& divergence) const;
    std::string stopped(std::size_t run, const Stop& stop) const;
    std::string end(bool isInterrupted) const; ///< a line for each run

  private:
    std::string unitEvents(const EpochRecord& record) const;
    const std::string& nameOf(std::size_t run) const;

    const Trainer& m_trainer;
};

} // namespace reluscope::cli
