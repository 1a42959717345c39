// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/rate_curves_tile.h"

#include "ui/controls/empty_state.h"
#include "ui/controls/number_text.h"
#include "ui/controls/segments.h"
#include "ui/learningrate/sweep_plan.h"
#include "ui/plot/tick_text.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr double percent = 100;

/// All figures of the curves that are numbers.
std::vector<double> numbersOf(const std::vector<RateCurve>& curves,
                              std::vector<double> RateCurve::*figure) {
    std::vector<double> numbers;
    for (const RateCurve& curve : curves) {
        std::ranges::copy_if(curve.*figure, std::back_inserter(numbers),
                             [](double value) { return std::isfinite(value); });
    }
    return numbers;
}

/// Ends at twice what nine of ten medians stay below: a seed that is about to diverge may have any
/// loss, and would flatten all others.
double highestShown(std::vector<double> medians) {
    constexpr std::size_t tenths = 9;
    constexpr double headroom = 2;
    const auto place =
        medians.begin() + static_cast<std::ptrdiff_t>((medians.size() - 1) * tenths / 10);
    std::ranges::nth_element(medians, place);
    return headroom * *place;
}

/// The number that comes before all others, by \p isBefore; the last value is a number, and gaps
/// come before nothing.
template <class Order>
std::size_t indexOfFirst(const std::vector<double>& values, Order isBefore) {
    std::size_t first = values.size() - 1;
    for (std::size_t i = 0; i < values.size(); ++i) {
        first = isBefore(values[i], values[first]) ? i : first;
    }
    return first;
}

} // namespace

RateCurvesTile::RateCurvesTile(QWidget* parent)
    : Tile({}, parent)
    , m_choice(new Segments({tr("Loss"), tr("Dead units")}))
    , m_body(new QStackedWidget)
    , m_empty(new EmptyState(tr("No run of the sweep has ended yet."),
                             tr("Lines appear as runs end, and become finer.")))
    , m_plot(new Plot) {
    m_choice->setObjectName(QStringLiteral("rateCurvesFigure"));
    m_choice->setAccessibleName(tr("Figure over the learning rate"));
    m_plot->setObjectName(QStringLiteral("rateCurvesPlot"));
    m_plot->setInteractive(false);
    m_plot->setAxis(PlotAxis::X, {.scale = Scale::Log, .lastTick = tr("rate %1"), .grid = true});
    m_body->addWidget(m_empty);
    m_body->addWidget(m_plot);
    setHeaderWidget(m_choice);
    setBody(m_body);
    connect(m_choice, &Segments::selected, this,
            [this](int index) { setFigure(static_cast<Figure>(index)); });
    setFigure(Figure::Loss);
}

void RateCurvesTile::setFigure(Figure figure) {
    m_figure = figure;
    const bool isLoss = figure == Figure::Loss;
    setTitle(isLoss ? tr("Loss against rate") : tr("Dead units against rate"));
    m_plot->setAccessibleName(title());
    m_plot->setAxis(PlotAxis::Y, isLoss ? AxisOptions{.scale = Scale::Log, .grid = true}
                                        : AxisOptions{.lastTick = tr("%1 %"), .grid = true});
    m_plot->setCrossHairOptions({.mode = CrossHairMode::Hover,
                                 .caption = tr("rate %1"),
                                 .valueText = [isLoss](double value) {
                                     return isLoss ? numberText(value)
                                                   : percentText(value / percent);
                                 }});
    m_plot->hideCrossHair();
    showCurves();
    m_plot->resetView();
    showNote();
}

void RateCurvesTile::setSweep(const PlannedSweep& sweep) {
    m_spec = sweep.spec;
    m_plot->clearSeries();
    m_plot->hideCrossHair();
    m_lines.clear();
    for (std::size_t run = 0; run < m_spec.runCount(); ++run) {
        Series& line = m_plot->addSeries(sweep.styles[run], SeriesRole::Main);
        line.setName(rowName(m_spec.experiment.runs[run], sweep.axis));
        line.setDashed(true);
        m_lines.push_back(&line);
    }
    setSummaries(std::vector<SeedSummary>(m_spec.runCount() * m_spec.rateCount()));
    m_plot->resetView();
    showNote();
}

void RateCurvesTile::setSummaries(std::vector<SeedSummary> summaries) {
    m_summaries = std::move(summaries);
    showCurves();
}

void RateCurvesTile::showCurves() {
    m_curves.clear();
    std::vector<JumpDisc> rings;
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        m_curves.push_back(rateCurveOf(m_spec, m_summaries, run,
                                       m_figure == Figure::Loss ? &SeedSummary::trainLoss
                                                                : &SeedSummary::deadFraction));
        showCurve(run);
        const RateCurve& curve = m_curves.back();
        if (curve.lastFinite) {
            rings.push_back({.x = *curve.lastFinite,
                             .y = curve.median.back(),
                             .run = m_lines[run]->run(),
                             .open = true});
        }
    }
    m_plot->setJumpDiscs(std::move(rings));
    showRates();
    if (m_figure == Figure::Loss) {
        showLosses();
    } else {
        showDeadUnits();
    }
    m_plot->setSummary(summary());
    const bool isEmpty =
        std::ranges::all_of(m_summaries, [](const SeedSummary& one) { return one.ended == 0; });
    m_body->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_plot);
    setFocusPolicy(isEmpty ? Qt::TabFocus : Qt::NoFocus); // else the plot stands for the tile
}

void RateCurvesTile::showCurve(std::size_t run) {
    RateCurve& curve = m_curves[run];
    if (m_figure == Figure::DeadUnits) {
        for (std::vector<double>* shares : {&curve.low, &curve.median, &curve.high}) {
            std::ranges::transform(*shares, shares->begin(),
                                   [](double share) { return share * percent; });
        }
    }
    Series& line = *m_lines[run];
    line.setData(curve.rates, curve.median);
    if (m_spec.seedCount > 1) {
        line.setBand(curve.rates, curve.low, curve.high);
    }
    line.setEndLabel({.text = line.name()});
    // One point is no line.
    line.setVertexMarkers(m_spec.rateCount() == 1);
}

void RateCurvesTile::showRates() {
    const auto& rates = m_spec.learningRates;
    if (rates.size() > 1) {
        m_plot->setRange(PlotAxis::X, {rates.front(), rates.back()});
    } else if (const auto extent = m_plot->dataExtent(PlotAxis::X)) {
        constexpr double margin = 0.1;
        m_plot->setRange(PlotAxis::X, padded(*extent, margin, Scale::Log));
    }
}

void RateCurvesTile::showLosses() {
    const std::vector<double> medians = numbersOf(m_curves, &RateCurve::median);
    const std::vector<double> lows = numbersOf(m_curves, &RateCurve::low);
    auto extent = extentOf(numbersOf(m_curves, &RateCurve::high), Scale::Log);
    extent = unite(extent, extentOf(lows, Scale::Log));
    if (!extent) {
        return;
    }
    extent->upper = std::clamp(highestShown(medians), extent->lower, extent->upper);
    const double middle = std::sqrt(extent->lower * extent->upper);
    Interval range = grownInSteps({middle, middle}, *extent, Scale::Log);
    if (range.lower == range.upper) {
        range = padded(range, 0, Scale::Log);
    }
    // A loss of exactly nothing has a place of its own, below all others.
    AxisOptions axis = m_plot->axis(PlotAxis::Y);
    const bool hasZero = std::ranges::find(lows, 0.0) != lows.end();
    range.lower /= hasZero ? 10 : 1;
    axis.zeroPlace = hasZero ? range.lower : 0;
    m_plot->setAxis(PlotAxis::Y, axis);
    m_plot->setRange(PlotAxis::Y, range);
}

void RateCurvesTile::showDeadUnits() {
    constexpr double smallest = 10;
    constexpr double headroom = 1.1;
    const auto extent = extentOf(numbersOf(m_curves, &RateCurve::high));
    const double most = extent ? extent->upper : 0;
    m_plot->setRange(PlotAxis::Y,
                     {0, std::min(percent, stepUp(std::max(smallest, headroom * most)))});
    labelRunsWithoutDeadUnits();
}

/// They lie on one line, and share a label at the end of the one that reaches farthest.
void RateCurvesTile::labelRunsWithoutDeadUnits() {
    std::vector<std::size_t> runs;
    std::size_t farthest = 0;
    for (std::size_t run = 0; run < m_curves.size(); ++run) {
        const RateCurve& curve = m_curves[run];
        if (curve.rates.empty() ||
            std::ranges::any_of(curve.high, [](double share) { return share > 0; })) {
            continue;
        }
        if (runs.empty() || curve.rates.back() > m_curves[farthest].rates.back()) {
            farthest = run;
        }
        runs.push_back(run);
    }
    if (runs.size() < 2) {
        return;
    }
    const std::size_t rest = m_curves.size() - runs.size();
    const QString label = rest == 0   ? tr("all runs")
                          : rest == 1 ? tr("all others")
                                      : tr("%1 others").arg(runs.size());
    for (const std::size_t run : runs) {
        m_lines[run]->setEndLabel({.text = run == farthest ? label : QString(), .neutral = true});
    }
}

void RateCurvesTile::resizeEvent(QResizeEvent* event) {
    Tile::resizeEvent(event);
    showNote();
}

void RateCurvesTile::showNote() {
    const bool hasOneSeed = m_spec.seedCount == 1;
    const QStringList notes =
        hasOneSeed
            ? QStringList{tr("one seed · ring: the last rate that stayed finite"), tr("one seed")}
            : QStringList{
                  tr("line: median · band: all seeds · ring: the last rate with every seed finite"),
                  tr("band: all seeds · ring: last finite rate"),
                  tr("band: seeds · ring: last finite")};
    constexpr qreal besidesText = 110; // of the header: margins, gaps and buttons
    constexpr qreal notePixels = 12;
    QFont noteFont = font();
    noteFont.setPixelSize(scaled(this, notePixels));
    const QFontMetrics metrics(noteFont);
    const int room = width() - scaled(this, besidesText) - m_choice->sizeHint().width() -
                     QFontMetrics(font()).horizontalAdvance(title());
    const auto note = std::ranges::find_if(
        notes, [&](const QString& text) { return metrics.horizontalAdvance(text) <= room; });
    setNote(note == notes.end() ? QString() : *note);
}

QString RateCurvesTile::summary() const {
    QStringList sentences;
    for (std::size_t run = 0; run < m_curves.size(); ++run) {
        sentences << sentenceOf(run);
    }
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString RateCurvesTile::sentenceOf(std::size_t run) const {
    const RateCurve& curve = m_curves[run];
    const QString name = m_lines[run]->name();
    if (curve.rates.empty()) {
        return curve.firstDiverged ? tr("%1: diverged at every rate.").arg(name) : QString();
    }
    QString words;
    if (m_figure == Figure::Loss) {
        const std::size_t best = indexOfFirst(curve.median, std::less{});
        words = tr("lowest training loss %1 at rate %2")
                    .arg(numberText(curve.median[best]), tickText(curve.rates[best]));
    } else {
        const std::size_t worst = indexOfFirst(curve.median, std::greater{});
        words = curve.median[worst] > 0 ? tr("most dead units, %1, at rate %2")
                                              .arg(percentText(curve.median[worst] / percent),
                                                   tickText(curve.rates[worst]))
                                        : tr("no dead units");
    }
    return curve.firstDiverged ? tr("%1: %2; seeds diverge from rate %3 on.")
                                     .arg(name, words, tickText(*curve.firstDiverged))
                               : tr("%1: %2.").arg(name, words);
}

} // namespace reluscope::ui
