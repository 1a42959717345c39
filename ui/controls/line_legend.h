// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace reluscope::ui {

/// "— test — training": says which of a run's two lines is which, once for all plots.
class LineLegend : public QWidget {
    Q_OBJECT

  public:
    explicit LineLegend(QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace reluscope::ui
