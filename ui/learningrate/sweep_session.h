// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/seed_summary.h"
#include "ui/learningrate/sweep_plan.h"
#include "ui/learningrate/sweep_worker.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace reluscope::ui {

class ExperimentDocument;

/// The bridge between the document, the sweep's thread and the page. Shows one sweep at a time:
/// that of the experiment and the plan, with what results there are of it from earlier; or, once
/// there are results, that one until another is begun, or planned.
class SweepSession : public QObject {
    Q_OBJECT

  public:
    /// Results are kept in \p folder, for the next time that the same sweep is wanted.
    SweepSession(ExperimentDocument& document, std::filesystem::path folder,
                 QObject* parent = nullptr);
    ~SweepSession() override;

    SweepPlan& plan() { return m_plan; }

    /// Begins what is planned, or goes on with what is shown.
    void run();
    /// Drops the results of what is shown, and runs it from the beginning.
    void startOver();
    void pause();
    /// Ends the runs under way, and keeps what has ended.
    void cancel();

    const PlannedSweep& shown() const { return m_shown; }
    const SweepSpec& spec() const { return m_shown.spec; }
    /// Runs that have ended, as they came.
    const std::vector<SweepResult>& results() const { return m_results; }
    /// By run and rate.
    const std::vector<SeedSummary>& summaries() const { return m_summaries.all(); }
    /// Of a regression there are no accuracies; known as soon as a run stayed finite.
    bool isRegression() const { return m_isRegression; }
    bool isComplete() const { return m_results.size() == spec().cellCount(); }

    /// Whether runs are under way and not paused.
    bool isRunning() const { return m_isUnderWay && !m_isPaused; }
    /// Whether it has been begun and has not ended yet, paused or not.
    bool isUnderWay() const { return m_isUnderWay; }
    /// Whether another sweep is planned than the one that is shown.
    bool isOutdated() const { return m_isOutdated; }
    /// Whether run() would do anything.
    bool canRun() const;
    /// How long the rest will take; unset while it does not run, or nobody can tell.
    std::optional<double> secondsLeft() const;
    std::size_t threads() const;
    /// Why it could not go on, until it is tried again.
    const std::optional<InputError>& error() const { return m_error; }

    /// The experiment of the run that stands for a cell of the maps: that with the median training
    /// loss of all seeds, or a diverged one where most have diverged. Unset where none has ended.
    std::optional<Experiment> experimentAt(std::size_t run, std::size_t rate) const;

  signals:
    /// Another sweep is shown.
    void shownChanged();
    void resultsChanged();
    /// Anything else that can be asked changed.
    void stateChanged();

  private:
    void onPlanChanged();
    void onExperimentChanged();
    void follow();
    PlannedSweep planned() const;
    void runAll(SweepJob::Work work);
    void begin(SweepJob::Work work);
    void startJob();
    void pull();
    void take(SweepWorker::Report& report);
    void clearResults();
    void end();

    ExperimentDocument& m_document;
    std::filesystem::path m_folder;
    SweepPlan m_plan;
    SweepWorker m_worker;
    QTimer m_clock;

    PlannedSweep m_shown;
    std::vector<SweepResult> m_results;
    SeedSummaries m_summaries;
    std::optional<InputError> m_error;
    bool m_isRegression = false;
    bool m_isOutdated = false;
    bool m_isUnderWay = false;
    bool m_isPaused = false;
    bool m_isWorking = false;             ///< a job has been started whose end was not told yet
    std::optional<SweepJob::Work> m_next; ///< what is to be started when that ends
    QElapsedTimer m_sinceGo;
    qint64 m_millisecondsBefore = 0; ///< that it ran before it was paused
};

} // namespace reluscope::ui
