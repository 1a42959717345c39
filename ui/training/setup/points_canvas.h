// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"

#include <QWidget>

#include <vector>

namespace reluscope::ui {

/// The plane, to paint labelled points on: a click or a stroke of the left button adds some, the
/// right button removes the one under it. By keyboard, arrows move a cross, Enter adds, Delete
/// removes.
class PointsCanvas : public QWidget {
    Q_OBJECT

  public:
    explicit PointsCanvas(QWidget* parent = nullptr);

    void setPoints(const std::vector<LabelledPoint>& points);

    QSize sizeHint() const override;

  signals:
    void pointWanted(double x, double y);
    void strokeEnded();
    void removalWanted(std::size_t point);

  protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    double pixelsPerUnit() const;
    QPointF pixelOf(double x, double y) const;
    void addAt(const QPointF& pixel);
    void removeAt(const QPointF& pixel);
    void moveCross(int right, int up);

    std::vector<LabelledPoint> m_points;
    double m_extent = 0; ///< y reaches from minus this to this
    QPointF m_lastAdded;
    QPointF m_cross; ///< in the plane; where the keyboard works
    bool m_showsCross = false;
};

} // namespace reluscope::ui
