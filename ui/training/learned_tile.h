// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "core/training/trainer_thread.h"
#include "ui/controls/tile.h"
#include "ui/session/run_history.h"

#include <vector>

namespace reluscope::ui {

class DecisionSurfaces;
class FittedCurves;
class ImagePredictions;
class Segments;

/// What the networks have learned: their decision surfaces for two classes in the plane, their
/// curves for a regression of one feature, their predictions of test images one run at a time.
class LearnedTile : public Tile {
    Q_OBJECT

  public:
    explicit LearnedTile(QWidget* parent = nullptr);

    void setRuns(const Experiment& experiment, const Dataset& dataset);
    void setRunHidden(std::size_t run, bool isHidden);
    /// Shows a run where only one has room.
    void setSelectedRun(std::size_t run);

    void showHistory(const std::vector<RunHistory>& history);
    void showPictures(const Pictures& pictures);

  private:
    DecisionSurfaces* m_surfaces = nullptr;
    FittedCurves* m_curves = nullptr;
    ImagePredictions* m_predictions = nullptr;
    Segments* m_runs = nullptr;
};

} // namespace reluscope::ui
