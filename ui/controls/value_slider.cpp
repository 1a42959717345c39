// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/value_slider.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionSlider>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

constexpr int positions = 1000;
constexpr qreal knobPixels = 14;
constexpr qreal tickPixels = 11;
constexpr qreal markTop = 17;
constexpr qreal markLength = 4;

/// A dragged number need not have more digits than a reader can use.
double readable(double number) {
    return QString::number(number, 'g', 3).toDouble();
}

} // namespace

ValueSlider::ValueSlider(const ValueRange& range, QWidget* parent)
    : QSlider(Qt::Horizontal, parent) {
    setRange(range);
    connect(this, &QSlider::valueChanged, this,
            [this] { emit numberChanged(number(), isSliderDown() || m_isPressing); });
    // The end of a drag changes no value, but ends the gesture.
    connect(this, &QSlider::sliderReleased, this, [this] { emit numberChanged(number(), false); });
}

void ValueSlider::setRange(const ValueRange& range) {
    const double kept = m_range.minimum < m_range.maximum ? number() : range.minimum;
    m_range = range;
    const QSignalBlocker silence(this);
    // Whole numbers get one position each while they are few enough to tell apart.
    const double span = range.maximum - range.minimum;
    const bool counts =
        range.integersOnly && range.scale == ValueRange::Scale::Linear && span <= positions;
    QSlider::setRange(0, counts ? static_cast<int>(span) : positions);
    setSingleStep(counts ? 1 : positions / 100);
    setPageStep(std::max(1, maximum() / 10));
    setNumber(kept);
}

void ValueSlider::setTicks(const QVector<ValueTick>& ticks) {
    m_ticks = ticks;
    updateGeometry();
    update();
}

double ValueSlider::shareOf(double number) const {
    const double bounded = std::clamp(number, m_range.minimum, m_range.maximum);
    if (m_range.scale == ValueRange::Scale::Logarithmic) {
        return std::log(bounded / m_range.minimum) / std::log(m_range.maximum / m_range.minimum);
    }
    return (bounded - m_range.minimum) / (m_range.maximum - m_range.minimum);
}

double ValueSlider::number() const {
    const double share = static_cast<double>(sliderPosition()) / maximum();
    // The ends are exact, whatever rounding does in between.
    if (sliderPosition() == 0) {
        return m_range.minimum;
    }
    if (sliderPosition() == maximum()) {
        return m_range.maximum;
    }
    const double raw = m_range.scale == ValueRange::Scale::Logarithmic
                           ? m_range.minimum * std::pow(m_range.maximum / m_range.minimum, share)
                           : m_range.minimum + share * (m_range.maximum - m_range.minimum);
    return m_range.integersOnly ? std::round(raw) : readable(raw);
}

void ValueSlider::setNumber(double number) {
    const QSignalBlocker silence(this);
    setValue(static_cast<int>(std::lround(shareOf(number) * maximum())));
    update();
}

QFont ValueSlider::tickFont() const {
    QFont result = font();
    result.setPixelSize(scaled(this, tickPixels));
    return result;
}

int ValueSlider::tickHeight() const {
    if (m_ticks.isEmpty()) {
        return 0;
    }
    const bool labelled = std::any_of(m_ticks.begin(), m_ticks.end(),
                                      [](const ValueTick& tick) { return !tick.label.isEmpty(); });
    return scaled(this, labelled ? 18 : 4);
}

QSize ValueSlider::sizeHint() const {
    const int thickness = style()->pixelMetric(QStyle::PM_SliderThickness, nullptr, this);
    return {scaled(this, 120), thickness + tickHeight()};
}

QSize ValueSlider::minimumSizeHint() const {
    return {scaled(this, 48), sizeHint().height()};
}

void ValueSlider::initStyleOption(QStyleOptionSlider* option) const {
    QSlider::initStyleOption(option);
    option->rect.setHeight(height() - tickHeight());
}

void ValueSlider::mousePressEvent(QMouseEvent* event) {
    // The knob jumps to the mouse before the slider counts as down: that is part of the drag, if
    // one follows. In some styles it moves by a page instead, and none does.
    const double before = number();
    m_isPressing = true;
    QSlider::mousePressEvent(event);
    m_isPressing = false;
    if (!isSliderDown() && number() != before) {
        emit numberChanged(number(), false);
    }
}

void ValueSlider::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QSlider::changeEvent(event);
}

void ValueSlider::paintEvent(QPaintEvent* event) {
    QSlider::paintEvent(event);
    if (m_ticks.isEmpty()) {
        return;
    }
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const qreal knob = knobPixels * scale;
    const QFontMetricsF metrics(tickFont());
    QPainter painter(this);
    painter.setFont(tickFont());
    for (const ValueTick& tick : m_ticks) {
        const qreal x = knob / 2 + shareOf(tick.value) * (width() - knob);
        painter.fillRect(QRectF(std::round(x - 0.5), markTop * scale, 1, markLength * scale),
                         theme.color(Tone::Strong));
        if (tick.label.isEmpty()) {
            continue;
        }
        const qreal wide = metrics.horizontalAdvance(tick.label);
        const qreal left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.setPen(theme.color(Tone::Text2));
        painter.drawText(QPointF(left, (markTop + markLength + 2) * scale + metrics.ascent()),
                         tick.label);
    }
}

} // namespace reluscope::ui
