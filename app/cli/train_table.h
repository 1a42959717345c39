// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/text_table.h"
#include "core/training/trainer.h"

#include <cstddef>
#include <string>
#include <vector>

namespace reluscope::cli {

/// What `train` prints for people: a table that grows with each epoch, then a summary by run.
class TrainTable {
  public:
    /// `trainer` must outlive this.
    explicit TrainTable(const Trainer& trainer);

    std::string start() const;
    std::string epoch(const EpochRecord& record);
    std::string diverged(std::size_t run, const Divergence& divergence) const;
    std::string stopped(std::size_t run, const Stop& stop) const;
    std::string end(bool isInterrupted) const;

  private:
    std::string nameOf(std::size_t run) const;
    std::string silentText(std::size_t run) const;

    const Trainer& m_trainer;
    std::vector<Column> m_columns;
    std::vector<std::vector<std::size_t>> m_silent; ///< by run: of each hidden layer, as last seen
};

} // namespace reluscope::cli
