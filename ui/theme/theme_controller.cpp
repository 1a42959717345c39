// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme_controller.h"

#include "ui/theme/control_style.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/system_color_scheme.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFont>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

constexpr qreal textScaleStep = 0.1;
constexpr qreal interfacePixels = 13.0;

QFont interfaceFont(qreal scale) {
    QFont font;
    // Roboto's figures are tabular by default, so numbers do not dance while they change.
    font.setFamilies({QStringLiteral("Roboto"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(static_cast<int>(std::lround(interfacePixels * scale)));
    font.setWeight(QFont::Normal);
    return font;
}

} // namespace

ThemeController::ThemeController(QObject* parent)
    : QObject(parent)
    , m_system(new SystemColorScheme(this))
    , m_platformIsDark(Theme::of(QApplication::palette()).isDark()) {
    connect(m_system, &SystemColorScheme::changed, this, [this] {
        if (m_choice == ThemeChoice::System) {
            apply();
        }
    });
    apply();
}

const Theme& ThemeController::theme() const {
    const bool dark = m_choice == ThemeChoice::System
                          ? m_system->prefersDark().value_or(m_platformIsDark)
                          : m_choice == ThemeChoice::Dark;
    return dark ? Theme::dark() : Theme::light();
}

void ThemeController::setChoice(ThemeChoice choice) {
    if (choice != m_choice) {
        m_choice = choice;
        apply();
    }
}

void ThemeController::setTextScale(qreal scale) {
    const qreal bounded = std::clamp(scale, minimumTextScale, maximumTextScale);
    if (!qFuzzyCompare(bounded, m_textScale)) {
        m_textScale = bounded;
        apply();
    }
}

void ThemeController::setPresenting(bool presenting) {
    if (presenting != m_presenting) {
        m_presenting = presenting;
        apply();
    }
}

void ThemeController::enlargeText() {
    setTextScale(m_textScale + textScaleStep);
}

void ThemeController::shrinkText() {
    setTextScale(m_textScale - textScaleStep);
}

void ThemeController::resetTextScale() {
    setTextScale(1.0);
}

qreal ThemeController::shownScale() const {
    return m_presenting ? std::max(presentationScale, m_textScale) : m_textScale;
}

void ThemeController::apply() {
    const qreal scale = shownScale();
    QApplication::setStyle(new ControlStyle(scale));
    QApplication::setPalette(theme().palette());
    QApplication::setFont(interfaceFont(scale));
    // Last, because it makes every widget lay itself out again.
    qApp->setStyleSheet(styleSheet(theme(), scale));
    emit changed();
}

} // namespace reluscope::ui
