// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string_view>

namespace reluscope::cli {

/// A bar with the time left on the last line of standard error; nothing where that is no terminal.
class ProgressBar {
  public:
    ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    ~ProgressBar() { clear(); }

    /// Shows that `fraction` of the work is done, a few times a second at most.
    void show(double fraction, std::string_view caption);

    /// Takes the bar away before something else is written; the next show() brings it back.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;

    bool m_isTerminal;
    bool m_isShown = false;
    Clock::time_point m_begin = Clock::now();
    Clock::time_point m_lastShown;
};

} // namespace reluscope::cli
