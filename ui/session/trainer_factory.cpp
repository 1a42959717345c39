// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/trainer_factory.h"

#include "core/io/available_memory.h"
#include "core/io/dataset_loader.h"

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
    struct LoadedData {
        DataSpec spec;
        std::filesystem::path directory;
        std::shared_ptr<const Dataset> data;
    };
    return [loaded = LoadedData{}](const command::Open& open, const std::stop_token& stop) mutable {
        const DataSpec& spec = open.experiment.data;
        if (!loaded.data || loaded.spec != spec || loaded.directory != open.directory) {
            loaded.data = nullptr;
            loaded.data = std::make_shared<Dataset>(loadDataset(spec, open.directory, stop));
            loaded.spec = spec;
            loaded.directory = open.directory;
        }
        return std::make_unique<Trainer>(open.experiment, loaded.data, &steadyClock,
                                         static_cast<double>(availableMemory()), threads());
    };
}

std::chrono::nanoseconds steadyClock() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace reluscope::ui
