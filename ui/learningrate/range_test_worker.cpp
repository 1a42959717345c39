// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/range_test_worker.h"

#include "core/cpu/thread_priority.h"
#include "core/io/available_memory.h"
#include "ui/session/failure_of.h"

#include <utility>

namespace reluscope::ui {

void RangeTestWorker::start(RangeTestJob job) {
    m_thread = {};
    m_runs.assign(job.experiment.runs.size(), {});
    m_hasNews = false;
    m_error.reset();
    m_hasEnded = false;
    m_thread = std::jthread([this, job = std::move(job)](const std::stop_token& stop) {
        giveWayToOtherThreads();
        work(job, stop);
    });
}

RangeTestWorker::Report RangeTestWorker::takeReport() {
    const std::scoped_lock lock(m_mutex);
    Report report{.runs = {}, .error = m_error, .hasEnded = m_hasEnded};
    if (std::exchange(m_hasNews, false)) {
        report.runs = m_runs;
    }
    return report;
}

void RangeTestWorker::work(const RangeTestJob& job, const std::stop_token& stop) {
    const auto error = failureOf([&] { testAll(job, stop); });
    const std::scoped_lock lock(m_mutex);
    m_error = error;
    m_hasEnded = true;
}

void RangeTestWorker::testAll(const RangeTestJob& job, const std::stop_token& stop) {
    const auto data = m_data.load(job.experiment.data, job.dataDirectory, stop);
    for (std::size_t run = 0; run < job.experiment.runs.size() && !stop.stop_requested(); ++run) {
        const auto add = [this, run](const RangeTestPoint& point) {
            const std::scoped_lock lock(m_mutex);
            m_runs[run].test.points.push_back(point);
            m_hasNews = true;
        };
        RangeTest test = testRange(job.experiment, run, *data, job.spec,
                                   static_cast<double>(availableMemory()), add, stop);
        const RangeTestSuggestions suggestions = suggestRates(test.points, job.spec.steps);
        const std::scoped_lock lock(m_mutex);
        m_runs[run] = {.test = std::move(test), .suggestions = suggestions, .hasEnded = true};
        m_hasNews = true;
    }
}

} // namespace reluscope::ui
