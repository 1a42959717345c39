// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/trainer_factory.h"

#include "core/io/available_memory.h"
#include "ui/session/data_cache.h"

#include <algorithm>
#include <thread>

namespace reluscope::ui {
namespace {

/// A core for each run while there are some, but one stays free for the window.
std::size_t threads() {
    return std::max(2U, std::thread::hardware_concurrency()) - 1;
}

} // namespace

TrainerThread::Factory makeTrainerFactory() {
    return [cache = DataCache()](const command::Open& open, const std::stop_token& stop) mutable {
        return std::make_unique<Trainer>(
            open.experiment, cache.load(open.experiment.data, open.directory, stop), &steadyClock,
            static_cast<double>(availableMemory()), threads());
    };
}

std::chrono::nanoseconds steadyClock() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace reluscope::ui
