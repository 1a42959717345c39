// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"
#include "ui/controls/tile.h"
#include "ui/plot/plot.h"
#include "ui/session/run_history.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace reluscope::ui {

/// How much gradient each layer of weights gets, of all runs: whether it vanishes or explodes on
/// its way from the output down to the first layer.
class GradientLadderTile : public Tile {
    Q_OBJECT

  public:
    explicit GradientLadderTile(QWidget* parent = nullptr);

    void setRuns(const Experiment& experiment);
    void setRunHidden(std::size_t run, bool isHidden);
    /// Shows the epoch that was measured last.
    void showHistory(const std::vector<RunHistory>& history);

    Plot& plot() { return *m_plot; }

  private:
    void showRange();
    QString summary(const std::vector<RunHistory>& history) const;

    Plot* m_plot;
    std::vector<Series*> m_ladders; ///< by run
    std::size_t m_top = 0;          ///< the rung of the output; layer 1 is rung 0
    std::vector<double> m_norms;    ///< of the run at hand
    std::vector<double> m_rungs;
};

} // namespace reluscope::ui
