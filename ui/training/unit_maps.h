// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "ui/training/run_maps.h"

#include <vector>

namespace reluscope::ui {

/// One hidden unit in every run: its activation over the plane, or of other data its incoming
/// weights. Units at the same place began with the same draws.
class UnitMaps : public RunMaps {
    Q_OBJECT

  public:
    UnitMaps(const Experiment& experiment, const Dataset& dataset, QWidget* parent = nullptr);

    void showHistory(const std::vector<RunHistory>& history) override;
    void showPictures(const Pictures& pictures) override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void showFigures();
    void showUnit(std::size_t run, const UnitPictures& unit, UnitPlace place);

    std::vector<std::vector<float>> m_neutral; ///< by run and layer: see neutralActivation()
    std::vector<QString> m_figures;            ///< by run, what captions say where there is room
    std::vector<float> m_field;                ///< of the run at hand
};

} // namespace reluscope::ui
