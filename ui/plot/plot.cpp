// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot.h"

#include "ui/plot/plot_canvas.h"
#include "ui/plot/plot_navigation.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimerEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace reluscope::ui {

namespace {

bool isShowable(Interval range, Scale scale) {
    return PlotNavigation::isSensible(range) && (scale == Scale::Linear || range.lower > 0.0);
}

} // namespace

Plot::Plot(QWidget* parent)
    : QWidget(parent)
    , m_summary(*this)
    , m_canvas(new PlotCanvas(*this))
    , m_navigation(std::make_unique<PlotNavigation>(*this)) {
    m_y.options.grid = true;
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

Plot::~Plot() = default;

Series& Plot::addSeries(int run, SeriesRole role) {
    m_series.push_back(std::make_unique<Series>(*this, run, role));
    return *m_series.back();
}

void Plot::removeSeries(Series& series) {
    std::erase_if(m_series, [&](const auto& one) { return one.get() == &series; });
    refresh();
}

void Plot::clearSeries() {
    m_series.clear();
    refresh();
}

Plot::AxisState& Plot::state(PlotAxis axis) {
    return axis == PlotAxis::X ? m_x : m_y;
}

const Plot::AxisState& Plot::state(PlotAxis axis) const {
    return axis == PlotAxis::X ? m_x : m_y;
}

void Plot::setAxis(PlotAxis axis, const AxisOptions& options) {
    AxisState& changed = state(axis);
    changed.options = options;
    if (!isShowable(changed.shown, options.scale)) {
        changed.home = changed.shown = {0.1, 1.0};
    }
    refresh();
}

const AxisOptions& Plot::axis(PlotAxis axis) const {
    return state(axis).options;
}

void Plot::setRange(PlotAxis axis, Interval range) {
    if (!isShowable(range, state(axis).options.scale)) {
        return;
    }
    const auto apply = [&](Plot& plot) {
        AxisState& changed = plot.state(axis);
        if (changed.home == range) {
            return;
        }
        changed.home = range;
        if (!plot.m_zoomed) {
            changed.shown = range;
        }
        plot.refresh();
    };
    if (axis == PlotAxis::Y) {
        apply(*this);
        return;
    }
    for (Plot* plot : linkedGroup()) {
        apply(*plot);
    }
}

Interval Plot::range(PlotAxis axis) const {
    return state(axis).shown;
}

Interval Plot::homeRange(PlotAxis axis) const {
    return state(axis).home;
}

void Plot::growRange(PlotAxis axis) {
    if (const auto extent = dataExtent(axis)) {
        setRange(axis, grownInSteps(homeRange(axis), *extent, state(axis).options.scale));
    }
}

std::optional<Interval> Plot::dataExtent(PlotAxis axis) const {
    const Scale scale = state(axis).options.scale;
    std::optional<Interval> extent;
    for (const auto& series : m_series) {
        // What a histogram has along y is no y.
        const bool hasExtent = axis == PlotAxis::X || series->role() != SeriesRole::Histogram;
        if (!series->isVisible() || !hasExtent) {
            continue;
        }
        if (axis == PlotAxis::X) {
            extent = unite(extent, extentOf(series->x(), scale));
            extent = unite(extent, extentOf(series->bandX(), scale));
        } else {
            extent = unite(extent, extentOf(series->y(), scale));
            extent = unite(extent, extentOf(series->bandLower(), scale));
            extent = unite(extent, extentOf(series->bandUpper(), scale));
        }
    }
    return extent;
}

void Plot::setZones(std::vector<Zone> zones) {
    if (zones != m_zones) {
        m_zones = std::move(zones);
        refresh();
    }
}

void Plot::setJumpDiscs(std::vector<JumpDisc> discs) {
    if (discs != m_jumpDiscs) {
        m_jumpDiscs = std::move(discs);
        refresh();
    }
}

void Plot::setLetterMarks(std::vector<LetterMark> marks) {
    if (marks != m_letterMarks) {
        m_letterMarks = std::move(marks);
        refresh();
    }
}

void Plot::setDots(std::vector<QPointF> dots) {
    m_dots = std::move(dots);
    refresh();
}

void Plot::setDiverged(bool diverged) {
    if (diverged != m_diverged) {
        m_diverged = diverged;
        refresh();
    }
}

void Plot::setZeroLines(bool atX, bool atY) {
    m_zeroLineAtX = atX;
    m_zeroLineAtY = atY;
    refresh();
}

void Plot::setCrossHairOptions(const CrossHairOptions& options) {
    m_crossHairOptions = options;
    refresh();
}

void Plot::setCrossHair(double x) {
    for (Plot* plot : linkedGroup()) {
        plot->placeCrossHair(x);
    }
}

void Plot::hideCrossHair() {
    if (!m_crossHair) {
        return;
    }
    for (Plot* plot : linkedGroup()) {
        plot->placeCrossHair(std::nullopt);
        emit plot->crossHairHidden();
    }
}

void Plot::moveCrossHair(double x) {
    if (m_crossHairOptions.mode == CrossHairMode::None || m_crossHair == x) {
        return;
    }
    setCrossHair(x);
    for (Plot* plot : linkedGroup()) {
        emit plot->crossHairMoved(x);
    }
}

void Plot::placeCrossHair(std::optional<double> x) {
    if (m_crossHair == x) {
        return;
    }
    m_crossHair = x;
    if (isVisible() && !m_dirty) {
        m_canvas->redrawOverlay();
    }
}

void Plot::linkX(Plot* other) {
    if (other == this ||
        std::ranges::any_of(m_linked, [&](const auto& one) { return one == other; })) {
        return;
    }
    m_linked.emplace_back(other);
    other->m_linked.emplace_back(this);
    other->m_x.home = m_x.home;
    other->m_x.shown = m_x.shown;
    other->m_crossHair = m_crossHair;
    refresh();
    other->refresh();
}

std::vector<Plot*> Plot::linkedGroup() {
    std::vector<Plot*> group{this};
    for (std::size_t i = 0; i < group.size(); ++i) {
        for (const QPointer<Plot>& linked : group[i]->m_linked) {
            if (linked && std::ranges::find(group, linked.data()) == group.end()) {
                group.push_back(linked.data());
            }
        }
    }
    return group;
}

void Plot::setInteractive(bool interactive) {
    m_interactive = interactive;
}

void Plot::setSummary(const QString& summary) {
    m_summary.setText(summary);
}

void Plot::refresh() {
    m_dirty = true;
    if (isVisible()) {
        m_canvas->replot(QCustomPlot::rpQueuedReplot);
        m_dirty = false;
    }
}

void Plot::showRanges(Interval x, Interval y) {
    for (Plot* plot : linkedGroup()) {
        plot->m_x.shown = x;
        if (plot == this) {
            plot->m_y.shown = y;
        }
        plot->setZoomed(!(plot->m_x.shown == plot->m_x.home) ||
                        !(plot->m_y.shown == plot->m_y.home));
        plot->refresh();
        emit plot->viewChanged();
    }
}

void Plot::setZoomed(bool zoomed) {
    if (zoomed != m_zoomed) {
        m_zoomed = zoomed;
        emit zoomedChanged(zoomed);
    }
}

void Plot::zoom(double factor, QPointF about) {
    const PlotFrame frame = m_canvas->frame();
    const auto scaled = [&](const AxisMap& map, const AxisState& axis, qreal lower, qreal upper,
                            qreal centre) {
        if (!axis.options.names.empty()) {
            return axis.shown;
        }
        return Interval{map.toValue(centre + (lower - centre) * factor),
                        map.toValue(centre + (upper - centre) * factor)};
    };
    const QRectF& area = frame.area;
    const Interval x = scaled(frame.x, m_x, area.left(), area.right(), about.x());
    const Interval y = scaled(frame.y, m_y, area.bottom(), area.top(), about.y());
    if (PlotNavigation::isSensible(x) && PlotNavigation::isSensible(y)) {
        showRanges(x, y);
    }
}

void Plot::zoom(double factor) {
    QPointF about = plotArea().center();
    if (m_crossHair && m_crossHairOptions.mode != CrossHairMode::Row &&
        m_x.shown.contains(*m_crossHair)) {
        about.setX(m_canvas->frame().x.toPixel(*m_crossHair));
    }
    zoom(factor, about);
}

void Plot::zoomTo(const QRectF& pixels) {
    const PlotFrame frame = m_canvas->frame();
    const QRectF part = pixels.normalized().intersected(frame.area);
    const Interval x{frame.x.toValue(part.left()), frame.x.toValue(part.right())};
    const Interval y{frame.y.toValue(part.bottom()), frame.y.toValue(part.top())};
    if (PlotNavigation::isSensible(x) && PlotNavigation::isSensible(y)) {
        showRanges(x, m_y.options.names.empty() ? y : m_y.shown);
    }
}

void Plot::pan(QPointF pixels) {
    const PlotFrame frame = m_canvas->frame();
    const QRectF area = frame.area.translated(-pixels);
    const Interval x{frame.x.toValue(area.left()), frame.x.toValue(area.right())};
    const Interval y{frame.y.toValue(area.bottom()), frame.y.toValue(area.top())};
    if (PlotNavigation::isSensible(x) && PlotNavigation::isSensible(y)) {
        showRanges(x, m_y.options.names.empty() ? y : m_y.shown);
    }
}

void Plot::beginZoomBox() {
    m_navigation->beginBox();
}

void Plot::resetView() {
    for (Plot* plot : linkedGroup()) {
        plot->m_y.shown = plot->m_y.home;
    }
    showRanges(m_x.home, m_y.home);
}

QRectF Plot::plotArea() const {
    return m_canvas->frame().area;
}

QPointF Plot::toPixels(QPointF value) const {
    const PlotFrame frame = m_canvas->frame();
    return {frame.x.toPixel(value.x()), frame.y.toPixel(value.y())};
}

QPointF Plot::toData(QPointF pixels) const {
    const PlotFrame frame = m_canvas->frame();
    return {frame.x.toValue(pixels.x()), frame.y.toValue(pixels.y())};
}

QSize Plot::sizeHint() const {
    return {scaled(this, 420), scaled(this, 160)};
}

QSize Plot::minimumSizeHint() const {
    return {scaled(this, 120), scaled(this, 72)};
}

bool Plot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const EndLabelsPlace& labels = m_canvas->endLabels();
        if (labels.rest.contains(help->pos())) {
            QToolTip::showText(help->globalPos(), labels.restNames.join(QLatin1Char('\n')), this,
                               labels.rest.toAlignedRect());
            return true;
        }
    }
    return QWidget::event(event);
}

void Plot::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        updateGeometry();
        refresh();
        break;
    default:
        break;
    }
    QWidget::changeEvent(event);
}

void Plot::resizeEvent(QResizeEvent* event) {
    m_canvas->setGeometry(rect());
    QWidget::resizeEvent(event);
}

void Plot::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_dirty) {
        refresh();
    }
}

void Plot::mousePressEvent(QMouseEvent* event) {
    m_navigation->mousePress(*event);
}

void Plot::mouseMoveEvent(QMouseEvent* event) {
    m_navigation->mouseMove(*event);
}

void Plot::mouseReleaseEvent(QMouseEvent* event) {
    m_navigation->mouseRelease(*event);
}

void Plot::mouseDoubleClickEvent(QMouseEvent* event) {
    m_navigation->mouseDoubleClick(*event);
}

void Plot::wheelEvent(QWheelEvent* event) {
    m_navigation->wheel(*event);
}

void Plot::keyPressEvent(QKeyEvent* event) {
    if (!m_navigation->keyPress(*event)) {
        QWidget::keyPressEvent(event);
    }
}

void Plot::focusOutEvent(QFocusEvent* event) {
    m_navigation->cancelBox();
    QWidget::focusOutEvent(event);
}

void Plot::leaveEvent(QEvent* event) {
    if (m_crossHairOptions.mode != CrossHairMode::Drag) {
        hideCrossHair();
    }
    QWidget::leaveEvent(event);
}

} // namespace reluscope::ui
