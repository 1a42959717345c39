// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"
#include "ui/controls/tile.h"
#include "ui/plot/plot.h"
#include "ui/session/arrival.h"
#include "ui/session/run_history.h"

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace reluscope::ui {

/// What an EpochTile plots against the epoch.
struct EpochMetric {
    using Values = const std::vector<double>& (RunHistory::*)() const;

    QString title;
    QString plotName; ///< accessible
    const char* objectName;
    Values main;           ///< on fixed weights, 2 px
    Values tint = nullptr; ///< as it trained, a tint beside it
    double factor = 1;     ///< from stored to shown numbers
    AxisOptions axis;
    SeriesShape shape = SeriesShape::Lines;
    bool hasArea = false;
    bool explainsDivergence = false;          ///< the other tiles only say that a run has diverged
    bool isLabelledByValue = false;           ///< the largest value as a figure, the others by name
    std::function<QString(double)> valueText; ///< of a stored number
    std::function<QString(double)> shortText; ///< the same where there is little room
    /// The range of the y axis for the extent of the shown numbers.
    std::function<Interval(Interval shown, Interval data)> range;
    /// What a race may be to, if the tile can tell who is faster.
    std::optional<RaceTarget::Figure> race = {};
};

EpochMetric lossMetric();
EpochMetric accuracyMetric();
EpochMetric deadUnitsMetric();

class RaceControl;
class RaceTable;

/// One metric of all runs over the epochs, live; and who is faster, in place of the plot or beside
/// it, where there is room for both.
class EpochTile : public Tile {
    Q_OBJECT

  public:
    explicit EpochTile(EpochMetric metric, QWidget* parent = nullptr);

    /// Lines for the runs of another experiment.
    void setRuns(const Experiment& experiment);
    void setRunHidden(std::size_t run, bool isHidden);
    /// Whether it offers to tell who is faster.
    void setRaceAvailable(bool isAvailable);
    /// Shows what the history holds by now.
    void showHistory(const std::vector<RunHistory>& history);

    Plot& plot() { return *m_plot; }

  signals:
    /// It shows something else of the same history.
    void viewChanged();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    struct Lines {
        Series* main;
        Series* tint; ///< null if the metric has none
        QString name;
        bool isHidden = false;
    };

    void makeRace(RaceTarget::Figure figure);
    bool isRaceShown() const;
    void arrangeRace();
    void showRace(const std::vector<RunHistory>& history);
    void showLabels(const std::vector<RunHistory>& history);
    Interval startRange() const;
    void showPast(const std::vector<RunHistory>& history);
    void showPastEpoch();
    static QString caption();
    /// Whether the cross-hair says what it reads.
    void setReadOut(bool isShown);
    void showRanges(const std::vector<RunHistory>& history);
    QString summary(const std::vector<RunHistory>& history) const;
    QString divergenceText(const Lines& lines, const Divergence& divergence) const;
    /// Of the epoch that is shown.
    std::optional<double> valueShown(const RunHistory& history) const;
    bool hasDiverged(const RunHistory& history) const;
    void setPoints(Series& line, const std::vector<double>& epochs,
                   const std::vector<double>& values);

    EpochMetric m_metric;
    Plot* m_plot;
    // Null where the metric is none to race by.
    RaceControl* m_raceControl = nullptr;
    RaceTable* m_raceTable = nullptr;
    QWidget* m_raceArea = nullptr; ///< in which the table scrolls
    bool m_isRaceAvailable = false;
    std::vector<Lines> m_lines;
    std::vector<double> m_shownEpochs;
    std::vector<double> m_shownValues;
    std::optional<std::size_t> m_pastEpoch;
};

} // namespace reluscope::ui
