// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reluscope {

/// From now on this thread, and those that it starts, leave a core at once to threads that have
/// something short to do, such as to draw a frame. Nothing gets slower while no other wants it.
void giveWayToOtherThreads() noexcept;

} // namespace reluscope
