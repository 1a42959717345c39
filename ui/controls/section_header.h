// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

#include <optional>

namespace reluscope::ui {

/// The head of a group of settings: what it is called, and in small what changing one does.
class SectionHeader : public QWidget {
    Q_OBJECT

  public:
    SectionHeader(const QString& title, const QString& note, QWidget* parent = nullptr);
    SectionHeader(IconName icon, const QString& title, const QString& note,
                  QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::optional<IconName> m_icon;
};

} // namespace reluscope::ui
