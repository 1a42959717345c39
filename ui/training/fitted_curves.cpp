// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/fitted_curves.h"

#include "core/diagnosis/fitted_curve.h"
#include "ui/controls/number_text.h"
#include "ui/plot/plot.h"
#include "ui/session/display_names.h"

#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>

namespace reluscope::ui {
namespace {

/// Past so many examples more dots would only make a blot.
constexpr std::size_t mostDots = 300;
constexpr double margin = 0.08; ///< of the extent of the values, above and below

std::vector<QPointF> dotsOf(const Dataset& dataset) {
    std::vector<QPointF> dots;
    for (std::size_t i = 0; i < std::min(mostDots, dataset.train.count()); ++i) {
        dots.emplace_back(double{dataset.train.features[i]}, double{dataset.train.values[i]});
    }
    return dots;
}

} // namespace

FittedCurves::FittedCurves(const Experiment& experiment, const Dataset& dataset, QWidget* parent)
    : LearnedView(parent)
    , m_plot(new Plot) {
    m_plot->setObjectName(QStringLiteral("fittedCurves"));
    m_plot->setAccessibleName(tr("What it learned"));
    m_plot->setInteractive(false);
    m_plot->setAxis(PlotAxis::X, {.lastTick = tr("x = %1")});
    m_plot->setAxis(PlotAxis::Y, {.grid = true});
    m_plot->setCrossHairOptions({.mode = CrossHairMode::Hover, .caption = tr("x = %1")});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_plot);

    const std::vector<float> inputs = fittedCurveInputs(dataset);
    m_x.assign(inputs.begin(), inputs.end());
    const auto [low, high] = std::ranges::minmax(dataset.train.values);
    const double extent = std::max(double{high} - double{low}, 1e-3);
    m_plot->setRange(PlotAxis::X, {m_x.front(), m_x.back()});
    m_plot->setRange(PlotAxis::Y, {low - margin * extent, high + margin * extent});
    m_plot->setDots(dotsOf(dataset));
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        Series& curve = m_plot->addSeries(static_cast<int>(run), SeriesRole::Main);
        curve.setName(toQString(experiment.runs[run].name));
        curve.setEndLabel({.text = curve.name()});
        m_curves.push_back(&curve);
    }
}

void FittedCurves::setRunHidden(std::size_t run, bool isHidden) {
    m_curves[run]->setVisible(!isHidden);
}

void FittedCurves::showHistory(const std::vector<RunHistory>& history) {
    QStringList sentences;
    for (std::size_t run = 0; run < m_curves.size(); ++run) {
        const auto& last = history[run].shown();
        const QString& name = m_curves[run]->name();
        if (history[run].isDivergenceShown()) {
            sentences << tr("%1: diverged.").arg(name);
        } else if (last) {
            sentences << tr("%1: fitted curve, test loss %2.")
                             .arg(name, numberText(last->measured->testLoss));
        }
    }
    m_plot->setSummary(sentences.join(QLatin1Char(' ')));
}

void FittedCurves::showPictures(const Pictures& pictures) {
    if (!pictures.request.outputs) {
        return;
    }
    for (std::size_t run = 0; run < m_curves.size(); ++run) {
        const auto& outputs = pictures.runs[run].outputs;
        m_y.assign(outputs.begin(), outputs.end());
        m_curves[run]->setData(m_x, m_y);
    }
}

} // namespace reluscope::ui
