// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_grid_accessible.h"

#include "ui/training/unit_grid.h"

#include <QKeyEvent>
#include <QKeySequence>

#include <algorithm>
#include <array>

namespace reluscope::ui {
namespace {

struct KeyAction {
    const char* name;
    Qt::Key key;
};

constexpr std::array actions{
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Next unit"), Qt::Key_Right},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Previous unit"), Qt::Key_Left},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Read out"), Qt::Key_Return},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Kill"), Qt::Key_K},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::UnitGrid", "Revive"), Qt::Key_R},
};

const KeyAction* findAction(const QString& name) {
    const auto found = std::ranges::find_if(
        actions, [&](const KeyAction& action) { return name == QLatin1String(action.name); });
    return found == actions.end() ? nullptr : &*found;
}

QAccessibleInterface* makeInterface(const QString& className, QObject* object) {
    return className == QLatin1String(UnitGrid::staticMetaObject.className())
               ? new UnitGridAccessible(static_cast<UnitGrid*>(object), QAccessible::Grouping)
               : nullptr;
}

} // namespace

void UnitGridAccessible::install() {
    QAccessible::installFactory(makeInterface);
}

QStringList UnitGridAccessible::actionNames() const {
    QStringList names;
    for (const KeyAction& action : actions) {
        names << QLatin1String(action.name);
    }
    return names + QAccessibleWidget::actionNames();
}

QString UnitGridAccessible::localizedActionName(const QString& name) const {
    const KeyAction* action = findAction(name);
    return action == nullptr ? QAccessibleWidget::localizedActionName(name)
                             : UnitGrid::tr(action->name);
}

void UnitGridAccessible::doAction(const QString& name) {
    const KeyAction* action = findAction(name);
    if (action == nullptr) {
        QAccessibleWidget::doAction(name);
        return;
    }
    widget()->setFocus(Qt::OtherFocusReason); // where the keys would go, and what is read out
    QKeyEvent key(QEvent::KeyPress, action->key, Qt::NoModifier);
    QCoreApplication::sendEvent(widget(), &key);
}

QStringList UnitGridAccessible::keyBindingsForAction(const QString& name) const {
    const KeyAction* action = findAction(name);
    return action == nullptr ? QAccessibleWidget::keyBindingsForAction(name)
                             : QStringList(QKeySequence(action->key).toString());
}

} // namespace reluscope::ui
