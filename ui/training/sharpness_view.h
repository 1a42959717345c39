// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "ui/session/run_history.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace reluscope::ui {

class EmptyState;
class Plot;
class Series;

/// The sharpness of all runs over the epochs at which it was measured, and the limits up to which
/// gradient descent is stable at their rates.
class SharpnessView : public QWidget {
    Q_OBJECT

  public:
    explicit SharpnessView(QWidget* parent = nullptr);

    void setRuns(const Experiment& experiment, const Dataset& dataset);
    void setRunHidden(std::size_t run, bool isHidden);
    void showHistory(const std::vector<RunHistory>& history);

    /// Whether any network is small enough; words say so if not.
    bool isMeasurable() const;
    Plot& plot() { return *m_plot; }

  private:
    struct Lines {
        Series* sharpness;
        Series* limit;
        QString name;
        bool isSmall = false;
        bool isHidden = false;
    };

    void showLine(Lines& lines, const RunHistory& history);
    void showLimit(std::size_t run, const std::vector<RunHistory>& history);
    void showRange(bool isStart);
    void showPast(const std::vector<RunHistory>& history);
    QString remarks(const std::vector<RunHistory>& history) const;
    QString summary(const std::vector<RunHistory>& history) const;

    QLabel* m_remarks;
    Plot* m_plot;
    EmptyState* m_tooLarge;
    std::vector<Lines> m_lines; ///< by run
    std::size_t m_examples = 0; ///< that are trained on
    std::vector<double> m_epochs;
    std::vector<double> m_values;
    std::optional<std::size_t> m_pastEpoch;
};

} // namespace reluscope::ui
