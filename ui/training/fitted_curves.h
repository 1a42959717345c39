// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "ui/training/learned_view.h"

#include <vector>

namespace reluscope::ui {

class Plot;
class Series;

/// The curve that every run has fitted to data with one feature, over the training examples.
class FittedCurves : public LearnedView {
    Q_OBJECT

  public:
    FittedCurves(const Experiment& experiment, const Dataset& dataset, QWidget* parent = nullptr);

    void addTo(PictureRequest& request) const override { request.outputs = true; }
    void setRunHidden(std::size_t run, bool isHidden) override;
    void showHistory(const std::vector<RunHistory>& history) override;
    void showPictures(const Pictures& pictures) override;

  private:
    Plot* m_plot;
    std::vector<Series*> m_curves;
    std::vector<double> m_x;
    std::vector<double> m_y; ///< of the run at hand
};

} // namespace reluscope::ui
