// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_canvas.h"

#include "ui/plot/backdrop.h"
#include "ui/plot/cross_hair.h"
#include "ui/plot/diverged.h"
#include "ui/plot/end_labels.h"
#include "ui/plot/histogram.h"
#include "ui/plot/plot.h"
#include "ui/plot/ticks.h"
#include "ui/plot/way_home.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>

#include <functional>
#include <utility>

namespace reluscope::ui {

namespace {

constexpr qreal tickLength = 3.0;
constexpr qreal tickPadding = 2.0; ///< between an x tick and its label
constexpr qreal tickPixels = 11.0;
constexpr qreal xTickSpacing = 36.0; ///< the least distance of two x ticks
constexpr qreal yTickSpacing = 34.0;

/// A piece of the picture that one function paints.
class PaintedLayer : public QCPLayerable {
  public:
    using Paint = std::function<void(QCPPainter&)>;

    PaintedLayer(QCustomPlot* plot, const QString& layer, Paint paint)
        : QCPLayerable(plot, layer)
        , m_paint(std::move(paint)) {}

  protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false); // each painter sets what it needs
    }
    void draw(QCPPainter* painter) override { m_paint(*painter); }

  private:
    Paint m_paint;
};

qreal widest(const QFontMetricsF& metrics, const QVector<QString>& labels) {
    qreal width = 0.0;
    for (const QString& label : labels) {
        width = std::max(width, metrics.horizontalAdvance(label));
    }
    return width;
}

QVector<QString> fill(QCPAxisTickerText& ticker, const std::vector<Tick>& ticks) {
    ticker.clear();
    QVector<QString> labels;
    for (const Tick& tick : ticks) {
        ticker.addTick(tick.value, tick.label);
        labels << tick.label;
    }
    return labels;
}

QCPRange rangeOf(Interval interval) {
    return {interval.lower, interval.upper};
}

/// How far along the axis a value stands, from 0 to 1.
double placeOf(double value, Interval range, Scale scale) {
    return scale == Scale::Log ? std::log(value / range.lower) / std::log(range.upper / range.lower)
                               : (value - range.lower) / range.size();
}

/// The label of the last tick carries a unit and is longer: those that it reaches over go.
void makeRoomForLast(std::vector<Tick>& ticks, Interval range, Scale scale, qreal width,
                     const QFontMetricsF& metrics) {
    const double last = ticks.empty() ? 0.0 : placeOf(ticks.back().value, range, scale);
    for (std::size_t i = 0; i + 1 < ticks.size(); ++i) {
        const qreal distance = (last - placeOf(ticks[i].value, range, scale)) * width;
        const qreal needed = (metrics.horizontalAdvance(ticks[i].label) +
                              metrics.horizontalAdvance(ticks.back().label)) /
                                 2.0 +
                             metrics.averageCharWidth();
        if (distance < needed) {
            ticks[i].label.clear();
        }
    }
}

} // namespace

PlotCanvas::PlotCanvas(Plot& plot)
    : QCustomPlot(&plot)
    , m_plot(plot)
    , m_xTicker(QSharedPointer<QCPAxisTickerText>::create())
    , m_yTicker(QSharedPointer<QCPAxisTickerText>::create()) {
    // The plot around it handles mouse, keys and focus.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setPlottingHints(QCP::phFastPolylines | QCP::phCacheLabels);
    setNotAntialiasedElements(QCP::aeAll);
    plotLayout()->setMargins({});
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMinimumSize(1, 1);
    xAxis->setTicker(m_xTicker);
    yAxis->setTicker(m_yTicker);
    addLayers();
    connect(this, &QCustomPlot::beforeReplot, this, [this] { arrange(size()); });
}

void PlotCanvas::addLayers() {
    const auto add = [this](const char* layerName, PaintedLayer::Paint paint) {
        // QCustomPlot owns its layerables.
        new PaintedLayer(this, QLatin1String(layerName), std::move(paint));
    };
    add("background", [this](QCPPainter& painter) {
        if (!m_plot.isDiverged()) {
            paintZones(painter, frame(), m_plot);
        }
    });
    add("main", [this](QCPPainter& painter) {
        const PlotFrame shared = frame();
        if (m_plot.isDiverged()) {
            drawDiverged(painter, shared.area, shared.font, *shared.theme, shared.scale);
            return;
        }
        paintHistograms(painter, shared, m_plot.series());
        paintHatches(painter, shared, m_plot);
        paintZeroLines(painter, shared, m_plot);
        m_seriesPainter.paint(painter, shared, m_plot.series(), m_plot.dots(), m_plot.jumpDiscs());
        paintLetterMarks(painter, shared, m_plot.letterMarks(), m_plot.series());
    });
    add("legend", [this](QCPPainter& painter) {
        m_endLabels = paintEndLabels(painter, frame(), m_plot.series());
    });
    // A buffer of its own, so that a moving cross-hair does not redraw the lines.
    layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmBuffered);
    add("overlay", [this](QCPPainter& painter) { paintOverlay(painter); });
}

void PlotCanvas::paintOverlay(QCPPainter& painter) {
    const PlotFrame shared = frame();
    if (!m_plot.isDiverged()) {
        paintCrossHair(painter, shared, m_plot);
        paintWayHome(painter, shared, m_plot);
    }
    if (m_zoomBox) {
        paintZoomBox(painter, shared, *m_zoomBox);
    }
}

void PlotCanvas::setThemeOverride(const Theme* theme) {
    m_themeOverride = theme;
}

void PlotCanvas::setZoomBox(std::optional<ZoomBox> box) {
    m_zoomBox = std::move(box);
    redrawOverlay();
}

void PlotCanvas::redrawOverlay() {
    layer(QStringLiteral("overlay"))->replot();
}

const Theme& PlotCanvas::theme() const {
    return m_themeOverride != nullptr ? *m_themeOverride : Theme::of(&m_plot);
}

PlotFrame PlotCanvas::frame() const {
    PlotFrame shared;
    shared.theme = &theme();
    shared.scale = scaleOf(&m_plot);
    shared.font = m_plot.font();
    shared.bounds = QRectF(viewport());
    // From pixel to pixel: QRect's right and bottom are the last pixels inside.
    const QRect inside = axisRect()->rect();
    shared.area =
        QRectF(inside.topLeft(), QSizeF(std::max(1, inside.width()), std::max(1, inside.height())));
    shared.tickLabelsTop = shared.area.bottom() + (tickLength + tickPadding) * shared.scale;
    shared.endLabelsLeft = m_endLabels.left.value_or(shared.bounds.right());
    const auto map = [](PlotAxis axis, const Plot& plot, qreal from, qreal to) {
        const AxisOptions& options = plot.axis(axis);
        return AxisMap(plot.range(axis), options.scale, from, to, options.zeroPlace);
    };
    shared.x = map(PlotAxis::X, m_plot, shared.area.left(), shared.area.right());
    shared.y = map(PlotAxis::Y, m_plot, shared.area.bottom(), shared.area.top());
    shared.tickLabelsRight = m_lastTickReach < 0.0 ? shared.bounds.left()
                                                   : shared.x.toPixel(m_lastTick) + m_lastTickReach;
    return shared;
}

void PlotCanvas::arrange(QSize size) {
    PlotFrame shared = frame();
    shared.bounds = QRectF(QPointF(), QSizeF(size));
    restyle(shared);
    placeTicks(shared, size);
}

void PlotCanvas::restyle(const PlotFrame& frame) {
    setBackground(QBrush(frame.theme->color(Tone::Tile)));
    const QPen axisPen(frame.theme->color(Tone::Axis), 1.0);
    const QPen gridPen(frame.theme->color(Tone::Grid), 1.0);
    const int length = static_cast<int>(std::lround(tickLength * frame.scale));
    for (QCPAxis* axis : {xAxis, yAxis}) {
        const bool isX = axis == xAxis;
        const AxisOptions& options = m_plot.axis(isX ? PlotAxis::X : PlotAxis::Y);
        axis->setScaleType(options.scale == Scale::Log ? QCPAxis::stLogarithmic
                                                       : QCPAxis::stLinear);
        axis->setRange(rangeOf(m_plot.range(isX ? PlotAxis::X : PlotAxis::Y)));
        axis->setBasePen(isX ? axisPen : QPen(Qt::NoPen));
        axis->setTickPen(isX ? axisPen : QPen(Qt::NoPen));
        axis->setSubTicks(false);
        axis->setTickLength(0, options.labels ? length : 0);
        axis->setTickLabels(options.labels);
        axis->setTickLabelFont(frame.textFont(tickPixels));
        axis->setTickLabelColor(frame.theme->color(Tone::Text3));
        axis->setTickLabelPadding(isX ? static_cast<int>(std::lround(tickPadding * frame.scale))
                                      : static_cast<int>(std::lround(3.0 * frame.scale)));
        axis->grid()->setPen(gridPen);
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->grid()->setVisible(options.grid);
    }
}

void PlotCanvas::placeTicks(const PlotFrame& frame, QSize size) {
    const AxisOptions& xOptions = m_plot.axis(PlotAxis::X);
    const AxisOptions& yOptions = m_plot.axis(PlotAxis::Y);
    const QFontMetricsF metrics(frame.textFont(tickPixels));
    const qreal scale = frame.scale;

    const qreal headroom = crossHairHeadroom(frame, m_plot);
    const qreal top = std::max(headroom, std::ceil(metrics.height() / 2.0) + 3.0);
    const qreal bottom =
        xOptions.labels ? (tickLength + tickPadding) * scale + std::ceil(metrics.height()) : 1.0;
    const int yCount =
        std::clamp(static_cast<int>((size.height() - top - bottom) / (yTickSpacing * scale)), 2, 5);
    const auto yLabels = fill(*m_yTicker, ticksFor(m_plot.range(PlotAxis::Y), yOptions, yCount));

    // What the y labels take, and the longer label of the last tick, is not for x ticks.
    const qreal room = size.width() - endLabelMargin(frame, m_plot.series()) - 40.0 * scale;
    // On a log axis decades alone read better than steps between them, unless there is much room.
    const qreal xSpacing = xTickSpacing * (xOptions.scale == Scale::Log ? 2.0 : 1.0);
    const int xCount = std::clamp(static_cast<int>(room / (xSpacing * scale)), 1, 10);
    auto xTicks = ticksFor(m_plot.range(PlotAxis::X), xOptions, xCount);
    const auto halfWidth = [&](const Tick& tick) {
        // QCustomPlot leaves out labels that touch the border.
        return std::ceil(metrics.horizontalAdvance(tick.label) / 2.0) + 3.0;
    };
    SideMargins own{2.0 * scale, frame.markerSize()};
    if (yOptions.labels) {
        own.left = std::max(own.left, widest(metrics, yLabels) + 6.0 * scale);
    }
    m_lastTickReach = -1.0;
    if (xOptions.labels && !xTicks.empty()) {
        m_lastTick = xTicks.back().value;
        m_lastTickReach = metrics.horizontalAdvance(xTicks.back().label) / 2.0;
        // A label that stands away from the end sticks out less, or not at all.
        const auto place = [&](const Tick& tick) {
            return room * placeOf(tick.value, m_plot.range(PlotAxis::X), xOptions.scale);
        };
        own.left = std::max(own.left, halfWidth(xTicks.front()) - place(xTicks.front()));
        own.right = std::max(own.right, halfWidth(xTicks.back()) - room + place(xTicks.back()));
    }
    own.right = std::max(own.right, endLabelMargin(frame, m_plot.series()));
    const SideMargins shared = sharedMargins(own);
    const auto whole = [](qreal pixels) { return static_cast<int>(std::ceil(pixels)); };
    axisRect()->setMargins({whole(shared.left), whole(top), whole(shared.right), whole(bottom)});
    makeRoomForLast(xTicks, m_plot.range(PlotAxis::X), xOptions.scale,
                    size.width() - shared.left - shared.right, metrics);
    fill(*m_xTicker, xTicks);
}

PlotCanvas::SideMargins PlotCanvas::sharedMargins(SideMargins own) {
    const bool moved = !(own == m_margins);
    m_margins = own;
    SideMargins shared = own;
    for (Plot* other : m_plot.linkedGroup()) {
        const SideMargins& theirs = other->canvas().m_margins;
        shared.left = std::max(shared.left, theirs.left);
        shared.right = std::max(shared.right, theirs.right);
        if (moved && other != &m_plot) {
            other->refresh();
        }
    }
    return shared;
}

void PlotCanvas::paintEvent(QPaintEvent* event) {
    // QCustomPlot 2.1.0 does not notice a move to another screen, and Qt 6.4 sends no event.
    if (!qFuzzyCompare(bufferDevicePixelRatio(), devicePixelRatioF())) {
        setBufferDevicePixelRatio(devicePixelRatioF());
        replot(QCustomPlot::rpQueuedRefresh);
    }
    QCustomPlot::paintEvent(event);
}

} // namespace reluscope::ui
