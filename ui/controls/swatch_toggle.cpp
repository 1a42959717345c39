// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/swatch_toggle.h"

#include "ui/controls/named_swatch.h"
#include "ui/theme/control_style.h"
#include "ui/theme/run_style.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionButton>

#include <cmath>

namespace reluscope::ui {

namespace {

constexpr qreal rowHeight = 28;
constexpr qreal boxSide = 14;
constexpr qreal gap = 9;

} // namespace

SwatchToggle::SwatchToggle(const QString& name, QWidget* parent)
    : QCheckBox(name, parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    applyColor();
}

void SwatchToggle::setStyleIndex(int style) {
    if (style != m_style) {
        m_style = style;
        applyColor();
    }
}

void SwatchToggle::applyColor() {
    setProperty(checkColorProperty, runStyle(Theme::of(this), m_style).color);
    update();
}

QFont SwatchToggle::nameFont() const {
    QFont result = font();
    result.setWeight(isChecked() ? QFont::Medium : QFont::Normal);
    return result;
}

QSize SwatchToggle::sizeHint() const {
    QFont widest = font();
    widest.setWeight(QFont::Medium);
    const auto named = static_cast<int>(std::ceil(namedSwatchWidth(this, widest, text())));
    return {scaled(this, boxSide + gap) + named, scaled(this, rowHeight)};
}

QSize SwatchToggle::minimumSizeHint() const {
    return {scaled(this, 80), sizeHint().height()};
}

bool SwatchToggle::hitButton(const QPoint& position) const {
    return rect().contains(position);
}

void SwatchToggle::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        applyColor();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QCheckBox::changeEvent(event);
}

void SwatchToggle::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);

    QStyleOptionButton option;
    initStyleOption(&option);
    const int side = scaled(this, boxSide);
    option.rect = QRect(0, (height() - side) / 2, side, side);
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter, this);

    const QRectF place = QRectF(rect()).adjusted((boxSide + gap) * scale, 0, 0, 0);
    painter.setFont(nameFont());
    if (isChecked()) {
        painter.setPen(theme.color(Tone::Text1));
        paintNamedSwatch(painter, this, place, runStyle(theme, m_style), text());
    } else {
        painter.setPen(theme.color(Tone::Text2));
        painter.drawText(
            place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetricsF(painter.font()).elidedText(text(), Qt::ElideRight, place.width()));
    }
}

} // namespace reluscope::ui
