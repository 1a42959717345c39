// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reluscope::ui {

/// The pages of the window, from top to bottom of the rail.
enum class Page { Curves, Training, LearningRate };

} // namespace reluscope::ui
