// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer_thread.h"
#include "ui/session/run_event.h"
#include "ui/session/run_history.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace reluscope::ui {

class ExperimentDocument;

/// The bridge between the document, the training thread and the pages. Sends the document's changes
/// to the thread; pulls what has happened, once a frame, for as long as anything happens.
class TrainingSession : public QObject {
    Q_OBJECT

  public:
    explicit TrainingSession(ExperimentDocument& document, QObject* parent = nullptr);
    ~TrainingSession() override;

    // The controls of the player.
    void play();
    void pause();
    void trainBatch();
    void trainEpoch();
    void rewind();
    /// Kills or revives a hidden unit of a run that is shown now.
    void changeUnit(std::size_t run, ChangedField field, UnitPlace place);
    /// Shows an epoch that is over, paused; from the newest on, the present again.
    void show(std::size_t epoch);
    void showPresent();
    /// Whether, and which, epoch of the past is shown.
    std::optional<std::size_t> pastEpoch() const { return m_pastEpoch; }
    /// Trains a run more, which is as another was at the epoch shown and has the settings of now,
    /// but for its learning rate.
    void continueFromHere(std::size_t parent, double learningRate);
    /// What a run that goes on like another would train with, if nothing else is said.
    double learningRateOf(std::size_t run) const;
    /// Epochs a second; infinity for full speed.
    void setSpeed(double epochsPerSecond);
    double speed() const { return m_speed; }
    /// Bytes that may hold the past.
    void setHistoryLimit(std::size_t bytes);
    std::size_t historyLimit() const { return m_historyLimit; }
    /// Which pictures visible views show.
    void watch(const PictureRequest& request);

    /// The experiment that the figures below belong to; null until the first has been loaded.
    const Experiment* experiment() const { return m_data ? &m_experiment : nullptr; }
    const std::shared_ptr<const Dataset>& data() const { return m_data; }
    const std::vector<RunHistory>& history() const { return m_history; }
    /// What was worth telling, oldest first.
    const RunEvents& events() const { return m_events; }
    const TrainerProgress& progress() const { return m_thread.progress(); }
    /// Null while there are none of this experiment.
    const Pictures* pictures() const;

    /// Whether it trains, or is about to because it was asked to.
    bool isTraining() const { return m_isTraining; }
    bool isLoading() const { return progress().commandsDone < m_openCommand; }
    /// Examples trained on a second, all runs together, lately; 0 while paused.
    double samplesPerSecond() const { return m_samplesPerSecond; }

  signals:
    /// New networks: data, runs and history were replaced.
    void opened();
    /// Something was appended to the history, or it was rewound.
    void historyChanged();
    void progressChanged();
    void picturesChanged();
    /// pastEpoch() changed.
    void pastEpochChanged();
    /// isTraining() or isLoading() changed.
    void stateChanged();
    void failed(const reluscope::InputError& error);

  private:
    void open();
    void onDocumentChanged(const Experiment& before);
    void send(Command command);
    void setTraining(bool isTraining);
    void setPastEpoch(std::optional<std::size_t> epoch);
    void startOver();
    void pull();
    bool drainEvents();
    void measureSpeed();

    void on(event::Opened& opened);
    void on(const event::Refused& failure);
    void on(const event::Rewound& rewound);
    void on(const event::Changed& changed);
    void on(const event::EpochShown& shown);
    void on(event::Branched& branched);
    void on(const event::EpochEnded& ended);
    void on(const event::RunDiverged& diverged);
    void on(const event::RunStopped& stopped);
    void on(const event::SharpnessFound& found);

    ExperimentDocument& m_document;
    TrainerThread m_thread;
    QTimer m_frameClock;

    Experiment m_experiment;
    std::shared_ptr<const Dataset> m_data;
    std::uint64_t m_opening = 0;
    std::uint64_t m_openCommand = 0; ///< number of the last command::Open
    std::vector<RunHistory> m_history;
    RunEvents m_events;
    std::optional<std::size_t> m_pastEpoch;
    bool m_isBranching = false; ///< the document's edit comes of a branch
    bool m_isTraining = false;
    double m_speed = 20;
    std::size_t m_historyLimit = TrainerThread::defaultHistoryLimit;

    double m_samplesPerSecond = 0;
    std::size_t m_samplesBefore = 0;
    std::chrono::nanoseconds m_timeBefore{0};
};

} // namespace reluscope::ui
