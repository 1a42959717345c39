// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace reluscope::ui {

/// A frameless area in which `content` is as wide as there is room and scrolls up and down. The
/// ground behind it shows through. Not itself a stop of the Tab key.
QScrollArea* makeScrollArea(QWidget* content);

} // namespace reluscope::ui
