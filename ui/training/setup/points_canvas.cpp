// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/points_canvas.h"

#include "ui/theme/run_style.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reluscope::ui {
namespace {

constexpr qreal canvasWidth = 248;
constexpr qreal canvasHeight = 176;
constexpr qreal mark = 6;
constexpr qreal reach = 9;    ///< of a click that removes
constexpr qreal spacing = 12; ///< of the points of a stroke
constexpr double leastExtent = 1.2;

/// As many digits as a pixel is worth, so that files stay readable.
double rounded(double coordinate) {
    return std::round(coordinate * 1000) / 1000;
}

} // namespace

PointsCanvas::PointsCanvas(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Points"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setPoints({});
}

void PointsCanvas::setPoints(const std::vector<LabelledPoint>& points) {
    constexpr double margin = 1.1;
    m_points = points;
    m_extent = leastExtent;
    for (const LabelledPoint& point : points) {
        m_extent = std::max({m_extent, margin * std::abs(point.x), margin * std::abs(point.y)});
    }
    setAccessibleDescription(tr("Points painted: %1.").arg(points.size()));
    update();
}

QSize PointsCanvas::sizeHint() const {
    return {scaled(this, canvasWidth), scaled(this, canvasHeight)};
}

double PointsCanvas::pixelsPerUnit() const {
    return std::min(width(), height()) / (2 * m_extent);
}

QPointF PointsCanvas::pixelOf(double x, double y) const {
    return {width() / 2.0 + x * pixelsPerUnit(), height() / 2.0 - y * pixelsPerUnit()};
}

void PointsCanvas::addAt(const QPointF& pixel) {
    m_lastAdded = pixel;
    emit pointWanted(rounded((pixel.x() - width() / 2.0) / pixelsPerUnit()),
                     rounded((height() / 2.0 - pixel.y()) / pixelsPerUnit()));
}

void PointsCanvas::removeAt(const QPointF& pixel) {
    std::size_t nearest = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QPointF away = pixelOf(m_points[i].x, m_points[i].y) - pixel;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    if (least <= reach * scaleOf(this)) {
        emit removalWanted(nearest);
    }
}

void PointsCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        addAt(event->position());
    } else if (event->button() == Qt::RightButton) {
        removeAt(event->position());
    }
}

void PointsCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF away = event->position() - m_lastAdded;
    if ((event->buttons() & Qt::LeftButton) && rect().contains(event->position().toPoint()) &&
        std::hypot(away.x(), away.y()) >= spacing * scaleOf(this)) {
        addAt(event->position());
    }
}

void PointsCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        emit strokeEnded();
    }
}

void PointsCanvas::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCross(-1, 0);
    case Qt::Key_Right:
        return moveCross(1, 0);
    case Qt::Key_Up:
        return moveCross(0, 1);
    case Qt::Key_Down:
        return moveCross(0, -1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        addAt(pixelOf(m_cross.x(), m_cross.y()));
        emit strokeEnded();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return removeAt(pixelOf(m_cross.x(), m_cross.y()));
    default:
        QWidget::keyPressEvent(event);
    }
}

void PointsCanvas::moveCross(int right, int up) {
    const double step = m_extent / 20;
    const double widest = m_extent * width() / std::max(1, height());
    m_cross.setX(std::clamp(m_cross.x() + right * step, -widest, widest));
    m_cross.setY(std::clamp(m_cross.y() + up * step, -m_extent, m_extent));
    update();
}

void PointsCanvas::focusInEvent(QFocusEvent* event) {
    m_showsCross = event->reason() != Qt::MouseFocusReason;
    update();
}

void PointsCanvas::focusOutEvent(QFocusEvent*) {
    m_showsCross = false;
    update();
}

void PointsCanvas::contextMenuEvent(QContextMenuEvent* event) {
    event->accept(); // the right button has removed a point
}

void PointsCanvas::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Tone::Tile));
    const QPointF origin = pixelOf(0, 0);
    painter.setPen(theme.color(Tone::Grid));
    painter.drawLine(QPointF(0, origin.y()), QPointF(width(), origin.y()));
    painter.drawLine(QPointF(origin.x(), 0), QPointF(origin.x(), height()));
    painter.setPen(theme.color(Tone::Strong));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));

    painter.setRenderHint(QPainter::Antialiasing);
    for (const LabelledPoint& point : m_points) {
        const bool isNegative = point.label == 0;
        drawMarker(painter, isNegative ? Marker::Square : Marker::Disc, pixelOf(point.x, point.y),
                   mark * scale,
                   theme.color(isNegative ? Tone::NegativePoint : Tone::PositivePoint),
                   theme.color(Tone::Tile));
    }
    if (m_showsCross) {
        constexpr qreal arm = 8;
        const QPointF cross = pixelOf(m_cross.x(), m_cross.y());
        painter.setPen(theme.color(Tone::Text1));
        painter.drawLine(cross - QPointF(arm * scale, 0), cross + QPointF(arm * scale, 0));
        painter.drawLine(cross - QPointF(0, arm * scale), cross + QPointF(0, arm * scale));
    }
}

} // namespace reluscope::ui
