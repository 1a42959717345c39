// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"
#include "core/sweep/seed_summary.h"
#include "core/sweep/sweep_control.h"
#include "ui/session/data_cache.h"

#include <cstddef>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace reluscope::ui {

/// What a SweepWorker is to do.
struct SweepJob {
    enum class Work {
        Look,     ///< for results that an earlier sweep has left
        Run,      ///< what is missing of them
        StartOver ///< run all, whatever there was
    };

    Work work;
    SweepSpec spec;
    std::filesystem::path dataDirectory; ///< where relative paths of the data begin
    std::filesystem::path folder;        ///< of the results
    std::size_t threads = 1;             ///< runs side by side
};

/// Runs one sweep after another in a thread of its own, which takes no core from a window that has
/// something to draw. Results are on disk when they are told.
class SweepWorker {
  public:
    struct Kept {
        std::vector<SweepResult> results;
        SeedSummaries summaries; ///< theirs, for they may be many
    };
    /// What has come about since it was asked last.
    struct Report {
        std::optional<Kept> kept;         ///< what there was before: the first results
        std::vector<SweepResult> results; ///< those after them
        std::optional<InputError> error;  ///< why it ended early
        bool hasEnded = false;            ///< nothing follows
    };

    /// Only after the job before has ended.
    void start(SweepJob job);
    /// Ends it soon, with what is finished by then.
    void stop() { m_thread.request_stop(); }
    void pause() { m_control.pause(); }
    void go() { m_control.go(); }

    Report takeReport();
    /// The share of the running job that is done.
    double fraction() const { return m_control.fraction(); }

  private:
    void work(const SweepJob& job, const std::stop_token& stop);
    void look(const SweepJob& job, const std::filesystem::path& path);
    void run(const SweepJob& job, const std::filesystem::path& path, const std::stop_token& stop);
    void tellKept(const SweepSpec& spec, std::vector<SweepResult> results);

    DataCache m_data;
    SweepControl m_control;
    std::mutex m_mutex;
    Report m_report;       // guarded by m_mutex
    std::jthread m_thread; // last: ends before what it works on goes
};

} // namespace reluscope::ui
