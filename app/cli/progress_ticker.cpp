// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_ticker.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace reluscope::cli {

ProgressTicker::ProgressTicker(std::function<void(ProgressBar&)> show)
    : m_thread([show = std::move(show)](const std::stop_token& stop) {
        constexpr std::chrono::milliseconds interval{100};
        ProgressBar bar;
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        while (!wake.wait_for(lock, stop, interval, [&] { return stop.stop_requested(); })) {
            show(bar);
        }
    }) {}

} // namespace reluscope::cli
