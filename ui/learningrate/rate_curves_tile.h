// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/seed_summary.h"
#include "ui/controls/tile.h"
#include "ui/learningrate/rate_curve.h"
#include "ui/plot/plot.h"

#include <vector>

class QStackedWidget;

namespace reluscope::ui {

class EmptyState;
class Segments;
struct PlannedSweep;

/// What a sweep comes to over the learning rate, a line a run: the training loss at the end, or how
/// many units are dead then. Grows from coarse to fine as runs end.
class RateCurvesTile : public Tile {
    Q_OBJECT

  public:
    explicit RateCurvesTile(QWidget* parent = nullptr);

    /// Another sweep, of which nothing has ended yet.
    void setSweep(const PlannedSweep& sweep);
    /// What has ended so far, as SeedSummaries has it.
    void setSummaries(std::vector<SeedSummary> summaries);

    Plot& plot() { return *m_plot; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    enum class Figure { Loss, DeadUnits };

    void setFigure(Figure figure);
    void showCurves();
    void showCurve(std::size_t run);
    void showRates();
    void showLosses();
    void showDeadUnits();
    void labelRunsWithoutDeadUnits();
    void showNote();
    QString summary() const;
    QString sentenceOf(std::size_t run) const;

    Segments* m_choice;
    QStackedWidget* m_body;
    EmptyState* m_empty;
    Plot* m_plot;
    Figure m_figure = Figure::Loss;
    SweepSpec m_spec;
    std::vector<SeedSummary> m_summaries;
    std::vector<Series*> m_lines; ///< by run
    std::vector<RateCurve> m_curves;
};

} // namespace reluscope::ui
