// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"
#include "core/training/pictures.h"
#include "ui/controls/tile.h"
#include "ui/training/slowmotion/step_phase.h"

#include <QBasicTimer>

#include <optional>
#include <vector>

class QLabel;

namespace reluscope::ui {

class NumberField;
class Segments;
class StepDiagram;

/// The next step of a run, phase by phase, with its numbers: forward, backward, update. Stepping
/// on after the update trains the batch; then the one after it is shown. While it plays it steps
/// on by itself.
class SlowMotion : public Tile {
    Q_OBJECT

  public:
    explicit SlowMotion(QWidget* parent = nullptr);

    void setRuns(const Experiment& experiment, const Dataset& dataset);
    void setSelectedRun(std::size_t run);

    void addTo(PictureRequest& request) const;
    void showPictures(const Pictures& pictures);

    StepPhase phase() const { return m_phase; }
    /// To the next phase, or the next batch.
    void step();
    void setPlaying(bool isPlaying);
    bool isPlaying() const { return m_clock.isActive(); }

  signals:
    void requestChanged();
    void batchRequested();
    void playingChanged();
    void closeRequested();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

  private:
    QWidget* makeBody();
    void setPhase(StepPhase phase);
    void showStep();
    void showFormulas();
    QString legend() const;

    QStringList m_classNames;
    Segments* m_phases;
    Segments* m_runs;
    NumberField* m_example;
    QLabel* m_examples;
    QLabel* m_legend;
    StepDiagram* m_diagram;
    QLabel* m_place;
    std::vector<QLabel*> m_formulas;

    std::optional<StepTrace> m_trace; ///< unset before the first pictures, and of a diverged run
    bool m_hasDiverged = false;
    std::size_t m_selectedRun = 0;
    StepPhase m_phase = StepPhase::Forward;
    bool m_isBatchOnTheWay = false;
    QBasicTimer m_clock;
};

} // namespace reluscope::ui
