// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_worker.h"

#include "core/cpu/thread_priority.h"
#include "core/io/available_memory.h"
#include "core/io/sweep_csv.h"
#include "core/io/sweep_file.h"
#include "core/sweep/sweep.h"
#include "ui/learningrate/kept_sweep.h"
#include "ui/session/failure_of.h"
#include "ui/session/trainer_factory.h"

#include <system_error>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr std::size_t mostKeptSweeps = 200;

/// Goes on with what is kept, or anew where that is wanted, or where it has been damaged.
SweepFile openFile(const std::filesystem::path& path, const SweepSpec& spec, bool isAnew) {
    std::error_code failure;
    std::filesystem::create_directories(path.parent_path(), failure);
    if (failure) {
        throw InputError(path.parent_path().string(), {}, failure.message());
    }
    if (!isAnew) {
        try {
            return SweepFile::resume(path, spec);
        } catch (const InputError&) {
            // What else is wrong here is wrong there, too.
        }
    }
    return SweepFile::create(path, spec);
}

} // namespace

void SweepWorker::start(SweepJob job) {
    m_thread = {};
    m_control.go();
    m_control.begin(1);
    m_report = {};
    m_thread = std::jthread([this, job = std::move(job)](const std::stop_token& stop) {
        giveWayToOtherThreads();
        work(job, stop);
    });
}

SweepWorker::Report SweepWorker::takeReport() {
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_report, {});
}

void SweepWorker::work(const SweepJob& job, const std::stop_token& stop) {
    const auto error = failureOf([&] {
        checkGrid(job.spec);
        const std::filesystem::path path = keptSweepPath(job.folder, job.spec, job.dataDirectory);
        if (job.work == SweepJob::Work::Look) {
            look(job, path);
        } else {
            run(job, path, stop);
        }
    });
    const std::scoped_lock lock(m_mutex);
    m_report.error = error;
    m_report.hasEnded = true;
}

void SweepWorker::look(const SweepJob& job, const std::filesystem::path& path) {
    std::error_code failure;
    std::vector<SweepResult> kept;
    if (std::filesystem::exists(path, failure)) {
        kept = readSweepCsv(job.spec, path);
    }
    tellKept(job.spec, std::move(kept));
}

void SweepWorker::run(const SweepJob& job, const std::filesystem::path& path,
                      const std::stop_token& stop) {
    const CellRunOptions options{.data =
                                     m_data.load(job.spec.experiment.data, job.dataDirectory, stop),
                                 .memoryLimit = static_cast<double>(availableMemory()),
                                 .clock = &steadyClock};
    checkSweep(job.spec, options, job.threads); // before there is a file of it
    SweepFile file = openFile(path, job.spec, job.work == SweepJob::Work::StartOver);
    dropOldSweeps(job.folder, mostKeptSweeps);
    tellKept(job.spec, file.results());
    const std::vector<SweepCell> missing = file.missingOf(coarseToFine(job.spec));
    const auto deliver = [&](const SweepResult& result) {
        file.add(result);
        const std::scoped_lock lock(m_mutex);
        m_report.results.push_back(result);
    };
    if (runSweep(job.spec, missing, options, job.threads, m_control, deliver, stop)) {
        file.finish();
    }
}

/// All that takes long before the window waits for it.
void SweepWorker::tellKept(const SweepSpec& spec, std::vector<SweepResult> results) {
    SeedSummaries summaries = summarizeSeeds(spec, results);
    const std::scoped_lock lock(m_mutex);
    m_report.kept = Kept{std::move(results), std::move(summaries)};
}

} // namespace reluscope::ui
