// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>
#include <QWidget>

#include <span>
#include <vector>

namespace reluscope::ui {

/// One example of a two-class data set.
struct ClassPoint {
    float x = 0.0F;
    float y = 0.0F;
    bool positive = false;
};

/// A function of two variables with values in [0, 1] as a surface from sky over the tile's colour
/// to orange, with its 0.5 boundary and the examples on top.
class FieldMap : public QWidget {
    Q_OBJECT

  public:
    explicit FieldMap(QWidget* parent = nullptr);

    /// The part of the plane that the map shows; y grows upwards.
    void setExtent(const QRectF& extent);
    /// Row-major samples at cell centres, the first row at the lowest y. Copied.
    void setField(std::span<const float> values, int columns, int rows);
    void clearField();
    void setPoints(std::vector<ClassPoint> points);
    /// Dense hatch with the words "no finite output" instead of the surface.
    void setDiverged(bool diverged);
    void setBoundaryShown(bool shown);
    /// Each value in a cell of its own, in full colour: weights are no samples of something smooth.
    void setCellsShown(bool shown);
    /// The picture in words for assistive technology.
    void setSummary(const QString& summary);

    [[nodiscard]] QRectF extent() const { return m_extent; }
    /// Where the mouse is in data units; for a page that reads values out.
    [[nodiscard]] QPointF toData(QPointF pixels) const;

    /// Draws the map into any painter, for export.
    void renderTo(QPainter& painter, const QRectF& area) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void colourSurface();
    void paintBoundary(QPainter& painter, const QRectF& area) const;
    void paintPoints(QPainter& painter, const QRectF& area) const;

    QRectF m_extent{-1.0, -1.0, 2.0, 2.0};
    std::vector<float> m_values;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<ClassPoint> m_points;
    bool m_diverged = false;
    bool m_boundaryShown = true;
    bool m_cellsShown = false;
    QImage m_surface;
};

} // namespace reluscope::ui
