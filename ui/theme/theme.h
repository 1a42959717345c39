// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace reluscope::ui {

/// Every colour of the chrome, the unit states and the two classes, named by what it is for.
enum class Tone {
    Window,
    Panel,
    Tile,
    Field,
    Border,
    Strong, ///< the edge of a control that can be operated
    Grid,
    Axis,
    Text1,
    Text2,
    Text3,
    Focus,
    Accent,
    OnAccent,
    Hover,
    Selected,
    Zone, ///< ground of "almost no gradient"
    Hatch,
    Warning,
    WarningGround,
    UnitAlive,
    UnitSilent,
    UnitDead,
    UnitSaturated,
    Negative, ///< sky: the negative class, weight or output
    Positive, ///< orange: the positive one
    NegativePoint,
    PositivePoint,
    Count
};

/// The colour table of one appearance. Two exist, light and dark, and neither ever changes.
class Theme {
  public:
    static const Theme& light();
    static const Theme& dark();

    /// The theme that a palette belongs to, judged by its lightness: Qt 6.4 keeps no colour scheme.
    static const Theme& of(const QPalette& palette);
    static const Theme& of(const QWidget* widget);

    bool isDark() const { return m_dark; }
    QColor color(Tone tone) const;
    QPalette palette() const;

    /// `share` (0 to 1) of `mixed` over `ground`: an opaque tint.
    static QColor mix(const QColor& ground, const QColor& mixed, qreal share);

  private:
    explicit Theme(bool dark)
        : m_dark(dark) {}

    bool m_dark;
};

/// How much larger than designed `widget` is shown. Every length in the visual design is for a
/// 13 px font, so this is the font's size over 13.
qreal scaleOf(const QWidget* widget);

/// `pixels` of the visual design as whole pixels on `widget`.
int scaled(const QWidget* widget, qreal pixels);

} // namespace reluscope::ui
