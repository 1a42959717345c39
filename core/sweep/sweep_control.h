// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace reluscope {

/// Stands between a sweep and a thread that watches it: pauses it, and tells how far it is.
class SweepControl {
  public:
    /// Runs under way wait, at a batch, and no others begin, until go() is called.
    void pause();
    void go();

    /// The share of the work that is done, from 0 to 1.
    double fraction() const noexcept;

    // The sweep's side.

    /// Starts to count, from nothing done.
    void begin(double epochs) noexcept;
    void addDone(double epochs) noexcept { m_done += epochs; }
    /// Returns when the sweep is not paused, or is to be stopped.
    void waitWhilePaused(const std::stop_token& stop);

  private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_isPaused = false;
    // As many as anybody writes into a file, times all runs, are more than an integer holds.
    std::atomic<double> m_epochs = 1;
    std::atomic<double> m_done = 0;
};

/// How many seconds a piece of work will go on, if \p fraction of it took \p elapsed seconds; unset
/// before there is something to go by.
std::optional<double> secondsLeft(double fraction, double elapsed) noexcept;

} // namespace reluscope
