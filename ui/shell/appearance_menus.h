// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace reluscope::ui {

class LanguageController;
class ThemeController;

// How the window looks and speaks, each choice with a mark at the one in force.
void fillThemeMenu(QMenu& menu, ThemeController& theme);
void fillLanguageMenu(QMenu& menu, LanguageController& language);

} // namespace reluscope::ui
