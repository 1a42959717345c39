// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace reluscope::cli {

/// Turns SIGINT and SIGTERM into a stop request, as long as it lives; a second one ends the
/// program at once. The signals are blocked and a thread waits for them, so that no code runs in a
/// signal handler. To be made before any other thread, for those inherit the block.
class Interruption {
  public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    std::stop_token token() const noexcept { return m_source.get_token(); }

  private:
    void await();

    std::stop_source m_source;
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace reluscope::cli
