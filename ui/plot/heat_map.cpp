// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/heat_map.h"

#include "ui/controls/key_actions.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <utility>

namespace reluscope::ui {

namespace {

constexpr std::array cellActions{
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::HeatMap", "Next cell"), Qt::Key_Right},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::HeatMap", "Previous cell"), Qt::Key_Left},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::HeatMap", "Next row"), Qt::Key_Down},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::HeatMap", "Previous row"), Qt::Key_Up},
    KeyAction{QT_TRANSLATE_NOOP("reluscope::ui::HeatMap", "Open"), Qt::Key_Return},
};

} // namespace

HeatMap::HeatMap(QWidget* parent)
    : QWidget(parent)
    , m_description(*this) {
    offerKeyActions(staticMetaObject, cellActions);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void HeatMap::setContent(HeatMapContent content) {
    m_content = std::move(content);
    m_current = clamped(m_current);
    if (m_pointedAt && m_pointedAt != clamped(*m_pointedAt)) {
        m_pointedAt.reset();
    }
    describe();
    update();
}

QPoint HeatMap::clamped(QPoint place) const {
    return {std::clamp(place.x(), 0, std::max(0, m_content.columns - 1)),
            std::clamp(place.y(), 0, std::max(0, static_cast<int>(m_content.rows.size()) - 1))};
}

void HeatMap::setPointedAt(std::optional<QPoint> place) {
    if (std::exchange(m_pointedAt, place) != place) {
        update();
    }
}

QRect HeatMap::cell(QPoint place) const {
    return layOut().cell(place).toRect();
}

void HeatMap::setSummary(const QString& summary) {
    m_summary = summary;
    describe();
}

void HeatMap::describe() {
    const bool isRead = hasFocus() && m_cellWords && !isEmpty();
    m_description.setText(isRead ? m_cellWords(m_current) : m_summary);
}

HeatMapLayout HeatMap::layOut() const {
    return HeatMapPainter(m_content, Theme::of(this), font(), scaleOf(this)).layOut(QRectF(rect()));
}

void HeatMap::renderTo(QPainter& painter, const QRectF& area, const Theme& theme) const {
    const HeatMapPainter map(m_content, theme, font(), scaleOf(this));
    map.paint(painter, map.layOut(area));
}

QSize HeatMap::minimumSizeHint() const {
    return {scaled(this, 160), scaled(this, 72)};
}

void HeatMap::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    update();
}

void HeatMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const HeatMapPainter map(m_content, Theme::of(this), font(), scaleOf(this));
    const HeatMapLayout layout = map.layOut(QRectF(rect()));
    map.paint(painter, layout);
    if (m_pointedAt && !isEmpty()) {
        map.paintCursor(painter, layout, *m_pointedAt);
    }
}

void HeatMap::point(std::optional<QPoint> place) {
    if (place != m_pointedAt) {
        setPointedAt(place);
        emit pointed(place);
    }
    describe();
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
    QPoint next = m_current;
    switch (event->key()) {
    case Qt::Key_Left:
        next.rx() -= 1;
        break;
    case Qt::Key_Right:
        next.rx() += 1;
        break;
    case Qt::Key_Up:
        next.ry() -= 1;
        break;
    case Qt::Key_Down:
        next.ry() += 1;
        break;
    case Qt::Key_Home:
        next.setX(0);
        break;
    case Qt::Key_End:
        next.setX(m_content.columns - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isEmpty()) {
            emit activated(m_current);
        }
        return;
    case Qt::Key_Escape:
        if (m_pointedAt) {
            point(std::nullopt);
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (!isEmpty()) {
        m_current = clamped(next);
        point(m_current);
    }
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) {
    const auto place = layOut().placeAt(event->position());
    if (place) {
        m_current = *place;
    }
    setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
    point(place);
}

void HeatMap::mouseReleaseEvent(QMouseEvent* event) {
    const auto place = layOut().placeAt(event->position());
    if (place && event->button() == Qt::LeftButton) {
        emit activated(*place);
    }
}

void HeatMap::leaveEvent(QEvent*) {
    point(std::nullopt);
}

void HeatMap::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    const bool isByKey =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (isByKey && !isEmpty()) {
        point(m_current);
    } else {
        describe();
    }
}

void HeatMap::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    point(std::nullopt);
}

} // namespace reluscope::ui
