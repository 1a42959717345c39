// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/training_session.h"

#include "ui/session/branch.h"
#include "ui/session/experiment_document.h"
#include "ui/session/trainer_factory.h"

#include <algorithm>
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
    showPresent();
    send(command::Play{});
    setTraining(true);
}

void TrainingSession::pause() {
    send(command::Pause{});
    setTraining(false);
}

void TrainingSession::trainBatch() {
    showPresent();
    send(command::TrainBatch{});
    setTraining(false);
}

void TrainingSession::trainEpoch() {
    showPresent();
    send(command::TrainEpoch{});
    setTraining(true);
}

void TrainingSession::rewind() {
    if (m_document.experiment().training.changes.empty()) {
        send(command::Rewind{});
    } else {
        m_document.edit(tr("rewind"),
                        [](Experiment& experiment) { experiment.training.changes.clear(); });
    }
    setTraining(false);
}

void TrainingSession::changeUnit(std::size_t run, ChangedField field, UnitPlace place) {
    showPresent(); // nothing can be changed in the past
    send(command::ChangeUnit{m_opening, run, field, place});
}

void TrainingSession::show(std::size_t epoch) {
    if (epoch >= progress().epoch) {
        showPresent();
        return;
    }
    const bool isMeasured = std::ranges::all_of(m_history, [epoch](const RunHistory& history) {
        const EpochRecord* record = history.measuredAt(epoch);
        return (record != nullptr && record->epoch == epoch) ||
               (history.divergence() && history.divergence()->epoch <= epoch) ||
               (history.stop() && history.stop()->epoch < epoch);
    });
    send(command::Show{epoch, !isMeasured});
    setTraining(false);
    setPastEpoch(epoch);
}

void TrainingSession::showPresent() {
    if (m_pastEpoch) {
        send(command::Show{progress().epoch});
        setPastEpoch(std::nullopt);
    }
}

void TrainingSession::setPastEpoch(std::optional<std::size_t> epoch) {
    if (std::exchange(m_pastEpoch, epoch) == epoch) {
        return;
    }
    for (RunHistory& history : m_history) {
        if (epoch) {
            history.showPast(*epoch);
        } else {
            history.showPresent();
        }
    }
    emit pastEpochChanged();
    emit historyChanged();
}

double TrainingSession::learningRateOf(std::size_t run) const {
    const Experiment& experiment = m_document.experiment();
    return effectiveOptimizer(experiment, experiment.runs[run]).learningRate;
}

void TrainingSession::continueFromHere(std::size_t parent, double learningRate) {
    const std::size_t epoch = m_pastEpoch.value_or(progress().epoch);
    const EpochRecord* record = m_history[parent].measuredAt(epoch);
    const EpochRecord* shown = m_history[parent].shown() ? &*m_history[parent].shown() : record;
    if (shown == nullptr || shown->epoch != epoch) {
        return; // its record is on the way
    }
    const RunBranch branch =
        branchOf(m_document.experiment(), parent, epoch, shown->step, learningRate);
    m_isBranching = true;
    m_document.addBranch(tr("continue from epoch %1").arg(epoch), branch.run, branch.changes);
    m_isBranching = false;
    send(command::Branch{m_document.experiment(), parent, epoch});
    setPastEpoch(std::nullopt);
    play();
}

void TrainingSession::setSpeed(double epochsPerSecond) {
    m_speed = epochsPerSecond;
    send(command::SetSpeed{epochsPerSecond});
}

void TrainingSession::setHistoryLimit(std::size_t bytes) {
    m_historyLimit = bytes;
    send(command::SetHistoryLimit{bytes});
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
    if (m_isBranching) {
        return;
    }
    const Experiment& after = m_document.experiment();
    Experiment rewound = before;
    rewound.training.changes.clear();
    if (before != after && rewound == after) {
        send(command::Rewind{});
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
    startOver();
    emit this->opened();
}

void TrainingSession::startOver() {
    m_history.assign(m_experiment.runs.size(), {});
    m_events.clear();
    setPastEpoch(std::nullopt);
}

void TrainingSession::on(const event::Refused& failure) {
    setTraining(false);
    emit failed(failure.error);
}

void TrainingSession::on(const event::Rewound&) {
    m_document.forgetChanges();
    startOver();
}

void TrainingSession::on(const event::Changed& changed) {
    m_document.record(changed.change);
    m_events.add(m_experiment, changed.change, progress().epoch);
}

void TrainingSession::on(const event::EpochShown& shown) {
    if (m_pastEpoch == shown.record.epoch) {
        m_history[shown.record.run].setShown(shown.record);
    }
}

void TrainingSession::on(event::Branched& branched) {
    m_opening = branched.opening;
    m_experiment = std::move(branched.experiment);
    m_history.push_back(m_history[branched.parent].until(branched.epoch));
    emit opened();
}

void TrainingSession::on(const event::EpochEnded& ended) {
    m_events.add(m_history[ended.record.run].lastMeasured(), ended.record);
    m_history[ended.record.run].append(ended.record);
}

void TrainingSession::on(const event::RunDiverged& diverged) {
    m_history[diverged.run].setDivergence(diverged.divergence);
    m_events.add(diverged.run, diverged.divergence);
}

void TrainingSession::on(const event::RunStopped& stopped) {
    m_history[stopped.run].setStop(stopped.stop);
    m_events.setStop(stopped.run, stopped.stop);
}

void TrainingSession::on(const event::SharpnessFound& found) {
    m_history[found.point.run].addSharpness(found.point);
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
