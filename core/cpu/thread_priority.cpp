// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpu/thread_priority.h"

#include <unistd.h>

namespace reluscope {

void giveWayToOtherThreads() noexcept {
    // On Linux niceness is a thread's own, and a thread may always get nicer.
    constexpr int nicer = 5;
    [[maybe_unused]] const int niceness = nice(nicer);
}

} // namespace reluscope
