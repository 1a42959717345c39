// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace reluscope::ui {

/// A short sample of a run's line with its marker.
class RunSwatch : public QWidget {
    Q_OBJECT

  public:
    explicit RunSwatch(int run, QWidget* parent = nullptr);

    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    int m_run;
};

} // namespace reluscope::ui
