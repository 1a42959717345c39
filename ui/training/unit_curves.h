// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "ui/training/learned_view.h"

#include <vector>

namespace reluscope::ui {

class Plot;
class Series;

/// What one hidden unit of every run says of data with one feature.
class UnitCurves : public LearnedView {
    Q_OBJECT

  public:
    UnitCurves(const Experiment& experiment, const Dataset& dataset, QWidget* parent = nullptr);

    void setRunHidden(std::size_t run, bool isHidden) override;
    void showPictures(const Pictures& pictures) override;

  private:
    Plot* m_plot;
    std::vector<Series*> m_curves;
    std::vector<double> m_x;
    std::vector<double> m_y; ///< of the run at hand
    UnitPlace m_place;       ///< of the unit that is shown
};

} // namespace reluscope::ui
