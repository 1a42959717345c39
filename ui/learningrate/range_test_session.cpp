// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/range_test_session.h"

#include "core/sweep/sweep_spec.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"

#include <algorithm>
#include <utility>

namespace reluscope::ui {
namespace {

/// An experiment without what a range test does not depend on.
Experiment testedPart(Experiment experiment) {
    experiment.title.clear();
    TrainingSpec& training = experiment.training;
    const TrainingSpec usual;
    training.epochs = usual.epochs;
    training.schedule = usual.schedule;
    training.stop = usual.stop;
    training.changes.clear();
    return withoutLearningRates(std::move(experiment));
}

} // namespace

RangeTestSession::RangeTestSession(ExperimentDocument& document, QObject* parent)
    : QObject(parent)
    , m_document(document) {
    constexpr int milliseconds = 50; // more often nobody can tell one picture from the next
    m_clock.setInterval(milliseconds);
    connect(&m_clock, &QTimer::timeout, this, &RangeTestSession::pull);
    connect(&document, &ExperimentDocument::changed, this, &RangeTestSession::stateChanged);
    connect(&document, &ExperimentDocument::opened, this, &RangeTestSession::drop);
}

RangeTestSession::~RangeTestSession() = default;

void RangeTestSession::run(const RangeTestSpec& spec) {
    if (m_isRunning) {
        return;
    }
    m_experiment = m_document.experiment();
    m_spec = spec;
    m_runs.assign(m_experiment->runs.size(), {});
    m_error.reset();
    m_isRunning = true;
    m_isObsolete = m_isWorking; // the one before has yet to hear that it was cancelled
    if (!m_isWorking) {
        startJob();
    }
    emit started();
    emit stateChanged();
}

void RangeTestSession::startJob() {
    m_worker.start({*m_experiment, m_document.directory(), m_spec});
    m_isWorking = true;
    m_isObsolete = false;
    m_clock.start();
}

void RangeTestSession::cancel() {
    m_worker.stop();
    setRunning(false);
}

/// The runs of another document are no longer those that were tested.
void RangeTestSession::drop() {
    cancel();
    m_isObsolete = m_isWorking;
    m_experiment.reset();
    m_runs.clear();
    m_error.reset();
    emit started();
    emit stateChanged();
}

void RangeTestSession::pull() {
    RangeTestWorker::Report report = m_worker.takeReport();
    if (!m_isObsolete) {
        if (report.runs) {
            m_runs = std::move(*report.runs);
            emit pointsChanged();
        }
        m_error = report.error;
    }
    if (!report.hasEnded) {
        return;
    }
    m_isWorking = false;
    if (std::exchange(m_isObsolete, false) && m_isRunning) {
        startJob();
        return;
    }
    m_clock.stop();
    setRunning(false);
}

void RangeTestSession::setRunning(bool isRunning) {
    if (std::exchange(m_isRunning, isRunning) != isRunning) {
        emit stateChanged();
    }
}

bool RangeTestSession::isOutdated() const {
    return m_experiment && testedPart(*m_experiment) != testedPart(m_document.experiment());
}

std::optional<std::size_t> RangeTestSession::placeInDocument(std::size_t run) const {
    const auto& runs = m_document.experiment().runs;
    const auto place = std::ranges::find(runs, m_experiment->runs[run].name, &RunSpec::name);
    return place == runs.end() ? std::nullopt
                               : std::optional(static_cast<std::size_t>(place - runs.begin()));
}

std::optional<double> RangeTestSession::learningRateOf(std::size_t run) const {
    const auto place = placeInDocument(run);
    if (!place) {
        return std::nullopt;
    }
    const Experiment& experiment = m_document.experiment();
    return effectiveOptimizer(experiment, experiment.runs[*place]).learningRate;
}

void RangeTestSession::adopt(std::size_t run, double rate) {
    const auto place = placeInDocument(run);
    if (!place) {
        return;
    }
    m_document.edit(tr("learning rate of %1").arg(toQString(m_experiment->runs[run].name)),
                    [&](Experiment& experiment) { experiment.runs[*place].learningRate = rate; });
}

} // namespace reluscope::ui
