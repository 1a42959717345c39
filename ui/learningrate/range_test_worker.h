// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"
#include "core/sweep/range_test.h"
#include "ui/session/data_cache.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace reluscope::ui {

/// What a RangeTestWorker is to do.
struct RangeTestJob {
    Experiment experiment;
    std::filesystem::path dataDirectory; ///< where relative paths of the data begin
    RangeTestSpec spec;
};

/// One run of an experiment in a range test, as far as it has come.
struct TestedRun {
    RangeTest test;
    RangeTestSuggestions suggestions; ///< none before its end
    bool hasEnded = false;
};

/// Tests the runs of one experiment after another in a thread of its own, which takes no core from
/// a window that has something to draw.
class RangeTestWorker {
  public:
    /// What there is by now.
    struct Report {
        std::optional<std::vector<TestedRun>> runs; ///< unset: nothing new
        std::optional<InputError> error;            ///< why it ended early
        bool hasEnded = false;                      ///< nothing follows
    };

    /// Only after the job before has ended.
    void start(RangeTestJob job);
    /// Ends it soon; what it has found by then remains.
    void stop() { m_thread.request_stop(); }

    Report takeReport();

  private:
    void work(const RangeTestJob& job, const std::stop_token& stop);
    void testAll(const RangeTestJob& job, const std::stop_token& stop);

    DataCache m_data;
    std::mutex m_mutex;
    std::vector<TestedRun> m_runs; // guarded by m_mutex, as those below
    bool m_hasNews = false;
    std::optional<InputError> m_error;
    bool m_hasEnded = false;
    std::jthread m_thread; // last: ends before what it works on goes
};

} // namespace reluscope::ui
