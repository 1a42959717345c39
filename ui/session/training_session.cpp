// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/training_session.h"

#include "ui/session/experiment_document.h"
#include "ui/session/trainer_factory.h"

#include <utility>

namespace reluscope::ui {

TrainingSession::TrainingSession(ExperimentDocument& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_thread(makeTrainerFactory(), &steadyClock) {
    constexpr int frameMilliseconds = 16;
    m_frameClock.setInterval(frameMilliseconds);
    m_frameClock.setTimerType(Qt::PreciseTimer);
    connect(&m_frameClock, &QTimer::timeout, this, &TrainingSession::pull);
    connect(&document, &ExperimentDocument::changed, this, &TrainingSession::onDocumentChanged);
    connect(&document, &ExperimentDocument::opened, this, [this] {
        setTraining(false);
        open();
    });
    setSpeed(m_speed);
    open();
}

TrainingSession::~TrainingSession() = default;

void TrainingSession::play() {
    send(command::Play{});
    setTraining(true);
}

void TrainingSession::pause() {
    send(command::Pause{});
    setTraining(false);
}

void TrainingSession::trainBatch() {
    send(command::TrainBatch{});
    setTraining(false);
}

void TrainingSession::trainEpoch() {
    send(command::TrainEpoch{});
    setTraining(true);
}

void TrainingSession::rewind() {
    send(command::Rewind{});
    setTraining(false);
}

void TrainingSession::changeUnit(std::size_t run, ChangedField field, UnitPlace place) {
    send(command::ChangeUnit{m_opening, run, field, place});
}

void TrainingSession::setSpeed(double epochsPerSecond) {
    m_speed = epochsPerSecond;
    send(command::SetSpeed{epochsPerSecond});
}

void TrainingSession::watch(const PictureRequest& request) {
    send(command::Watch{request});
}

const Pictures* TrainingSession::pictures() const {
    const Pictures& newest = m_thread.pictures();
    return m_opening > 0 && newest.opening == m_opening ? &newest : nullptr;
}

void TrainingSession::open() {
    send(command::Open{m_document.experiment(), m_document.directory()});
    m_openCommand = m_thread.commandsSent();
    emit stateChanged();
}

void TrainingSession::onDocumentChanged(const Experiment& before) {
    const Experiment& after = m_document.experiment();
    if (m_isNoting) {
        m_experiment = after;
        return;
    }
    if (startsAfresh(before, after)) {
        open();
        if (m_isTraining) {
            send(command::Play{});
        }
        return;
    }
    m_experiment = after;
    send(command::Adjust{after});
}

/// Puts what the networks have come to into the document, which is nothing to tell them. Not if it
/// is ahead of them: then it speaks of others.
template <class Change>
void TrainingSession::note(const QString& text, Change change) {
    if (m_document.experiment() == m_experiment) {
        m_isNoting = true;
        m_document.edit(text, change);
        m_isNoting = false;
    }
}

void TrainingSession::send(Command command) {
    m_thread.send(std::move(command));
    if (!m_frameClock.isActive()) {
        m_frameClock.start();
    }
}

void TrainingSession::setTraining(bool isTraining) {
    if (std::exchange(m_isTraining, isTraining) != isTraining) {
        m_timeBefore = {};
        m_samplesPerSecond = 0;
        emit stateChanged();
    }
}

void TrainingSession::pull() {
    // Progress first: whatever it tells of has then been logged before.
    const bool wasLoading = isLoading();
    const bool hasProgress = m_thread.takeProgress();
    const bool hasPictures = m_thread.takePictures();
    const bool hasHistory = drainEvents();
    const bool isIdle = !progress().isTraining && !hasProgress &&
                        progress().commandsDone == m_thread.commandsSent();
    if (hasProgress) {
        if (progress().commandsDone == m_thread.commandsSent()) {
            setTraining(progress().isTraining);
        }
        measureSpeed();
    }
    if (isLoading() != wasLoading) {
        emit stateChanged();
    }
    if (hasHistory) {
        emit historyChanged();
    }
    if (hasPictures && pictures() != nullptr) {
        emit picturesChanged();
    }
    if (hasProgress) {
        emit progressChanged();
    }
    if (isIdle) {
        m_frameClock.stop();
    }
}

bool TrainingSession::drainEvents() {
    bool hasHistory = false;
    while (auto next = m_thread.nextEvent()) {
        std::visit([this](auto& event) { on(event); }, *next);
        hasHistory = true;
    }
    return hasHistory;
}

void TrainingSession::on(event::Opened& opened) {
    m_opening = opened.opening;
    m_experiment = std::move(opened.experiment);
    m_data = std::move(opened.data);
    m_history.assign(m_experiment.runs.size(), {});
    emit this->opened();
}

void TrainingSession::on(const event::Refused& failure) {
    setTraining(false);
    emit failed(failure.error);
}

void TrainingSession::on(const event::Rewound&) {
    m_history.assign(m_history.size(), {});
    note(tr("Rewind"), [](Experiment& experiment) { experiment.training.changes.clear(); });
}

void TrainingSession::on(const event::Changed& changed) {
    const QString text =
        changed.change.field == ChangedField::Kill ? tr("Kill a unit") : tr("Revive a unit");
    note(text,
         [&](Experiment& experiment) { experiment.training.changes.push_back(changed.change); });
}

void TrainingSession::on(const event::EpochEnded& ended) {
    m_history[ended.record.run].append(ended.record);
}

void TrainingSession::on(const event::RunDiverged& diverged) {
    m_history[diverged.run].setDivergence(diverged.divergence);
}

void TrainingSession::measureSpeed() {
    constexpr std::chrono::milliseconds window{500};
    if (!progress().isTraining || progress().samples < m_samplesBefore) {
        m_timeBefore = {};
    }
    if (m_timeBefore.count() == 0) {
        m_timeBefore = progress().time;
        m_samplesBefore = progress().samples;
        return;
    }
    const auto passed = progress().time - m_timeBefore;
    if (passed >= window) {
        m_samplesPerSecond = static_cast<double>(progress().samples - m_samplesBefore) /
                             std::chrono::duration<double>(passed).count();
        m_timeBefore = progress().time;
        m_samplesBefore = progress().samples;
    }
}

} // namespace reluscope::ui
