// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace reluscope::ui {

/// Whether things may move on their way to where they belong: not where the desktop was asked for
/// less motion, nor where nobody sees it.
bool isMotionWelcome(const QWidget* widget);

} // namespace reluscope::ui
