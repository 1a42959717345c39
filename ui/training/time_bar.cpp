// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/time_bar.h"

#include "ui/session/display_names.h"
#include "ui/session/training_session.h"
#include "ui/theme/theme.h"
#include "ui/training/time_line.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace reluscope::ui {

TimeBar::TimeBar(TrainingSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_timeLine(new TimeLine)
    , m_continue(new QPushButton(tr("Continue from here"))) {
    m_continue->setObjectName(QStringLiteral("continueFromHere"));
    m_continue->setToolTip(tr("Trains a new run from this epoch on, with the present settings or "
                              "another learning rate, beside those that there are."));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, scaled(this, 8), 0);
    layout->setSpacing(0);
    layout->addWidget(m_timeLine, 1);
    layout->addWidget(m_continue);

    connect(m_timeLine, &TimeLine::epochRequested, &m_session, &TrainingSession::show);
    connect(m_continue, &QPushButton::clicked, this, &TimeBar::askHow);
    connect(&m_session, &TrainingSession::opened, this, &TimeBar::showRuns);
    connect(&m_session, &TrainingSession::historyChanged, this,
            [this] { m_timeLine->setEvents(m_session.events()); });
    connect(&m_session, &TrainingSession::progressChanged, this, &TimeBar::showProgress);
    connect(&m_session, &TrainingSession::pastEpochChanged, this, &TimeBar::showProgress);
    showRuns();
}

void TimeBar::setRunHidden(std::size_t run, bool isHidden) {
    m_timeLine->setRunHidden(run, isHidden);
}

void TimeBar::showRuns() {
    const Experiment* experiment = m_session.experiment();
    m_timeLine->setRunCount(experiment == nullptr ? 0 : experiment->runs.size());
    m_timeLine->setEvents(m_session.events());
    showProgress();
}

void TimeBar::showProgress() {
    const Experiment* experiment = m_session.experiment();
    m_timeLine->setEpochs(m_session.progress().epoch,
                          experiment == nullptr ? 0 : experiment->training.epochs,
                          m_session.pastEpoch());
    m_continue->setEnabled(!runsThatCanGoOn().empty());
}

std::vector<BranchForm::Parent> TimeBar::runsThatCanGoOn() const {
    std::vector<BranchForm::Parent> parents;
    const auto past = m_session.pastEpoch();
    for (std::size_t run = 0; past && run < m_session.history().size(); ++run) {
        const RunHistory& history = m_session.history()[run];
        const bool hasDiverged = history.divergence() && history.divergence()->epoch <= *past;
        const bool hasStopped = history.stop() && history.stop()->epoch <= *past;
        if (!hasDiverged && !hasStopped) {
            parents.push_back({.run = run,
                               .name = toQString(m_session.experiment()->runs[run].name),
                               .learningRate = m_session.learningRateOf(run)});
        }
    }
    return parents;
}

void TimeBar::askHow() {
    auto* form = new BranchForm(*m_session.pastEpoch(), runsThatCanGoOn(), this);
    connect(form, &BranchForm::accepted, &m_session, &TrainingSession::continueFromHere);
    form->showAbove(*m_continue);
}

void TimeBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Tone::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Tone::Border));
}

} // namespace reluscope::ui
