// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QVariant;
class QWidget;

namespace reluscope::ui {

class Theme;

/// The application's style sheet for a theme and a text scale (1 is the designed size).
///
/// The template is resources/themes/reluscope.qss: `@panel@` becomes a colour, `@px(30)@` a scaled
/// length, `@hover-accent@` and `@pressed-accent@` the mixed grounds of a primary button.
QString styleSheet(const Theme& theme, qreal scale);

/// The roles a label can take; the style sheet gives each its size, weight and tone.
enum class TextRole {
    Interface, ///< 13 px, text 1
    Secondary, ///< 13 px, text 2
    Title,     ///< 13 px medium
    Note,      ///< 12 px, text 2
    Hint,      ///< 12 px, text 3
    Value,     ///< 12 px, text 1
    Tick,      ///< 11 px, text 3
    Lesson,    ///< 15 px
    Figure,    ///< 20 px medium
    Heading,   ///< 24 px medium
    Epoch,     ///< 26 px medium
    Result     ///< 30 px medium
};
void setTextRole(QWidget* label, TextRole role);

/// Makes a push button the one primary action, on accent ground.
void setPrimary(QWidget* button, bool primary);

/// Sets a dynamic property that the style sheet selects by, and restyles the widget.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

} // namespace reluscope::ui
