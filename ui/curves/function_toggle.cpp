// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/function_toggle.h"

#include "ui/theme/control_style.h"
#include "ui/theme/run_style.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace reluscope::ui {

namespace {

constexpr qreal rowHeight = 28;
constexpr qreal boxSide = 14;
constexpr qreal gap = 9;
constexpr qreal swatchWidth = 25;
constexpr qreal swatchHeight = 10;

} // namespace

FunctionToggle::FunctionToggle(const QString& name, QWidget* parent)
    : QCheckBox(name, parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    applyColor();
}

void FunctionToggle::setStyleIndex(int style) {
    if (style != m_style) {
        m_style = style;
        applyColor();
    }
}

void FunctionToggle::applyColor() {
    setProperty(checkColorProperty, runStyle(Theme::of(this), m_style).color);
    update();
}

QFont FunctionToggle::nameFont() const {
    QFont result = font();
    result.setWeight(isChecked() ? QFont::Medium : QFont::Normal);
    return result;
}

QSize FunctionToggle::sizeHint() const {
    QFont widest = font();
    widest.setWeight(QFont::Medium);
    const int words = QFontMetrics(widest).horizontalAdvance(text());
    return {scaled(this, boxSide + swatchWidth + 2 * gap) + words + 1, scaled(this, rowHeight)};
}

QSize FunctionToggle::minimumSizeHint() const {
    return {scaled(this, 80), sizeHint().height()};
}

bool FunctionToggle::hitButton(const QPoint& position) const {
    return rect().contains(position);
}

void FunctionToggle::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        applyColor();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QCheckBox::changeEvent(event);
}

void FunctionToggle::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);

    QStyleOptionButton option;
    initStyleOption(&option);
    const int side = scaled(this, boxSide);
    option.rect = QRect(0, (height() - side) / 2, side, side);
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter, this);

    qreal left = (boxSide + gap) * scale;
    if (isChecked()) {
        const QRectF swatch(left, (height() - swatchHeight * scale) / 2, swatchWidth * scale,
                            swatchHeight * scale);
        drawSwatch(painter, swatch, runStyle(theme, m_style), SwatchMarker::Omitted);
        left = swatch.right() + gap * scale;
    }
    painter.setFont(nameFont());
    painter.setPen(theme.color(isChecked() ? Tone::Text1 : Tone::Text2));
    const QRectF words(left, 0, width() - left, height());
    painter.drawText(
        words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, static_cast<int>(words.width())));
}

} // namespace reluscope::ui
