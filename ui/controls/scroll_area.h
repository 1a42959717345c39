// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QRect;
class QScrollArea;
class QWidget;

namespace reluscope::ui {

/// A frameless area in which `content` is as wide as there is room and scrolls up and down. The
/// ground behind it shows through. Not itself a stop of the Tab key.
QScrollArea* makeScrollArea(QWidget* content);

/// Scrolls all areas that \p widget stands in, one within the other, until \p part of it is seen;
/// of one that is higher than an area, the top.
void reveal(const QWidget* widget, const QRect& part);

} // namespace reluscope::ui
