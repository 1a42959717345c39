// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "core/training/pictures.h"
#include "ui/controls/tile.h"
#include "ui/plot/plot.h"
#include "ui/session/run_history.h"

#include <cstddef>
#include <optional>
#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace reluscope::ui {

class Segments;
class SharpnessView;

/// How much gradient each layer of weights gets, of all runs: whether it vanishes or explodes on
/// its way from the output down to the first layer. Or, in its place, how sharp the loss is there.
class GradientLadderTile : public Tile {
    Q_OBJECT

  public:
    explicit GradientLadderTile(QWidget* parent = nullptr);

    void setRuns(const Experiment& experiment, const Dataset& dataset);
    void setRunHidden(std::size_t run, bool isHidden);
    /// Shows the epoch that was measured last.
    void showHistory(const std::vector<RunHistory>& history);

    /// Which of its views is shown.
    void setSharpnessShown(bool isShown);
    bool isSharpnessShown() const { return m_isSharpnessShown; }
    /// Asks for the sharpness while somebody sees it.
    void addTo(PictureRequest& request) const;

    Plot& plot() { return *m_plot; }
    SharpnessView& sharpness() { return *m_sharpness; }

  signals:
    /// What addTo() asks for has changed.
    void requestChanged();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void showView();
    void showTitle();
    bool fitsBesideViews(const QString& title) const;
    void showRange();
    QString summary(const std::vector<RunHistory>& history) const;

    Segments* m_views;
    QHBoxLayout* m_headerPlace; ///< of the views, where the tile is wide enough
    QVBoxLayout* m_bodyLayout;
    Plot* m_plot;
    SharpnessView* m_sharpness;
    bool m_isSharpnessShown = false;
    std::vector<Series*> m_ladders; ///< by run
    std::size_t m_top = 0;          ///< the rung of the output; layer 1 is rung 0
    std::vector<double> m_norms;    ///< of the run at hand
    std::vector<double> m_rungs;
};

} // namespace reluscope::ui
