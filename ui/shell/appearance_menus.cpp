// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/appearance_menus.h"

#include "ui/shell/language_controller.h"
#include "ui/theme/theme_controller.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <utility>

namespace reluscope::ui {
namespace {

QString text(const char* english) {
    return QCoreApplication::translate("AppearanceMenus", english);
}

} // namespace

void fillThemeMenu(QMenu& menu, ThemeController& theme) {
    auto* group = new QActionGroup(&menu);
    const std::pair<ThemeChoice, QString> choices[]{
        {ThemeChoice::System, text(QT_TRANSLATE_NOOP("AppearanceMenus", "As the system"))},
        {ThemeChoice::Light, text(QT_TRANSLATE_NOOP("AppearanceMenus", "Light"))},
        {ThemeChoice::Dark, text(QT_TRANSLATE_NOOP("AppearanceMenus", "Dark"))},
    };
    for (const auto& [choice, name] : choices) {
        QAction* action =
            menu.addAction(name, &theme, [&theme, chosen = choice] { theme.setChoice(chosen); });
        action->setCheckable(true);
        action->setChecked(theme.choice() == choice);
        QObject::connect(
            &theme, &ThemeController::changed, action,
            [&theme, action, chosen = choice] { action->setChecked(theme.choice() == chosen); });
        group->addAction(action);
    }
}

void fillLanguageMenu(QMenu& menu, LanguageController& language) {
    for (const auto& each : LanguageController::languages()) {
        QAction* action = menu.addAction(each.name, &language,
                                         [&language, code = each.code] { language.setCode(code); });
        action->setCheckable(true);
        action->setChecked(each.code == language.code());
    }
}

} // namespace reluscope::ui
