// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

#include <span>

struct QMetaObject;

namespace reluscope::ui {

/// What a key does in a widget. The name is translated in the context of the widget's class.
struct KeyAction {
    const char* name;
    Qt::Key key;
};

/// From now on every widget of exactly this class offers what the keys do in it as actions to
/// assistive programs. \p actions are static.
void offerKeyActions(const QMetaObject& widgetClass, std::span<const KeyAction> actions);

} // namespace reluscope::ui
