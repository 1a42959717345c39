// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QObject>

namespace reluscope::ui {

class ExperimentDocument;
class SlowMotion;
class SpeedControl;
class SweepSession;
class TrainingPage;
class TrainingSession;
class WindowActions;

/// What Run, Step and their like do: to what the page in front shows.
class Player : public QObject {
    Q_OBJECT

  public:
    struct Parts {
        ExperimentDocument& document;
        TrainingSession& session;
        SweepSession& sweep;
        TrainingPage& training;
        SpeedControl& speed;
    };

    Player(WindowActions& actions, const Parts& parts, QObject* parent);

    void setPage(Page page);
    /// Shows on the actions what is going on.
    void showState();

  private:
    void runOrPause();
    void runOrPauseTraining();
    void step();
    bool isSweepPage() const { return m_page == Page::LearningRate; }
    SlowMotion* slowMotion() const; ///< null unless it is in front

    WindowActions& m_actions;
    Parts m_parts;
    Page m_page = Page::Training;
};

} // namespace reluscope::ui
