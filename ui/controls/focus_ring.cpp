// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/focus_ring.h"

#include "ui/controls/scroll_area.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFocusEvent>
#include <QPainter>

namespace reluscope::ui {

namespace {

constexpr qreal ringWidth = 2;
constexpr qreal ringGap = 1;
constexpr qreal controlRadius = 4;

bool isKeyboard(Qt::FocusReason reason) {
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

/// The window or a popup coming back to the front says nothing about how the user works.
bool keepsAsItWas(Qt::FocusReason reason) {
    return reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason ||
           reason == Qt::MenuBarFocusReason;
}

/// What scrolling and the window leave of \p widget, in the coordinates of \p window. What lies
/// over it does not matter, as a plot's canvas does over all of the plot.
QRect shownPart(const QWidget* widget, const QWidget* window) {
    QRect part = widget->rect();
    for (const QWidget* each = widget; each != window; each = each->parentWidget()) {
        part = part.translated(each->pos()) & each->parentWidget()->rect();
    }
    return part;
}

} // namespace

FocusRing::FocusRing(QWidget* window)
    : QWidget(window) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setVisible(false);
    // The signal focusChanged() does not tell the reason, only the event does.
    qApp->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::FocusIn:
        if (auto* widget = qobject_cast<QWidget*>(watched)) {
            onFocusIn(widget, static_cast<QFocusEvent*>(event)->reason());
        }
        break;
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::FontChange:
        if (m_target && m_watched.contains(qobject_cast<QWidget*>(watched))) {
            place();
        }
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::onFocusIn(QWidget* widget, Qt::FocusReason reason) {
    if (keepsAsItWas(reason) || widget->window() != window()) {
        return;
    }
    follow(isKeyboard(reason) ? widget : nullptr);
    if (m_target) {
        reveal(m_target, m_target->rect());
    }
}

void FocusRing::follow(QWidget* target) {
    m_target = target;
    m_watched.clear();
    // Whatever moves, scrolls or hides the target is the target or one of its ancestors.
    for (QWidget* each = target; each && each != parentWidget(); each = each->parentWidget()) {
        m_watched.append(each);
    }
    place();
}

void FocusRing::place() {
    const QRect part =
        m_target && m_target->isVisible() ? shownPart(m_target, parentWidget()) : QRect();
    if (part.isEmpty()) {
        setVisible(false);
        return;
    }
    const qreal inset = m_target->property(focusInsetProperty).toReal();
    const int reach = qRound((ringWidth + ringGap - inset) * scaleOf(this));
    setGeometry(part.adjusted(-reach, -reach, reach, reach));
    setVisible(true);
    raise();
    update();
}

void FocusRing::paintEvent(QPaintEvent*) {
    if (!m_target) {
        return;
    }
    const qreal scale = scaleOf(this);
    const qreal stroke = ringWidth * scale;
    const QVariant own = m_target->property(focusRadiusProperty);
    const qreal corner = ((own.isValid() ? own.toReal() : controlRadius) + ringGap) * scale;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(this).color(Tone::Focus), stroke));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2), corner, corner);
}

} // namespace reluscope::ui
