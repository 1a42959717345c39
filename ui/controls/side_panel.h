// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace reluscope::ui {

/// The column of settings at the side of a page, group by group.
class SidePanel : public QScrollArea {
    Q_OBJECT

  public:
    explicit SidePanel(QWidget* parent = nullptr);

    /// Below those that are there, with a line between them.
    void addGroup(QWidget* group);

    QSize sizeHint() const override;

  private:
    QVBoxLayout* m_groups;
};

} // namespace reluscope::ui
