// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/time_line.h"

#include "ui/theme/run_style.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

constexpr qreal lineHeight = 62;
constexpr qreal leastFigureWidth = 80; ///< with the words beside it
constexpr qreal wordsGap = 6;
constexpr qreal trackGap = 12;
constexpr qreal figureSize = 26;
constexpr qreal textSize = 11;
constexpr qreal margin = 16;
constexpr qreal trackTop = 34;
constexpr qreal trackHeight = 4;
constexpr qreal unitHeight = 5;
constexpr std::size_t highestUnits = 3;

} // namespace

TimeLine::TimeLine(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("timeLine"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setToolTip(tr("Drag the handle, or use ← → and Home, to see an earlier epoch; End returns to "
                  "the present."));
    setEpochs(0, 0, std::nullopt);
}

void TimeLine::setRunCount(std::size_t runs) {
    m_isHidden.assign(runs, false);
    update();
}

void TimeLine::setRunHidden(std::size_t run, bool isHidden) {
    m_isHidden[run] = isHidden;
    update();
}

void TimeLine::setEvents(const RunEvents& events) {
    m_marks.clear();
    for (const RunEvent& event : events.all()) {
        const auto* units = std::get_if<RunEvent::Units>(&event.what);
        if (units == nullptr) {
            continue;
        }
        if (m_marks.empty() || m_marks.back().epoch != event.epoch ||
            m_marks.back().run != event.run) {
            m_marks.push_back({.epoch = event.epoch, .run = event.run});
        }
        m_marks.back().died += units->died;
        m_marks.back().revived += units->revived;
    }
    update();
}

void TimeLine::setEpochs(std::size_t present, std::size_t length, std::optional<std::size_t> past) {
    m_present = present;
    m_length = length;
    m_past = past;
    setAccessibleName(tr("Time line: epoch %1 of %2").arg(shownEpoch()).arg(this->length()));
    makeRoomForFigure();
    update();
}

void TimeLine::makeRoomForFigure() {
    // For the longest figure that can stand there, so that the track does not move under a hand.
    const int wide = QFontMetrics(figureFont()).horizontalAdvance(QString::number(length())) +
                     scaled(this, wordsGap) +
                     QFontMetrics(wordsFont()).size(0, tr("epoch\nof %1").arg(length())).width();
    m_figureEnd = scaled(this, margin) + std::max(scaled(this, leastFigureWidth), wide);
}

std::size_t TimeLine::length() const {
    return std::max<std::size_t>({m_length, m_present, 1});
}

QSize TimeLine::sizeHint() const {
    return {scaled(this, 300), scaled(this, lineHeight)};
}

QRectF TimeLine::track() const {
    const qreal scale = scaleOf(this);
    const qreal left = m_figureEnd + trackGap * scale;
    return {left, trackTop * scale, width() - left - margin * scale, trackHeight * scale};
}

double TimeLine::placeOf(double epoch) const {
    return track().left() + track().width() * epoch / static_cast<double>(length());
}

std::size_t TimeLine::epochAt(double x) const {
    const double share = std::clamp((x - track().left()) / track().width(), 0.0, 1.0);
    const auto epoch = static_cast<std::size_t>(std::lround(share * static_cast<double>(length())));
    return std::min(epoch, m_present);
}

void TimeLine::request(std::size_t epoch) {
    if (epoch != shownEpoch()) {
        emit epochRequested(epoch);
    }
}

void TimeLine::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && event->position().x() >= track().left() - 8) {
        request(epochAt(event->position().x()));
    }
}

void TimeLine::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) {
        request(epochAt(event->position().x()));
    }
}

void TimeLine::keyPressEvent(QKeyEvent* event) {
    const std::size_t shown = shownEpoch();
    const std::size_t page = std::max<std::size_t>(length() / 10, 2);
    const auto back = [&](std::size_t by) { request(shown - std::min(by, shown)); };
    const auto on = [&](std::size_t by) { request(std::min(shown + by, m_present)); };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return back(1);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return on(1);
    case Qt::Key_PageDown:
        return back(page);
    case Qt::Key_PageUp:
        return on(page);
    case Qt::Key_Home:
        return back(shown);
    case Qt::Key_End:
        return on(m_present);
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeLine::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void TimeLine::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void TimeLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawFigure(painter);
    drawTrack(painter);
    drawMarks(painter);
    drawHandle(painter);
}

QFont TimeLine::figureFont() const {
    QFont big = font();
    big.setPixelSize(scaled(this, figureSize));
    big.setWeight(QFont::Medium);
    return big;
}

QFont TimeLine::wordsFont() const {
    QFont small = font();
    small.setPixelSize(scaled(this, textSize));
    return small;
}

void TimeLine::drawFigure(QPainter& painter) const {
    const Theme& theme = Theme::of(this);
    painter.setFont(figureFont());
    painter.setPen(theme.color(Tone::Text1));
    const QString figure = QString::number(shownEpoch());
    painter.drawText(QRect(scaled(this, margin), 0, width(), height()),
                     Qt::AlignLeft | Qt::AlignVCenter, figure);
    const int left =
        scaled(this, margin + wordsGap) + painter.fontMetrics().horizontalAdvance(figure);
    painter.setFont(wordsFont());
    painter.setPen(theme.color(Tone::Text2));
    painter.drawText(QRect(left, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("epoch\nof %1").arg(length()));
}

void TimeLine::drawTrack(QPainter& painter) const {
    const Theme& theme = Theme::of(this);
    const QRectF line = track();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Tone::Strong));
    painter.drawRoundedRect(line, line.height() / 2, line.height() / 2);
    painter.setBrush(theme.color(Tone::Text3));
    QRectF passed = line;
    passed.setRight(placeOf(static_cast<double>(m_present)));
    painter.drawRoundedRect(passed, line.height() / 2, line.height() / 2);

    painter.setPen(theme.color(Tone::Text3));
    QFont small = font();
    small.setPixelSize(scaled(this, textSize));
    painter.setFont(small);
    // Some six ticks at round epochs.
    const double rough = std::max(1.0, static_cast<double>(length()) / 6);
    const double decade = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * decade;
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (rough <= digit * decade) {
            step = digit * decade;
            break;
        }
    }
    for (int tick = 0; tick * step <= static_cast<double>(length()); ++tick) {
        const double x = placeOf(tick * step);
        const int half = scaled(this, 30);
        painter.drawLine(QPointF(x, line.bottom() + 1), QPointF(x, line.bottom() + 4));
        painter.drawText(QRectF(x - half, line.bottom() + 4, 2 * half, scaled(this, 16)),
                         Qt::AlignHCenter | Qt::AlignTop, QString::number(tick * step));
    }
}

void TimeLine::drawMarks(QPainter& painter) const {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const qreal bottom = track().top() - 4 * scale;
    for (const Mark& mark : m_marks) {
        if (mark.run >= m_isHidden.size() || m_isHidden[mark.run]) {
            continue;
        }
        const QColor color = runStyle(theme, static_cast<int>(mark.run)).color;
        const double x = placeOf(static_cast<double>(mark.epoch));
        qreal top = bottom;
        if (mark.died > 0) {
            const qreal rise =
                static_cast<qreal>(std::min(mark.died, highestUnits)) * unitHeight * scale;
            top -= rise;
            painter.fillRect(QRectF(x - scale, top, 2 * scale, rise), color);
        }
        if (mark.revived > 0) {
            painter.setPen(QPen(color, 1.25 * scale));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QPointF(x, top - 3 * scale), 2.25 * scale, 2.25 * scale);
        }
    }
    // The key, at the right above all marks.
    QFont small = font();
    small.setPixelSize(scaled(this, textSize));
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    const QString died = tr("died");
    const QString revived = tr("revived");
    const qreal row = 4 * scale;
    qreal x = track().right() - metrics.horizontalAdvance(revived);
    const QColor tone = theme.color(Tone::Text2);
    painter.setPen(tone);
    painter.drawText(QPointF(x, row + metrics.ascent()), revived);
    const qreal middle = row + metrics.height() / 2;
    painter.setPen(QPen(tone, 1.25 * scale));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(x - 8 * scale, middle), 2.25 * scale, 2.25 * scale);
    x -= 28 * scale + metrics.horizontalAdvance(died);
    painter.setPen(tone);
    painter.drawText(QPointF(x, row + metrics.ascent()), died);
    painter.fillRect(QRectF(x - 8 * scale, middle - 4 * scale, 2 * scale, 8 * scale), tone);
}

void TimeLine::drawHandle(QPainter& painter) const {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const double x = placeOf(static_cast<double>(shownEpoch()));
    const qreal middle = track().center().y();
    const auto handle = [&](qreal more) {
        const qreal half = 6 * scale + more;
        return QPolygonF({{x - half, middle - 8 * scale - more},
                          {x + half, middle - 8 * scale - more},
                          {x + half, middle + 2 * scale},
                          {x, middle + 8 * scale + more},
                          {x - half, middle + 2 * scale}});
    };
    if (hasFocus()) {
        painter.setPen(QPen(theme.color(Tone::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(handle(2));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Tone::Accent));
    painter.drawPolygon(handle(0));
}

} // namespace reluscope::ui
