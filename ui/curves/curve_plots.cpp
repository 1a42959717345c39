// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curve_plots.h"

#include "ui/activation/curve_sampling.h"
#include "ui/activation/gradient_zones.h"
#include "ui/controls/tile.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/tau_control.h"
#include "ui/plot/plot.h"
#include "ui/plot/plot_actions.h"
#include "ui/plot/tick_text.h"
#include "ui/plot/zone_legend.h"
#include "ui/session/display_names.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

namespace reluscope::ui {

namespace {

constexpr Interval homeX{-5.0, 4.0};

// A steep parameter must not flatten all other curves; what leaves these can be panned to.
constexpr Interval widestF{-8.0, 8.0};
constexpr Interval widestSlope{-2.0, 4.0};

constexpr double rangePadding = 0.06;

// Lower than this a curve cannot be read; the page scrolls instead.
constexpr int leastFunctionHeight = 170;
constexpr int leastDerivativeHeight = 130;

constexpr int gapPixels = 8;
constexpr int functionStretch = 3;
constexpr int derivativeStretch = 2;

/// A y range for `data` that moves in steps, so that the axis rests while a parameter is dragged.
Interval steadyRange(std::optional<Interval> data, Interval widest) {
    if (!data) {
        return {-1.0, 1.0};
    }
    const double step = data->size() < 1.3 ? 0.1 : 0.5;
    constexpr double slack = 1e-6; // float noise at a step is not beyond it
    const Interval steps{std::floor(std::max(data->lower, widest.lower) / step + slack) * step,
                         std::ceil(std::min(data->upper, widest.upper) / step - slack) * step};
    return padded(steps, rangePadding);
}

std::vector<JumpDisc> jumpDiscs(const CurveSamples& samples, int style) {
    std::vector<JumpDisc> discs;
    for (const SlopeJump& jump : samples.jumps) {
        const double open = jump.taken == jump.below ? jump.above : jump.below;
        discs.push_back({jump.x, open, style, true});
        discs.push_back({jump.x, jump.taken, style, false});
    }
    return discs;
}

QString names(const std::vector<const ActivationInfo*>& functions) {
    QStringList list;
    for (const ActivationInfo* info : functions) {
        list << functionName(*info);
    }
    return list.join(CurvePlots::tr(", "));
}

std::vector<ZoneLegendEntry> legendOf(const GradientZones& zones, double tau) {
    std::vector<ZoneLegendEntry> entries;
    const auto none = zones.withoutGradient();
    if (!none.empty()) {
        const QString words = none.size() == 1 ? CurvePlots::tr("hatched: %1 has no gradient here")
                              : zones.agree()
                                  ? CurvePlots::tr("hatched: no gradient here for %1")
                                  : CurvePlots::tr("hatched: no gradient here for one of %1");
        entries.push_back(
            {words.arg(names(none)), CurvePlots::tr("no gradient: %1").arg(names(none)), true});
    }
    const auto almost = zones.almostWithoutGradient();
    if (!almost.empty()) {
        entries.push_back({CurvePlots::tr("grey: almost none for %1 (|f'| < %2 % of its peak)")
                               .arg(names(almost), tickText(100.0 * tau)),
                           CurvePlots::tr("almost none: %1").arg(names(almost)), false});
    }
    return entries;
}

QString crossHairSummary(const std::vector<CurveFunction>& shown, double x) {
    QStringList sentences{CurvePlots::tr("x = %1.").arg(tickText(x, 4))};
    for (const CurveFunction& function : shown) {
        const CurvePoint point = pointAt(function.activation, x);
        const QString words = point.hasGradient ? CurvePlots::tr("%1: f %2, f' %3.")
                                                : CurvePlots::tr("%1: f %2, f' %3, no gradient.");
        sentences << words.arg(functionName(*function.activation.info),
                               tickText(static_cast<double>(point.f)),
                               tickText(static_cast<double>(point.slope)));
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

CurvePlots::CurvePlots(CurvesModel& model, FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_functionTile(new Tile(tr("f(x)"), this))
    , m_derivativeTile(new Tile(tr("f'(x)"), this))
    , m_functionPlot(new Plot)
    , m_derivativePlot(new Plot)
    , m_zoneLegend(new ZoneLegend)
    , m_tauProblem(new QLabel)
    , m_layout(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("curvePlots"));
    m_layout->setContentsMargins({});
    m_layout->addWidget(m_functionTile, functionStretch);
    m_layout->addWidget(m_derivativeTile, derivativeStretch);
    setUpPlots();
    setUpTiles();
    addPlotActions(*m_functionTile, *m_functionPlot, dialogs);
    addPlotActions(*m_derivativeTile, *m_derivativePlot, dialogs);

    // Linked plots tell of each other's view and cross-hair, so listening to one is enough.
    connect(m_functionPlot, &Plot::viewChanged, this, &CurvePlots::resample);
    connect(m_functionPlot, &Plot::crossHairMoved, &m_model, &CurvesModel::setCrossHair);
    connect(&m_model, &CurvesModel::changed, this, &CurvePlots::resample);
    connect(&m_model, &CurvesModel::crossHairMoved, this, &CurvePlots::moveCrossHair);
    resample();
    applyScale();
}

void CurvePlots::setUpPlots() {
    m_functionPlot->setObjectName(QStringLiteral("activationFunctionsPlot"));
    m_functionPlot->setAccessibleName(tr("Activation functions"));
    m_derivativePlot->setObjectName(QStringLiteral("derivativesPlot"));
    m_derivativePlot->setAccessibleName(tr("Derivatives"));
    for (Plot* plot : {m_functionPlot, m_derivativePlot}) {
        AxisOptions xAxis = plot->axis(PlotAxis::X);
        xAxis.grid = true;
        plot->setAxis(PlotAxis::X, xAxis);
        plot->setZeroLines(true, true);
    }
    CrossHairOptions crossHair;
    crossHair.mode = CrossHairMode::Drag;
    m_derivativePlot->setCrossHairOptions(crossHair);
    crossHair.caption = tr("x = %1");
    m_functionPlot->setCrossHairOptions(crossHair);
    m_functionPlot->linkX(m_derivativePlot);
    m_functionPlot->setRange(PlotAxis::X, homeX);
}

void CurvePlots::setUpTiles() {
    m_functionTile->setObjectName(QStringLiteral("activationFunctionsTile"));
    m_functionTile->setMaximizable(false);
    m_functionTile->setBody(m_functionPlot);

    m_tauProblem->setObjectName(QStringLiteral("tauProblem"));
    m_tauProblem->setTextFormat(Qt::PlainText);
    m_tauProblem->setWordWrap(true);
    m_tauProblem->hide();
    setTextRole(m_tauProblem, TextRole::Value);
    auto* body = new QWidget;
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins({});
    rows->addWidget(m_tauProblem);
    rows->addWidget(m_derivativePlot, 1);
    auto* tau = new TauControl(m_model);
    connect(tau, &TauControl::problemChanged, this, [this](const QString& problem) {
        m_tauProblem->setText(problem);
        m_tauProblem->setVisible(!problem.isEmpty());
    });

    m_zoneLegend->setObjectName(QStringLiteral("gradientZoneLegend"));
    m_derivativeTile->setObjectName(QStringLiteral("derivativesTile"));
    m_derivativeTile->setMaximizable(false);
    m_derivativeTile->setHeaderWidget(tau);
    m_derivativeTile->setTrailingWidget(m_zoneLegend);
    m_derivativeTile->setBody(body);
    m_derivativeTile->setFocusPolicy(Qt::NoFocus); // the plot has the focus
}

void CurvePlots::setValuesInHeaders(bool shown) {
    m_valuesInHeaders = shown;
    moveCrossHair();
}

void CurvePlots::resample() {
    std::vector<CurveFunction> shown = m_model.shownFunctions();
    // The first run's line is solid and drawn first: the others' dashes show where lines coincide.
    std::ranges::stable_sort(shown, {}, &CurveFunction::style);
    setLines(shown);

    const Interval visible = m_functionPlot->range(PlotAxis::X);
    GradientZones zones(m_model.tau());
    std::vector<JumpDisc> discs;
    std::vector<CurveSamples> curves;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const CurveSamples& samples =
            curves.emplace_back(sampleCurve(shown[i].activation, visible));
        const BrokenLine slope = slopeLine(samples);
        m_lines[i].f->setData(samples.x, samples.f);
        m_lines[i].slope->setData(slope.x, slope.y);
        zones.add(shown[i].activation, samples);
        std::ranges::copy(jumpDiscs(samples, shown[i].style), std::back_inserter(discs));
    }
    if (visible == homeX) {
        setRanges(curves);
    }
    m_derivativePlot->setJumpDiscs(std::move(discs));
    setZones(zones);
    m_functionTile->setNote(shown.empty() ? tr("Tick a function to see its curve.") : QString());
    moveCrossHair();
}

void CurvePlots::setLines(const std::vector<CurveFunction>& shown) {
    std::vector<Lines> wanted;
    for (const CurveFunction& function : shown) {
        wanted.push_back({function.activation.info, function.style, nullptr, nullptr});
    }
    if (wanted == m_lines) {
        return;
    }
    m_functionPlot->clearSeries();
    m_derivativePlot->clearSeries();
    for (Lines& lines : wanted) {
        EndLabel label;
        label.text = functionName(*lines.info);
        lines.f = &m_functionPlot->addSeries(lines.style, SeriesRole::Curve);
        lines.slope = &m_derivativePlot->addSeries(lines.style, SeriesRole::Curve);
        for (Series* series : {lines.f, lines.slope}) {
            series->setName(label.text);
            series->setEndLabel(label);
        }
    }
    m_lines = std::move(wanted);
}

/// Home for both y axes; a view that the user has chosen stays.
void CurvePlots::setRanges(const std::vector<CurveSamples>& curves) {
    std::optional<Interval> f;
    std::optional<Interval> slope;
    for (const CurveSamples& samples : curves) {
        f = unite(f, extentOf(samples.f));
        slope = unite(slope, extentOf(samples.slope));
    }
    m_functionPlot->setRange(PlotAxis::Y, steadyRange(f, widestF));
    m_derivativePlot->setRange(PlotAxis::Y, steadyRange(slope, widestSlope));
}

/// Hatched where f' is drawn; on f the same places are plain, which leaves its lines in front.
void CurvePlots::setZones(const GradientZones& zones) {
    std::vector<Zone> all = zones.zones();
    m_derivativePlot->setZones(all);
    for (Zone& zone : all) {
        zone.hatched = false;
    }
    m_functionPlot->setZones(std::move(all));
    m_zoneLegend->setEntries(legendOf(zones, m_model.tau()));
}

void CurvePlots::moveCrossHair() {
    const double x = m_model.crossHair();
    m_functionPlot->setCrossHair(x);
    const std::vector<CurveFunction> shown = m_model.shownFunctions();
    const QString summary = crossHairSummary(shown, x);
    m_functionPlot->setSummary(summary);
    const QString zones = m_zoneLegend->text();
    m_derivativePlot->setSummary(zones.isEmpty() ? summary : summary + QLatin1Char(' ') + zones);

    QVector<TileValue> f;
    QVector<TileValue> slope;
    if (m_valuesInHeaders) {
        for (const CurveFunction& function : shown) {
            const CurvePoint point = pointAt(function.activation, x);
            const QString name = functionName(*function.activation.info);
            f.append({function.style, tickText(static_cast<double>(point.f)), {}, name});
            slope.append({function.style, tickText(static_cast<double>(point.slope)), {}, name});
        }
    }
    m_functionTile->setValues(f);
    m_derivativeTile->setValues(slope);
}

void CurvePlots::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void CurvePlots::applyScale() {
    m_layout->setSpacing(scaled(this, gapPixels));
    m_functionTile->setMinimumHeight(scaled(this, leastFunctionHeight));
    m_derivativeTile->setMinimumHeight(scaled(this, leastDerivativeHeight));
}

} // namespace reluscope::ui
