// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/field_map.h"

#include "ui/plot/boundary.h"
#include "ui/plot/diverged.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace reluscope::ui {

namespace {

constexpr qreal lightShare = 0.46; ///< of the class colour in the surface
constexpr qreal darkShare = 0.38;
constexpr qreal pointPixels = 3.5;
constexpr qreal roomForPoints = 180;   ///< where they have that size
constexpr qreal smallestPoints = 0.65; ///< of that size
constexpr qreal boundaryPixels = 1.2;

using Shades = std::array<QRgb, 256>;

Shades shadesOf(const Theme& theme, qreal share) {
    const QColor tile = theme.color(Tone::Tile);
    Shades shades;
    for (std::size_t i = 0; i < shades.size(); ++i) {
        const qreal side = static_cast<qreal>(i) / 127.5 - 1.0;
        const Tone tone = side < 0.0 ? Tone::Negative : Tone::Positive;
        shades[i] = Theme::mix(tile, theme.color(tone), share * std::abs(side)).rgb();
    }
    return shades;
}

} // namespace

FieldMap::FieldMap(QWidget* parent)
    : QWidget(parent) {
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void FieldMap::setExtent(const QRectF& extent) {
    if (extent != m_extent) {
        m_extent = extent;
        update();
    }
}

void FieldMap::setField(std::span<const float> values, int columns, int rows) {
    Q_ASSERT(values.size() == static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    m_values.assign(values.begin(), values.end());
    m_columns = columns;
    m_rows = rows;
    colourSurface();
    update();
}

void FieldMap::clearField() {
    setField({}, 0, 0);
}

void FieldMap::setPoints(std::vector<ClassPoint> points) {
    m_points = std::move(points);
    update();
}

void FieldMap::setDiverged(bool diverged) {
    if (diverged != m_diverged) {
        m_diverged = diverged;
        update();
    }
}

void FieldMap::setBoundaryShown(bool shown) {
    if (shown != m_boundaryShown) {
        m_boundaryShown = shown;
        update();
    }
}

void FieldMap::setCellsShown(bool shown) {
    if (shown != m_cellsShown) {
        m_cellsShown = shown;
        colourSurface();
        update();
    }
}

void FieldMap::setSummary(const QString& summary) {
    setAccessibleDescription(summary);
}

void FieldMap::colourSurface() {
    const QSize size(m_columns, m_rows);
    if (m_surface.size() != size) {
        m_surface = QImage(size, QImage::Format_RGB32);
    }
    const Theme& theme = Theme::of(this);
    const qreal surfaceShare = theme.isDark() ? darkShare : lightShare;
    const Shades shades = shadesOf(theme, m_cellsShown ? 1 : surfaceShare);
    const QRgb nothing = theme.color(Tone::Tile).rgb();
    const float* value = m_values.data();
    for (int row = 0; row < m_rows; ++row) {
        // The first row of the field is the lowest, the first line of an image the highest.
        auto* line = reinterpret_cast<QRgb*>(m_surface.scanLine(m_rows - 1 - row));
        for (int column = 0; column < m_columns; ++column, ++value) {
            line[column] = std::isfinite(*value) ? shades[static_cast<std::size_t>(std::lround(
                                                       std::clamp(*value, 0.0F, 1.0F) * 255.0F))]
                                                 : nothing;
        }
    }
}

QPointF FieldMap::toData(QPointF pixels) const {
    return {m_extent.left() + m_extent.width() * pixels.x() / width(),
            m_extent.bottom() - m_extent.height() * pixels.y() / height()};
}

void FieldMap::renderTo(QPainter& painter, const QRectF& area) const {
    const Theme& theme = Theme::of(this);
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !m_cellsShown);
    if (m_diverged) {
        drawDiverged(painter, area, font(), theme, scaleOf(this));
    } else {
        painter.fillRect(area, theme.color(Tone::Tile));
        if (!m_surface.isNull()) {
            painter.drawImage(area, m_surface);
        }
        if (m_boundaryShown) {
            paintBoundary(painter, area);
        }
        paintPoints(painter, area);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(theme.color(Tone::Border), 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(0.0, 0.0, -1.0, -1.0));
    painter.restore();
}

void FieldMap::paintBoundary(QPainter& painter, const QRectF& area) const {
    // Samples are cell centres; outside the outermost ones the line ends half a cell early.
    std::vector<QLineF> pieces = boundaryOf(m_values, m_columns, m_rows, 0.5F);
    if (pieces.empty()) {
        return;
    }
    const qreal cellWidth = area.width() / m_columns;
    const qreal cellHeight = area.height() / m_rows;
    const auto place = [&](QPointF grid) {
        return QPointF(area.left() + (grid.x() + 0.5) * cellWidth,
                       area.bottom() - (grid.y() + 0.5) * cellHeight);
    };
    for (QLineF& piece : pieces) {
        piece = QLineF(place(piece.p1()), place(piece.p2()));
    }
    painter.setPen(QPen(Theme::of(this).color(Tone::Text1), boundaryPixels * scaleOf(this),
                        Qt::SolidLine, Qt::RoundCap));
    painter.drawLines(pieces.data(), static_cast<int>(pieces.size()));
}

void FieldMap::paintPoints(QPainter& painter, const QRectF& area) const {
    const Theme& theme = Theme::of(this);
    // Smaller in a small map, where they would hide the surface.
    const qreal room = std::min(width(), height()) / scaleOf(this);
    const qreal size =
        pointPixels * scaleOf(this) * std::clamp(room / roomForPoints, smallestPoints, 1.0);
    painter.setPen(Qt::NoPen);
    for (const ClassPoint& point : m_points) {
        const double x = static_cast<double>(point.x);
        const double y = static_cast<double>(point.y);
        const QPointF at(area.left() + area.width() * (x - m_extent.left()) / m_extent.width(),
                         area.bottom() - area.height() * (y - m_extent.top()) / m_extent.height());
        painter.setBrush(theme.color(point.positive ? Tone::PositivePoint : Tone::NegativePoint));
        if (point.positive) {
            painter.drawEllipse(at, size / 2.0, size / 2.0);
        } else {
            painter.drawRect(QRectF(at.x() - size / 2.0, at.y() - size / 2.0, size, size));
        }
    }
}

QSize FieldMap::sizeHint() const {
    return {scaled(this, 142), scaled(this, 104)};
}

QSize FieldMap::minimumSizeHint() const {
    return {scaled(this, 64), scaled(this, 48)};
}

void FieldMap::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        colourSurface();
    }
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    update();
    QWidget::changeEvent(event);
}

void FieldMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    renderTo(painter, QRectF(rect()));
}

} // namespace reluscope::ui
