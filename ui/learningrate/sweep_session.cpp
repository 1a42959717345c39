// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_session.h"

#include "ui/learningrate/median_result.h"
#include "ui/session/experiment_document.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace reluscope::ui {

SweepSession::SweepSession(ExperimentDocument& document, std::filesystem::path folder,
                           QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_folder(std::move(folder)) {
    constexpr int milliseconds = 50; // more often nobody can tell one picture from the next
    m_clock.setInterval(milliseconds);
    connect(&m_clock, &QTimer::timeout, this, &SweepSession::pull);
    connect(&m_plan, &SweepPlan::changed, this, &SweepSession::onPlanChanged);
    connect(&m_document, &ExperimentDocument::changed, this, &SweepSession::onExperimentChanged);
    connect(&m_document, &ExperimentDocument::opened, this, [this] { m_plan.reset(); });
    follow();
}

SweepSession::~SweepSession() = default;

PlannedSweep SweepSession::planned() const {
    return planSweep(m_document.experiment(), m_plan.settings());
}

void SweepSession::onPlanChanged() {
    if (!m_isUnderWay && planned() != m_shown) {
        follow();
    } else {
        onExperimentChanged();
    }
}

void SweepSession::onExperimentChanged() {
    const bool isOutdated = planned() != m_shown;
    if (isOutdated && !m_isUnderWay && m_results.empty()) {
        follow();
    } else if (std::exchange(m_isOutdated, isOutdated) != isOutdated) {
        emit stateChanged();
    }
}

/// Shows what is planned, in place of what was shown.
void SweepSession::follow() {
    m_isOutdated = false;
    m_shown = planned();
    clearResults();
    m_error.reset();
    emit shownChanged();
    emit resultsChanged();
    emit stateChanged();
    begin(SweepJob::Work::Look);
}

void SweepSession::clearResults() {
    m_results.clear();
    m_summaries = SeedSummaries(spec());
    m_isRegression = false;
}

void SweepSession::run() {
    if (m_isUnderWay && m_isPaused) {
        m_isPaused = false;
        m_sinceGo.start();
        m_worker.go();
        emit stateChanged();
        return;
    }
    if (m_isUnderWay) {
        return;
    }
    if (m_isOutdated) {
        follow();
    }
    if (spec().runCount() == 0 || isComplete()) {
        return;
    }
    runAll(SweepJob::Work::Run);
}

void SweepSession::startOver() {
    if (!m_isUnderWay) {
        clearResults();
        emit resultsChanged();
        runAll(SweepJob::Work::StartOver);
    }
}

void SweepSession::runAll(SweepJob::Work work) {
    m_error.reset();
    m_isUnderWay = true;
    m_isPaused = false;
    m_millisecondsBefore = 0;
    m_sinceGo.start();
    begin(work);
    emit stateChanged();
}

void SweepSession::pause() {
    if (isRunning()) {
        m_isPaused = true;
        m_millisecondsBefore += m_sinceGo.elapsed();
        m_worker.pause();
        emit stateChanged();
    }
}

void SweepSession::cancel() {
    if (m_isUnderWay) {
        if (m_next) {
            // What goes on is the job before, of another sweep maybe; of this one nothing is known.
            m_next = SweepJob::Work::Look;
        }
        m_worker.stop();
        end();
    }
}

void SweepSession::begin(SweepJob::Work work) {
    m_next = work;
    if (m_isWorking) {
        m_worker.stop(); // its successor starts when it has heard of that
    } else {
        startJob();
    }
}

void SweepSession::startJob() {
    m_worker.start({.work = *std::exchange(m_next, std::nullopt),
                    .spec = spec(),
                    .dataDirectory = m_document.directory(),
                    .folder = m_folder,
                    .threads = threads()});
    m_isWorking = true;
    if (m_isPaused) {
        m_worker.pause();
    }
    m_clock.start();
}

void SweepSession::pull() {
    SweepWorker::Report report = m_worker.takeReport();
    if (report.hasEnded) {
        m_isWorking = false;
    }
    if (m_next) {
        if (!m_isWorking) {
            startJob(); // what was told is not of what is shown now
        }
        return;
    }
    take(report);
    if (report.hasEnded) {
        m_clock.stop();
        end();
    } else if (m_isUnderWay) {
        emit stateChanged(); // the time that is left
    }
}

void SweepSession::take(SweepWorker::Report& report) {
    if (report.error) {
        m_error = report.error;
    }
    if (!report.kept && report.results.empty()) {
        return;
    }
    if (report.kept) {
        m_results = std::move(report.kept->results);
        m_summaries = std::move(report.kept->summaries);
    }
    for (const SweepResult& result : report.results) {
        m_summaries.add(result);
        m_results.push_back(result);
    }
    const auto finite = std::ranges::find_if(
        m_results, [](const SweepResult& result) { return result.figures.has_value(); });
    m_isRegression = finite != m_results.end() && !finite->figures->testAccuracy;
    emit resultsChanged();
}

void SweepSession::end() {
    m_isUnderWay = false;
    m_isPaused = false;
    emit stateChanged();
}

bool SweepSession::canRun() const {
    return m_isUnderWay ? m_isPaused : m_isOutdated || (spec().runCount() > 0 && !isComplete());
}

std::optional<double> SweepSession::secondsLeft() const {
    if (!isRunning() || m_next) {
        return std::nullopt;
    }
    constexpr double millisecondsInSecond = 1000;
    const auto elapsed = static_cast<double>(m_millisecondsBefore + m_sinceGo.elapsed());
    return reluscope::secondsLeft(m_worker.fraction(), elapsed / millisecondsInSecond);
}

std::size_t SweepSession::threads() const {
    return std::max(1U, std::thread::hardware_concurrency());
}

std::optional<Experiment> SweepSession::experimentAt(std::size_t run, std::size_t rate) const {
    const SweepResult* result = medianResult(m_results, run, rate);
    return result == nullptr ? std::nullopt : std::optional(experimentOf(spec(), result->cell));
}

} // namespace reluscope::ui
