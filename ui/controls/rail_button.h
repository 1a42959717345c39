// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QAbstractButton>

namespace reluscope::ui {

/// One page on the rail: an icon over its name.
class RailButton : public QAbstractButton {
    Q_OBJECT

  public:
    RailButton(IconName icon, const QString& label, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QFont labelFont() const;
    QRect ground() const;

    IconName m_icon;
};

} // namespace reluscope::ui
