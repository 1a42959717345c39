// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep.h"

#include "core/training/experiment_check.h"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <optional>

namespace reluscope {
namespace {

/// What each of \p jobs runs may have.
CellRunOptions shared(CellRunOptions options, std::size_t jobs) {
    options.memoryLimit /= static_cast<double>(jobs);
    return options;
}

/// Ends all that waits for a stop if it is left by an exception.
template <class Work>
auto stoppingIfThrown(std::stop_source& source, const Work& work) {
    try {
        return work();
    } catch (...) {
        source.request_stop();
        throw;
    }
}

} // namespace

void checkSweep(const SweepSpec& spec, const CellRunOptions& options, std::size_t jobs) {
    for (std::size_t run = 0; run < spec.runCount(); ++run) {
        const Experiment experiment = experimentOf(spec, {.run = run});
        checkSuits(experiment, *options.data);
        checkMemory(experiment, *options.data, shared(options, jobs).memoryLimit);
    }
}

bool runSweep(const SweepSpec& spec, std::span<const SweepCell> cells,
              const CellRunOptions& options, std::size_t jobs, SweepControl& control,
              const std::function<void(const SweepResult&)>& deliver, const std::stop_token& stop) {
    namespace tbb = oneapi::tbb;

    checkSweep(spec, options, jobs);
    const CellRunOptions own = shared(options, jobs);

    // Epochs count, and 1 for what else there is to do.
    const double unitsPerCell = static_cast<double>(spec.experiment.training.epochs) + 1;
    control.begin(static_cast<double>(cells.size()) * unitsPerCell);

    std::stop_source source;
    const std::stop_callback stopToo(stop, [&source] { source.request_stop(); });
    const std::stop_token stopping = source.get_token();

    std::size_t begun = 0;
    std::size_t delivered = 0;
    const auto begin = [&](tbb::flow_control& flow) {
        if (begun == cells.size() || stopping.stop_requested()) {
            flow.stop();
            return SweepCell{};
        }
        return cells[begun++];
    };
    const auto run = [&](SweepCell cell) {
        return stoppingIfThrown(source, [&] {
            double counted = 0;
            const auto pause = [&](std::size_t epochs) {
                control.addDone(static_cast<double>(epochs) - counted);
                counted = static_cast<double>(epochs);
                control.waitWhilePaused(stopping);
            };
            control.waitWhilePaused(stopping);
            auto result = runCell(spec, cell, own, pause, stopping);
            control.addDone(unitsPerCell - counted);
            return result;
        });
    };
    const auto end = [&](const std::optional<SweepResult>& result) {
        if (result) {
            stoppingIfThrown(source, [&] { deliver(*result); });
            ++delivered;
        }
    };

    // One thread a job, even where there are fewer cores: by itself the library starts no more.
    const tbb::global_control threads(
        tbb::global_control::max_allowed_parallelism,
        std::max(jobs, static_cast<std::size_t>(tbb::info::default_concurrency())));
    tbb::task_arena arena(static_cast<int>(jobs));
    arena.execute([&] {
        tbb::parallel_pipeline(
            jobs, tbb::make_filter<void, SweepCell>(tbb::filter_mode::serial_in_order, begin) &
                      tbb::make_filter<SweepCell, std::optional<SweepResult>>(
                          tbb::filter_mode::parallel, run) &
                      tbb::make_filter<std::optional<SweepResult>, void>(
                          tbb::filter_mode::serial_out_of_order, end));
    });
    return delivered == cells.size();
}

} // namespace reluscope
