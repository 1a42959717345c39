// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace reluscope::ui {

class SystemColorScheme;
class Theme;

enum class ThemeChoice { System, Light, Dark };

/// Owns how the application looks: applies palette, style, font and style sheet to the QApplication
/// and re-applies them when the choice, the text scale or the desktop's preference changes.
/// Make one, right after the QApplication and before any widget.
class ThemeController : public QObject {
    Q_OBJECT

  public:
    static constexpr qreal minimumTextScale = 0.8;
    static constexpr qreal maximumTextScale = 2.0;
    static constexpr qreal presentationScale = 1.6;

    explicit ThemeController(QObject* parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    /// The theme in force, with "system" resolved.
    const Theme& theme() const;

    /// The user's own text scale, kept between the bounds above.
    qreal textScale() const { return m_textScale; }
    void setTextScale(qreal scale);

    bool isPresenting() const { return m_presenting; }
    /// Presentation shows everything at 1.6 times the designed size, or larger if the user has it
    /// so.
    void setPresenting(bool presenting);

  public slots:
    void enlargeText();
    void shrinkText();
    void resetTextScale();

  signals:
    /// The look has changed, and all widgets have it already.
    void changed();

  private:
    void apply();
    qreal shownScale() const;

    SystemColorScheme* m_system;
    ThemeChoice m_choice = ThemeChoice::System;
    qreal m_textScale = 1.0;
    bool m_presenting = false;
    bool m_platformIsDark;
};

} // namespace reluscope::ui
