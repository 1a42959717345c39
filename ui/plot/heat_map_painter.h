// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/heat_map_content.h"

#include <QFont>
#include <QRectF>

#include <optional>

class QPainter;

namespace reluscope::ui {

/// Where the parts of a heat map are.
struct HeatMapLayout {
    QRectF names;
    QRectF cells;
    QRectF bar;
    qreal gap = 1; ///< between cells
    int columns = 0;
    int rows = 0;

    QRectF cell(QPoint place) const;
    std::optional<QPoint> placeAt(QPointF pixels) const;
};

/// Draws a heat map into any painter: on the screen as for export.
class HeatMapPainter {
  public:
    /// \p font is that of the interface, \p scale as scaleOf() has it.
    HeatMapPainter(const HeatMapContent& content, const Theme& theme, const QFont& font,
                   qreal scale);

    HeatMapLayout layOut(const QRectF& area) const;
    void paint(QPainter& painter, const HeatMapLayout& layout) const;
    /// The mark of the place that is pointed at.
    void paintCursor(QPainter& painter, const HeatMapLayout& layout, QPoint place) const;

  private:
    void paintRows(QPainter& painter, const HeatMapLayout& layout) const;
    void paintTicks(QPainter& painter, const HeatMapLayout& layout) const;
    void paintCell(QPainter& painter, const QRectF& area, const HeatCell& cell) const;
    void paintBar(QPainter& painter, const HeatMapLayout& layout) const;

    const HeatMapContent& m_content;
    const Theme& m_theme;
    qreal m_scale;
    QFont m_nameFont;
    QFont m_tickFont;
};

} // namespace reluscope::ui
