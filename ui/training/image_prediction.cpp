// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/image_prediction.h"

#include "ui/controls/number_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/training/ink_image.h"

#include <QPainter>

#include <algorithm>

namespace reluscope::ui {
namespace {

constexpr qreal gap = 8;
constexpr qreal textWidth = 74;
constexpr qreal tallestRow = 18;
constexpr int rowCount = 3;

} // namespace

ImagePrediction::ImagePrediction(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ImagePrediction::setImage(std::span<const float> pixels, std::size_t rows,
                               std::size_t columns) {
    m_image = inkImage(pixels, rows, columns);
    update();
}

void ImagePrediction::setImageSide(qreal side) {
    m_side = side;
    updateGeometry();
    update();
}

void ImagePrediction::setPrediction(const QString& predicted, double probability,
                                    const QString& actual) {
    m_predicted = predicted;
    m_probability = probability;
    m_actual = actual;
    setAccessibleName(
        m_predicted == m_actual
            ? tr("%1, %2, right").arg(m_predicted, percentText(probability))
            : tr("%1, %2, wrong: it is %3").arg(m_predicted, percentText(probability), m_actual));
    update();
}

QSize ImagePrediction::sizeHint() const {
    return {scaled(this, m_side + gap + textWidth), scaled(this, m_side)};
}

void ImagePrediction::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);
    const QRectF frame(0.5, 0.5, m_side * scale - 1, m_side * scale - 1);
    painter.setPen(theme.color(Tone::Border));
    painter.setBrush(Qt::white);
    painter.drawRect(frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(frame.adjusted(3, 3, -2, -2), m_image);

    if (m_predicted.isEmpty()) {
        return;
    }
    const qreal left = (m_side + gap) * scale;
    const qreal rowHeight = std::min(tallestRow, m_side / rowCount) * scale;
    const qreal top = (m_side * scale - rowCount * rowHeight) / 2;
    const auto row = [&](int index) {
        return QRectF(left, top + index * rowHeight, width() - left, rowHeight);
    };
    QFont words = font();
    words.setPixelSize(scaled(this, 12));
    QFont name = words;
    name.setWeight(QFont::Medium);
    painter.setFont(name);
    painter.setPen(theme.color(Tone::Text1));
    painter.drawText(row(0), Qt::AlignLeft | Qt::AlignVCenter, m_predicted);
    painter.setFont(words);
    painter.setPen(theme.color(Tone::Text2));
    painter.drawText(row(1), Qt::AlignLeft | Qt::AlignVCenter, percentText(m_probability));

    const bool isRight = m_predicted == m_actual;
    const qreal side = 14 * scale;
    const QRectF mark(row(2).left(), row(2).center().y() - side / 2, side, side);
    drawIcon(painter, isRight ? IconName::Check : IconName::Cross, mark,
             theme.color(isRight ? Tone::UnitAlive : Tone::Text1));
    if (!isRight) {
        painter.drawText(row(2).adjusted(side + 4 * scale, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, m_actual);
    }
}

} // namespace reluscope::ui
