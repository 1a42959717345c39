// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_navigation.h"

#include "ui/plot/plot.h"
#include "ui/plot/plot_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace reluscope::ui {

namespace {

constexpr double zoomPerNotch = 0.8;
constexpr double wheelNotch = 120.0;
constexpr double panShare = 0.1;  ///< of the area, per key press
constexpr qreal grabPixels = 6.0; ///< how near to the cross-hair a press must be to take it
constexpr qreal leastBoxPixels = 5.0;
constexpr double boxStepShare = 0.05; ///< of the area, per key press
constexpr double arrowSteps = 100.0;  ///< arrow presses across the axis
constexpr double fineSteps = 1000.0;

bool hasSamples(const Series& series) {
    return series.isVisible() && series.role() != SeriesRole::Limit;
}

/// The sample nearest to x of all visible lines.
std::optional<double> nearestSample(const Plot& plot, double x) {
    std::optional<double> best;
    for (const auto& series : plot.series()) {
        const auto index = hasSamples(*series) ? series->nearest(x) : std::nullopt;
        if (!index) {
            continue;
        }
        const double candidate = series->x()[*index];
        if (!best || std::abs(candidate - x) < std::abs(*best - x)) {
            best = candidate;
        }
    }
    return best;
}

/// The one of the y axis' names that stands nearest to y.
std::optional<double> nearestRow(const Plot& plot, double y) {
    std::optional<double> best;
    for (const auto& [place, name] : plot.axis(PlotAxis::Y).names) {
        if (!best || std::abs(place - y) < std::abs(*best - y)) {
            best = place;
        }
    }
    return best;
}

} // namespace

PlotNavigation::PlotNavigation(Plot& plot)
    : m_plot(plot) {}

bool PlotNavigation::isSensible(Interval range) {
    const double magnitude = std::max(std::abs(range.lower), std::abs(range.upper));
    return std::isfinite(range.lower) && std::isfinite(range.upper) && magnitude < 1e100 &&
           range.size() > 1e-10 * magnitude && range.size() > 1e-100;
}

bool PlotNavigation::isNearCrossHair(QPointF position) const {
    const auto x = m_plot.crossHair();
    return m_plot.crossHairOptions().mode == CrossHairMode::Drag && x &&
           std::abs(m_plot.toPixels({*x, 1.0}).x() - position.x()) <= grabPixels;
}

void PlotNavigation::pointCrossHairAt(QPointF position) {
    if (m_plot.crossHairOptions().mode == CrossHairMode::Row) {
        if (const auto row = nearestRow(m_plot, m_plot.toData(position).y())) {
            m_plot.moveCrossHair(*row);
        }
        return;
    }
    const QRectF area = m_plot.plotArea();
    const qreal pixel = std::clamp(position.x(), area.left(), area.right());
    const double x = m_plot.toData({pixel, position.y()}).x();
    if (m_plot.crossHairOptions().mode == CrossHairMode::Hover) {
        if (const auto sample = nearestSample(m_plot, x)) {
            m_plot.moveCrossHair(*sample);
        }
    } else if (m_plot.axis(PlotAxis::X).scale == Scale::Log) {
        m_plot.moveCrossHair(x);
    } else {
        // A pixel is rarely a number that one would write; take the nearest that is.
        const double step = roundStep(m_plot.range(PlotAxis::X).size() / area.width());
        m_plot.moveCrossHair(std::round(x / step) * step);
    }
}

void PlotNavigation::mousePress(QMouseEvent& event) {
    m_start = event.position();
    m_last = m_start;
    m_drag = Drag::None;
    const bool left = event.button() == Qt::LeftButton;
    const bool box = event.button() == Qt::RightButton ||
                     (left && (m_keyBox || event.modifiers().testFlag(Qt::ShiftModifier)));
    m_crossHairAtPress = m_plot.crossHair();
    if (left && !box && isNearCrossHair(m_start)) {
        m_drag = Drag::CrossHair;
    } else if (m_plot.isInteractive() && m_plot.plotArea().contains(m_start) && (left || box)) {
        m_drag = box ? Drag::Box : Drag::Pan;
    } else {
        event.ignore();
    }
}

void PlotNavigation::mouseMove(QMouseEvent& event) {
    const QPointF position = event.position();
    switch (m_drag) {
    case Drag::None:
        if (m_keyBox) {
            break;
        }
        if (m_plot.crossHairOptions().mode == CrossHairMode::Drag ||
            m_plot.crossHairOptions().mode == CrossHairMode::None) {
            m_plot.setCursor(isNearCrossHair(position) ? Qt::SizeHorCursor : Qt::ArrowCursor);
        } else if (m_plot.plotArea().contains(position)) {
            pointCrossHairAt(position);
        } else {
            m_plot.hideCrossHair();
        }
        break;
    case Drag::CrossHair:
        pointCrossHairAt(position);
        break;
    case Drag::Pan:
        m_plot.pan(position - m_last);
        break;
    case Drag::Box:
        m_plot.canvas().setZoomBox(ZoomBox{QRectF(m_start, position).normalized()});
        break;
    }
    m_last = position;
}

void PlotNavigation::mouseRelease(QMouseEvent& event) {
    const QPointF position = event.position();
    const QRectF box = QRectF(m_start, position).normalized();
    const bool clicked = box.width() < leastBoxPixels && box.height() < leastBoxPixels;
    if (m_drag == Drag::Box) {
        const bool isDrawn = box.width() >= leastBoxPixels && box.height() >= leastBoxPixels;
        if (m_keyBox && !isDrawn) {
            showBox(); // a mere click leaves it to the keys
        } else {
            cancelBox();
        }
        if (isDrawn) {
            m_plot.zoomTo(box);
        }
    } else if (m_drag == Drag::Pan && clicked &&
               m_plot.crossHairOptions().mode == CrossHairMode::Drag) {
        pointCrossHairAt(position);
    }
    m_drag = Drag::None;
}

/// The view comes home, and the cross-hair is where it was before the first of the two clicks.
void PlotNavigation::mouseDoubleClick(QMouseEvent& event) {
    if (event.button() != Qt::LeftButton) {
        return;
    }
    if (m_plot.crossHairOptions().mode == CrossHairMode::Drag && m_crossHairAtPress) {
        m_plot.moveCrossHair(*m_crossHairAtPress);
    }
    cancelBox();
    m_plot.resetView();
}

void PlotNavigation::wheel(QWheelEvent& event) {
    const double notches = event.angleDelta().y() / wheelNotch;
    const bool meant = m_plot.isInteractive() || event.modifiers().testFlag(Qt::ControlModifier);
    if (!meant || notches == 0.0 || !m_plot.plotArea().contains(event.position())) {
        event.ignore(); // the page scrolls
        return;
    }
    m_plot.zoom(std::pow(zoomPerNotch, notches), event.position());
    event.accept();
}

bool PlotNavigation::keyPress(QKeyEvent& event) {
    if (event.key() == Qt::Key_Escape && m_drag == Drag::Box) {
        cancelBox();
        return true;
    }
    if (m_keyBox) {
        return boxKeyPress(event);
    }
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const bool fine = event.modifiers().testFlag(Qt::ShiftModifier);
    const CrossHairMode mode = m_plot.crossHairOptions().mode;
    const bool hasCrossHair = mode == CrossHairMode::Hover || mode == CrossHairMode::Drag;
    const QSizeF step = m_plot.plotArea().size() * panShare;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event.key() == Qt::Key_Left ? -1 : 1;
        if (control) {
            m_plot.pan({-direction * step.width(), 0.0});
        } else if (hasCrossHair) {
            stepCrossHair(direction, fine);
        } else {
            return false;
        }
        return true;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!control) {
            if (mode == CrossHairMode::Row) {
                stepRow(event.key() == Qt::Key_Up ? 1 : -1);
            }
            return mode == CrossHairMode::Row;
        }
        m_plot.pan({0.0, event.key() == Qt::Key_Up ? step.height() : -step.height()});
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
        if (control) {
            return false; // the window's text size
        }
        m_plot.zoom(event.key() == Qt::Key_Minus ? 1.0 / zoomPerNotch : zoomPerNotch);
        return true;
    case Qt::Key_0:
        if (control) {
            return false;
        }
        m_plot.resetView();
        return true;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (!hasCrossHair) {
            return false;
        }
        crossHairToEnd(event.key() == Qt::Key_End);
        return true;
    case Qt::Key_Z:
        if (control || !m_plot.isInteractive()) {
            return false;
        }
        beginBox();
        return true;
    case Qt::Key_Escape:
        if (mode == CrossHairMode::None || mode == CrossHairMode::Drag || !m_plot.crossHair()) {
            return false;
        }
        m_plot.hideCrossHair();
        return true;
    default:
        return false;
    }
}

void PlotNavigation::stepCrossHair(int direction, bool fine) {
    if (m_plot.crossHairOptions().mode == CrossHairMode::Hover) {
        stepToSample(direction);
        return;
    }
    const Interval range = m_plot.range(PlotAxis::X);
    const double steps = fine ? fineSteps : arrowSteps;
    if (m_plot.axis(PlotAxis::X).scale == Scale::Log) {
        const double x = m_plot.crossHair().value_or(std::sqrt(range.lower * range.upper));
        const double factor = std::pow(range.upper / range.lower, direction / steps);
        m_plot.moveCrossHair(std::clamp(x * factor, range.lower, range.upper));
        return;
    }
    const double step = roundStep(range.size() / steps);
    const double x = m_plot.crossHair().value_or(0.5 * (range.lower + range.upper));
    // To the next round number, also from a place between two.
    const double place = x / step;
    const double next =
        (direction > 0 ? std::floor(place + 1e-6) + 1.0 : std::ceil(place - 1e-6) - 1.0) * step;
    m_plot.moveCrossHair(std::clamp(next, range.lower, range.upper));
}

void PlotNavigation::stepRow(int direction) {
    const auto from = m_plot.crossHair();
    std::optional<double> next;
    for (const auto& [y, name] : m_plot.axis(PlotAxis::Y).names) {
        const bool isAhead = !from || (y - *from) * direction > 0.0;
        const bool isNearer = !next || (y - *next) * direction < 0.0;
        if (isAhead && isNearer) {
            next = y;
        }
    }
    if (next) {
        m_plot.moveCrossHair(*next);
    }
}

void PlotNavigation::crossHairToEnd(bool upper) {
    const Interval range = m_plot.range(PlotAxis::X);
    const double end = upper ? range.upper : range.lower;
    if (m_plot.crossHairOptions().mode == CrossHairMode::Drag) {
        m_plot.moveCrossHair(end);
    } else if (const auto sample = nearestSample(m_plot, end)) {
        m_plot.moveCrossHair(*sample);
    }
}

/// Half as wide and high as the view, about the cross-hair where that leaves it inside.
void PlotNavigation::beginBox() {
    const QRectF area = m_plot.plotArea();
    QRectF box(QPointF(), area.size() / 2.0);
    box.moveCenter(area.center());
    if (const auto x = m_plot.crossHair()) {
        const qreal reach = box.width() / 2.0;
        box.moveLeft(std::clamp(m_plot.toPixels({*x, 1.0}).x() - reach, area.left(),
                                area.right() - box.width()));
    }
    m_keyBox = box;
    showBox();
}

void PlotNavigation::cancelBox() {
    if (m_keyBox || m_drag == Drag::Box) {
        m_keyBox.reset();
        m_drag = Drag::None;
        m_plot.setCursor(Qt::ArrowCursor);
        m_plot.canvas().setZoomBox(std::nullopt);
    }
}

void PlotNavigation::showBox() {
    m_plot.setCursor(Qt::CrossCursor);
    m_plot.canvas().setZoomBox(ZoomBox{
        *m_keyBox, Plot::tr("Drag, or arrows move, Shift resizes, Enter zooms, Esc cancels")});
}

bool PlotNavigation::boxKeyPress(const QKeyEvent& event) {
    const QRectF area = m_plot.plotArea();
    QPointF step;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        step.setX((event.key() == Qt::Key_Left ? -1.0 : 1.0) * boxStepShare * area.width());
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        step.setY((event.key() == Qt::Key_Up ? -1.0 : 1.0) * boxStepShare * area.height());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const QRectF box = *m_keyBox;
        cancelBox();
        m_plot.zoomTo(box);
        return true;
    }
    case Qt::Key_Escape:
        cancelBox();
        return true;
    default:
        return false;
    }
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        // Right widens, up heightens: the middle stays.
        const QRectF sized = m_keyBox->adjusted(-step.x(), step.y(), step.x(), -step.y());
        if (sized.width() >= leastBoxPixels && sized.height() >= leastBoxPixels) {
            m_keyBox = sized.intersected(area);
        }
    } else {
        m_keyBox->translate(step);
        m_keyBox->moveLeft(
            std::clamp(m_keyBox->left(), area.left(), area.right() - m_keyBox->width()));
        m_keyBox->moveTop(
            std::clamp(m_keyBox->top(), area.top(), area.bottom() - m_keyBox->height()));
    }
    showBox();
    return true;
}

void PlotNavigation::stepToSample(int direction) {
    const auto from = m_plot.crossHair();
    if (!from) {
        // Enter at the newest sample, where the eye is.
        if (const auto last = nearestSample(m_plot, m_plot.range(PlotAxis::X).upper)) {
            m_plot.moveCrossHair(*last);
        }
        return;
    }
    std::optional<double> next;
    for (const auto& series : m_plot.series()) {
        if (!hasSamples(*series) || series->shape() == SeriesShape::Path) {
            continue;
        }
        const auto x = series->x();
        const auto candidate = direction > 0 ? std::upper_bound(x.begin(), x.end(), *from)
                                             : std::lower_bound(x.begin(), x.end(), *from);
        if (direction > 0 && candidate != x.end()) {
            next = std::min(next.value_or(*candidate), *candidate);
        } else if (direction < 0 && candidate != x.begin()) {
            next = std::max(next.value_or(*(candidate - 1)), *(candidate - 1));
        }
    }
    if (next) {
        m_plot.moveCrossHair(*next);
    }
}

} // namespace reluscope::ui
