// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/player.h"

#include "ui/learningrate/sweep_session.h"
#include "ui/session/experiment_document.h"
#include "ui/session/training_session.h"
#include "ui/shell/speed_control.h"
#include "ui/shell/window_actions.h"
#include "ui/training/slowmotion/slow_motion.h"
#include "ui/training/training_page.h"

#include <QApplication>
#include <QStatusTipEvent>

namespace reluscope::ui {

Player::Player(WindowActions& actions, const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_actions(actions)
    , m_parts(parts) {
    TrainingSession& session = parts.session;
    connect(actions.run, &QAction::triggered, this, &Player::runOrPause);
    connect(actions.step, &QAction::triggered, this, &Player::step);
    connect(actions.epoch, &QAction::triggered, &session, &TrainingSession::trainEpoch);
    connect(actions.rewind, &QAction::triggered, &session, &TrainingSession::rewind);
    connect(actions.newSeed, &QAction::triggered, this, [this] {
        m_parts.document.edit(tr("new seed"),
                              [](Experiment& experiment) { ++experiment.network.seed; });
    });
    connect(&session, &TrainingSession::stateChanged, this, &Player::showState);
    connect(&parts.sweep, &SweepSession::stateChanged, this, &Player::showState);
    connect(&parts.training, &TrainingPage::slowMotionPlayingChanged, this, &Player::showState);
}

void Player::setPage(Page page) {
    m_page = page;
    showState();
}

SlowMotion* Player::slowMotion() const {
    return m_page == Page::Training ? m_parts.training.slowMotion() : nullptr;
}

void Player::runOrPause() {
    SweepSession& sweep = m_parts.sweep;
    if (!isSweepPage()) {
        runOrPauseTraining();
    } else if (sweep.isRunning()) {
        sweep.pause();
    } else if (sweep.canRun()) {
        sweep.run();
    } else {
        // Disabled, the button would hand its focus on to one that does something else.
        QStatusTipEvent told(sweep.isComplete() && !sweep.results().empty()
                                 ? tr("All runs are finished. Start over, or change the sweep.")
                                 : tr("Nothing to sweep. Tick what to compare."));
        QApplication::sendEvent(m_parts.training.window(), &told);
    }
}

void Player::runOrPauseTraining() {
    if (m_parts.session.isTraining()) {
        m_parts.session.pause();
    } else if (SlowMotion* slow = slowMotion()) {
        slow->setPlaying(!slow->isPlaying());
    } else {
        m_parts.session.play();
    }
}

void Player::step() {
    if (SlowMotion* slow = slowMotion()) {
        slow->step();
    } else {
        m_parts.session.trainBatch();
    }
}

void Player::showState() {
    const SweepSession& sweep = m_parts.sweep;
    const SlowMotion* slow = slowMotion();
    const bool isPlaying = m_parts.session.isTraining() || (slow != nullptr && slow->isPlaying());
    m_actions.setRunning(isSweepPage() ? sweep.isRunning() : isPlaying,
                         isSweepPage() ? tr("Sweep (Space)") : tr("Train (Space)"));
    // A sweep has no steps: all of it is measured at full speed, and kept.
    for (QAction* action : {m_actions.step, m_actions.epoch, m_actions.rewind}) {
        action->setEnabled(!isSweepPage());
    }
    m_parts.speed.setEnabled(!isSweepPage());
}

} // namespace reluscope::ui
