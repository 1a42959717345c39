// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/time_bar.h"

#include "ui/session/display_names.h"
#include "ui/session/training_session.h"
#include "ui/theme/theme.h"
#include "ui/training/time_line.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace reluscope::ui {

TimeBar::TimeBar(TrainingSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_timeLine(new TimeLine)
    , m_continue(new QPushButton(tr("Continue from here"))) {
    m_continue->setObjectName(QStringLiteral("continueFromHere"));
    m_continue->setToolTip(tr("Trains a new run from this epoch on, with the present settings, "
                              "beside those that there are."));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, scaled(this, 8), 0);
    layout->setSpacing(0);
    layout->addWidget(m_timeLine, 1);
    layout->addWidget(m_continue);

    connect(m_timeLine, &TimeLine::epochRequested, &m_session, &TrainingSession::show);
    connect(m_continue, &QPushButton::clicked, this, &TimeBar::chooseRun);
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
    m_continue->setEnabled(m_session.pastEpoch().has_value());
}

void TimeBar::chooseRun() {
    const auto& runs = m_session.experiment()->runs;
    if (runs.size() == 1) {
        m_session.continueFromHere(0);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t run = 0; run < runs.size(); ++run) {
        QAction* action = menu->addAction(tr("Continue %1").arg(toQString(runs[run].name)));
        action->setEnabled(!m_session.history()[run].divergence() ||
                           m_session.history()[run].divergence()->epoch > m_session.pastEpoch());
        connect(action, &QAction::triggered, &m_session,
                [this, run] { m_session.continueFromHere(run); });
    }
    menu->popup(m_continue->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void TimeBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Tone::Panel));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Tone::Border));
}

} // namespace reluscope::ui
