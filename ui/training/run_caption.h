// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace reluscope::ui {

/// The line over a run's picture: marker and name at the left, a figure at the right.
class RunCaption : public QWidget {
    Q_OBJECT

  public:
    explicit RunCaption(int run, QWidget* parent = nullptr);

    void setName(const QString& name);
    void setFigure(const QString& figure);
    /// A larger figure, and the run's swatch in place of its marker where there is room.
    void setProminent(bool isProminent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QFont textFont(qreal pixels, int weight) const;

    int m_run;
    QString m_name;
    QString m_figure;
    bool m_isProminent = false;
};

} // namespace reluscope::ui
