// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace reluscope::ui {

/// What the keys do in a UnitGrid, as actions for assistive programs.
class UnitGridAccessible : public QAccessibleWidget {
  public:
    using QAccessibleWidget::QAccessibleWidget;

    /// From now on every UnitGrid has one.
    static void install();

    QStringList actionNames() const override;
    QString localizedActionName(const QString& name) const override;
    void doAction(const QString& name) override;
    QStringList keyBindingsForAction(const QString& name) const override;
};

} // namespace reluscope::ui
