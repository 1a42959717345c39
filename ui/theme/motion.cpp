// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/motion.h"

#include <QGuiApplication>
#include <QStyle>
#include <QWidget>

namespace reluscope::ui {

bool isMotionWelcome(const QWidget* widget) {
    return widget->isVisible() && QGuiApplication::platformName() != QLatin1String("offscreen") &&
           widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0;
}

} // namespace reluscope::ui
