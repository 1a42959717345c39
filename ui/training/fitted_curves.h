// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "core/training/trainer_thread.h"
#include "ui/session/run_history.h"

#include <QWidget>

#include <vector>

namespace reluscope::ui {

class Plot;
class Series;

/// The curve that every run has fitted to data with one feature, over the training examples.
class FittedCurves : public QWidget {
    Q_OBJECT

  public:
    FittedCurves(const Experiment& experiment, const Dataset& dataset, QWidget* parent = nullptr);

    void setRunHidden(std::size_t run, bool isHidden);
    void showHistory(const std::vector<RunHistory>& history);
    void showPictures(const Pictures& pictures);

  private:
    Plot* m_plot;
    std::vector<Series*> m_curves;
    std::vector<double> m_x;
    std::vector<double> m_y; ///< of the run at hand
};

} // namespace reluscope::ui
