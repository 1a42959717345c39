// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFont>
#include <QWidget>

namespace reluscope::ui {

// Sizes of the text in tables that are painted in one go.
inline constexpr qreal textPixels = 13;
inline constexpr qreal valuePixels = 13;
inline constexpr qreal headPixels = 12;
inline constexpr qreal notePixels = 11;

inline QFont tableFont(const QWidget* widget, qreal pixels, QFont::Weight weight = QFont::Normal) {
    QFont font = widget->font();
    font.setPixelSize(scaled(widget, pixels));
    font.setWeight(weight);
    return font;
}

} // namespace reluscope::ui
