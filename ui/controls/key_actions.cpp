// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/key_actions.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>
#include <QKeyEvent>
#include <QKeySequence>
#include <QWidget>

#include <algorithm>

namespace reluscope::ui {
namespace {

using ActionsByClass = QHash<QString, std::span<const KeyAction>>;

ActionsByClass& actionsByClass() {
    static ActionsByClass actions;
    return actions;
}

class KeyActionsAccessible : public QAccessibleWidget {
  public:
    KeyActionsAccessible(QWidget* widget, std::span<const KeyAction> actions)
        : QAccessibleWidget(widget, QAccessible::Grouping)
        , m_actions(actions) {}

    QStringList actionNames() const override {
        QStringList names;
        for (const KeyAction& action : m_actions) {
            names << QLatin1String(action.name);
        }
        return names + QAccessibleWidget::actionNames();
    }

    QString localizedActionName(const QString& name) const override {
        const KeyAction* action = find(name);
        return action == nullptr
                   ? QAccessibleWidget::localizedActionName(name)
                   : QCoreApplication::translate(widget()->metaObject()->className(), action->name);
    }

    void doAction(const QString& name) override {
        const KeyAction* action = find(name);
        if (action == nullptr) {
            QAccessibleWidget::doAction(name);
            return;
        }
        widget()->setFocus(Qt::OtherFocusReason); // where the keys would go, and what is read out
        QKeyEvent key(QEvent::KeyPress, action->key, Qt::NoModifier);
        QCoreApplication::sendEvent(widget(), &key);
    }

    QStringList keyBindingsForAction(const QString& name) const override {
        const KeyAction* action = find(name);
        return action == nullptr ? QAccessibleWidget::keyBindingsForAction(name)
                                 : QStringList(QKeySequence(action->key).toString());
    }

  private:
    const KeyAction* find(const QString& name) const {
        const auto found = std::ranges::find_if(
            m_actions, [&](const KeyAction& action) { return name == QLatin1String(action.name); });
        return found == m_actions.end() ? nullptr : &*found;
    }

    std::span<const KeyAction> m_actions;
};

QAccessibleInterface* makeInterface(const QString& className, QObject* object) {
    const auto actions = actionsByClass().constFind(className);
    return actions == actionsByClass().cend() || !object->isWidgetType()
               ? nullptr
               : new KeyActionsAccessible(static_cast<QWidget*>(object), *actions);
}

} // namespace

void offerKeyActions(const QMetaObject& widgetClass, std::span<const KeyAction> actions) {
    if (actionsByClass().isEmpty()) {
        QAccessible::installFactory(makeInterface);
    }
    actionsByClass()[QLatin1String(widgetClass.className())] = actions;
}

} // namespace reluscope::ui
