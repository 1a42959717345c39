// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/data_thumbnail.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

constexpr qreal side = 34;
constexpr qreal radius = 4;
constexpr qreal padding = 3;
constexpr qreal dot = 2.4;

} // namespace

DataThumbnail::DataThumbnail(QWidget* parent)
    : QAbstractButton(parent) {
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus); // a click chooses and leaves Space to Run
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DataThumbnail::setName(const QString& name) {
    setAccessibleName(name);
    setToolTip(name);
}

void DataThumbnail::setPoints(const Examples& points) {
    m_points = points;
    update();
}

void DataThumbnail::setImage(const QImage& image) {
    m_image = image;
    update();
}

QSize DataThumbnail::sizeHint() const {
    return {scaled(this, side), scaled(this, side)};
}

void DataThumbnail::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal edge = isChecked() ? 2 : 1;
    const Tone tone = isChecked()                ? Tone::Accent
                      : underMouse() || isDown() ? Tone::Strong
                                                 : Tone::Border;
    painter.setPen(QPen(theme.color(tone), edge));
    painter.setBrush(m_image.isNull() ? theme.color(Tone::Tile) : QColor(Qt::white));
    painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2),
                            radius * scale, radius * scale);
    if (m_image.isNull()) {
        paintPoints(painter);
    } else {
        const qreal margin = padding * scale;
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(rect()).adjusted(margin, margin, -margin, -margin), m_image);
    }
}

void DataThumbnail::paintPoints(QPainter& painter) const {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    float farthest = 1;
    for (const float coordinate : m_points.features) {
        farthest = std::max(farthest, std::abs(coordinate));
    }
    const qreal room = width() / 2.0 - (padding + dot / 2) * scale;
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_points.labels.size(); ++i) {
        painter.setBrush(theme.color(m_points.labels[i] == 0 ? Tone::Negative : Tone::Positive));
        const QPointF centre(width() / 2.0 + m_points.features[2 * i] / farthest * room,
                             height() / 2.0 - m_points.features[2 * i + 1] / farthest * room);
        painter.drawEllipse(centre, dot / 2 * scale, dot / 2 * scale);
    }
}

} // namespace reluscope::ui
