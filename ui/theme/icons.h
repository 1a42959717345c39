// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

class QPainter;
class QRectF;

namespace reluscope::ui {

enum class IconName {
    Activity,
    Afresh,
    Check,
    ChevronDown,
    ChevronRight,
    Close,
    Copy,
    Cross,
    Curves,
    Epoch,
    Eye,
    EyeOff,
    Language,
    LearningRate,
    Lessons,
    Maximize,
    Minus,
    More,
    NewSeed,
    Pause,
    Plus,
    Presentation,
    Pulse,
    Restore,
    Rewind,
    Run,
    Search,
    Step,
    Stop,
    Theme,
    Training,
    Warning
};

/// What an icon stands on, which decides its colour in the theme of the moment.
enum class IconGround { Plain, Quiet, Accent };

/// An icon that follows the theme by itself: it is drawn anew, in the colours of the application's
/// palette, whenever it is painted. Disabled ones fade to text 3.
QIcon icon(IconName name, IconGround ground = IconGround::Plain);

/// Draws an icon in a colour of the caller's, for widgets that paint themselves.
void drawIcon(QPainter& painter, IconName name, const QRectF& rect, const QColor& color);

} // namespace reluscope::ui
