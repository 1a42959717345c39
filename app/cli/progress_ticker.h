// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/progress_bar.h"

#include <functional>
#include <thread>

namespace reluscope::cli {

/// A progress bar that is shown anew a few times a second as long as this lives, for work that
/// other threads do.
class ProgressTicker {
  public:
    /// \p show is called on a thread of its own.
    explicit ProgressTicker(std::function<void(ProgressBar&)> show);

  private:
    std::jthread m_thread;
};

} // namespace reluscope::cli
