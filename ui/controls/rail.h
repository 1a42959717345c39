// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace reluscope::ui {

/// The column at the left edge that changes pages. Tab reaches the selected page's button, the
/// arrow keys move on from there.
class Rail : public QWidget {
    Q_OBJECT

  public:
    explicit Rail(QWidget* parent = nullptr);

    /// Adds a page below the others and returns its index. The first one is selected.
    int addPage(IconName icon, const QString& label);
    void setLabel(int index, const QString& label);

    int currentIndex() const;
    /// Selects without signalling.
    void setCurrentIndex(int index);

    QSize sizeHint() const override;

  signals:
    void selected(int index);

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void applyScale();

    QVBoxLayout* m_layout;
    QButtonGroup* m_group;
};

} // namespace reluscope::ui
