// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/run_chip.h"

#include "ui/controls/focus_ring.h"
#include "ui/theme/icons.h"
#include "ui/theme/run_style.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace reluscope::ui {

namespace {

constexpr qreal chipHeight = 28;
constexpr qreal inset = 10;
constexpr qreal swatchWidth = 18;
constexpr qreal swatchHeight = 10;
constexpr qreal gap = 8;
constexpr qreal statePixels = 12;
constexpr qreal eyeSide = 22;

} // namespace

RunChip::RunChip(int runIndex, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_runIndex(runIndex)
    , m_eye(new QToolButton(this)) {
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus); // a click selects and leaves Space to Run
    setAttribute(Qt::WA_Hover);
    setProperty(focusRadiusProperty, chipHeight / 2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setStyleProperty(m_eye, "compact", true);
    m_eye->setAutoRaise(true);
    connect(m_eye, &QToolButton::clicked, this, [this] { emit hideRequested(!m_runHidden); });
    connect(qApp, &QApplication::focusChanged, this, &RunChip::placeEye);
    setRun(runIndex, name);
    setRunHidden(false);
}

void RunChip::setRun(int runIndex, const QString& name) {
    m_runIndex = runIndex;
    setText(name);
    describe();
    updateGeometry();
    update();
}

void RunChip::setState(const QString& state) {
    if (state == m_state) {
        return;
    }
    m_state = state;
    describe();
    updateGeometry();
    update();
}

void RunChip::setRunHidden(bool hidden) {
    m_runHidden = hidden;
    m_eye->setIcon(ui::icon(hidden ? IconName::Eye : IconName::EyeOff, IconGround::Quiet));
    describe();
    updateGeometry();
    placeEye();
    update();
}

void RunChip::describe() {
    setAccessibleName(text());
    setAccessibleDescription(m_runHidden ? tr("hidden") : m_state);
    setToolTip(m_runHidden ? tr("%1: hidden").arg(text()) : tr("%1: %2").arg(text(), m_state));
    const QString action = m_runHidden ? tr("Show %1").arg(text()) : tr("Hide %1").arg(text());
    m_eye->setAccessibleName(action);
    m_eye->setToolTip(action);
}

QFont RunChip::nameFont() const {
    QFont result = font();
    result.setWeight(m_runHidden ? QFont::Normal : QFont::Medium);
    return result;
}

QFont RunChip::stateFont() const {
    QFont result = font();
    result.setPixelSize(scaled(this, statePixels));
    return result;
}

int RunChip::widthFor(const QString& state) const {
    int width = 2 * scaled(this, inset) + scaled(this, swatchWidth) + scaled(this, gap) +
                QFontMetrics(nameFont()).horizontalAdvance(text());
    if (m_runHidden) {
        width += scaled(this, gap) + scaled(this, eyeSide) - scaled(this, inset) / 2;
    } else if (!state.isEmpty()) {
        width += scaled(this, gap) + QFontMetrics(stateFont()).horizontalAdvance(state);
    }
    return width + 1;
}

QSize RunChip::sizeHint() const {
    return {widthFor(m_state), scaled(this, chipHeight)};
}

QSize RunChip::minimumSizeHint() const {
    return {widthFor({}), scaled(this, chipHeight)};
}

bool RunChip::showsEye() const {
    return m_runHidden || underMouse() || hasFocus() || m_eye->hasFocus();
}

void RunChip::placeEye() {
    const int side = scaled(this, eyeSide);
    m_eye->setIconSize({scaled(this, 16), scaled(this, 16)});
    const QRect box(width() - side - scaled(this, inset) / 2, (height() - side) / 2, side, side);
    m_eye->setGeometry(QStyle::visualRect(layoutDirection(), rect(), box));
    m_eye->setVisible(showsEye());
    update();
}

bool RunChip::event(QEvent* event) {
    const bool handled = QAbstractButton::event(event);
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        updateGeometry();
        placeEye();
        break;
    default:
        break;
    }
    return handled;
}

void RunChip::resizeEvent(QResizeEvent*) {
    placeEye();
}

void RunChip::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);

    const qreal edge = isChecked() ? 2 * scale : 1;
    const QRectF box = QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2);
    const bool raised = underMouse() || isDown();
    const Tone ground = raised ? Tone::Hover : m_runHidden ? Tone::Window : Tone::Tile;
    painter.setPen(QPen(theme.color(isChecked() ? Tone::Accent : Tone::Border), edge));
    painter.setBrush(theme.color(ground));
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);

    RunStyle style = runStyle(theme, m_runIndex);
    style.ground = theme.color(ground);
    const QRectF swatch(inset * scale, (height() - swatchHeight * scale) / 2, swatchWidth * scale,
                        swatchHeight * scale);
    if (m_runHidden) {
        // A hidden run gives up its colour, dash and marker: it is drawn nowhere.
        painter.setPen(solidPen(theme.color(Tone::Strong), 2 * scale));
        painter.drawLine(QPointF(swatch.left(), swatch.center().y()),
                         QPointF(swatch.right(), swatch.center().y()));
    } else {
        drawSwatch(painter, swatch, style, SwatchMarker::Shown);
    }

    const QFont name = nameFont();
    const qreal nameWidth = QFontMetricsF(name).horizontalAdvance(text()) + 1;
    qreal left = swatch.right() + gap * scale;
    painter.setFont(name);
    painter.setPen(theme.color(m_runHidden ? Tone::Text3 : Tone::Text1));
    painter.drawText(QRectF(left, 0, nameWidth, height()), Qt::AlignVCenter, text());
    if (m_runHidden) {
        return;
    }
    left += nameWidth + gap * scale - 1;
    const qreal right = m_eye->isVisible() ? m_eye->x() - 2 : width() - inset * scale + 1;
    painter.setFont(stateFont());
    painter.setPen(theme.color(Tone::Text2));
    const QString shown =
        QFontMetricsF(stateFont()).elidedText(m_state, Qt::ElideRight, right - left);
    if (shown.size() > 1) {
        painter.drawText(QRectF(left, 0, right - left, height()), Qt::AlignVCenter, shown);
    }
}

} // namespace reluscope::ui
