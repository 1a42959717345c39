// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/neuron_view.h"

#include "ui/activation/gradient_zones.h"
#include "ui/controls/number_text.h"
#include "ui/plot/plot.h"
#include "ui/plot/tick_text.h"
#include "ui/session/display_names.h"
#include "ui/training/run_caption.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reluscope::ui {
namespace {

// Of the extent of f: what lies flat shall not lie on the axis.
constexpr double spaceBelow = 0.2;
constexpr double spaceAbove = 0.06;

/// Whole per cents, which rest while the network trains; but what is not nothing is never 0.
QString shareText(double share) {
    constexpr double percent = 100;
    const auto whole = std::lround(share * percent);
    if (share > 0 && whole == 0) {
        return NeuronView::tr("< 1 %");
    }
    if (share < 1 && whole == 100) {
        return NeuronView::tr("> 99 %");
    }
    return NeuronView::tr("%1 %").arg(whole);
}

/// Three places, so that no label sticks out of a narrow column.
AxisOptions axisFor(double reach) {
    const QString unit = NeuronView::tr("z = %1");
    return {.names = {{-reach / 2, tickText(-reach / 2)},
                      {0, tickText(0)},
                      {reach / 2, unit.arg(tickText(reach / 2))}}};
}

Activation withParameter(Activation activation, double value) {
    activation.parameters[0] = value;
    return activation;
}

} // namespace

NeuronView::NeuronView(int run, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_caption(new RunCaption(run))
    , m_plot(new Plot)
    , m_histogram(&m_plot->addSeries(run, SeriesRole::Histogram))
    , m_function(&m_plot->addSeries(run, SeriesRole::Curve)) {
    m_caption->setName(name);
    m_caption->setProminent(true);
    m_plot->setObjectName(QStringLiteral("neuronsPlot%1").arg(run));
    m_plot->setAccessibleName(name);
    m_plot->setInteractive(false);
    m_plot->setAxis(PlotAxis::X, axisFor(1));
    m_plot->setAxis(PlotAxis::Y, {.labels = false});
    m_plot->setRange(PlotAxis::X, {-1, 1});
    m_plot->setZeroLines(true, false);
    m_plot->setCrossHairOptions({.mode = CrossHairMode::Hover, .caption = tr("z = %1")});
    m_function->setDashed(false);
    m_function->setCasing(true);
    m_histogram->setName(tr("count"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_caption);
    layout->addWidget(m_plot, 1);
    QSizePolicy policy = m_plot->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the caption stays at the top
    m_plot->setSizePolicy(policy);
}

void NeuronView::setNote(const QString& note) {
    m_note = note;
    m_caption->setName(shownName());
}

QString NeuronView::shownName() const {
    return m_note.isEmpty() ? m_name : tr("%1, %2").arg(m_name, m_note);
}

void NeuronView::setMissing(const QString& words) {
    m_missing = words;
    m_plot->hide();
    m_caption->setFigure(words);
}

void NeuronView::showPicture(const PreActivations& picture, const Activation& activation,
                             std::span<const float> learned) {
    m_picture = picture;
    showHistogram(picture.histogram);
    showFunction(activation, learned, picture.histogram.high);
    showShare();
}

void NeuronView::setDiverged(bool isDiverged) {
    m_isDiverged = isDiverged;
    m_plot->setDiverged(isDiverged);
    showShare();
}

void NeuronView::showHistogram(const Histogram& histogram) {
    const std::size_t bins = histogram.counts.size();
    m_edges.resize(bins);
    for (std::size_t bin = 0; bin < bins; ++bin) {
        m_edges[bin] = std::lerp(histogram.low, histogram.high,
                                 static_cast<double>(bin) / static_cast<double>(bins));
    }
    m_counts.assign(histogram.counts.begin(), histogram.counts.end());
    m_counts.front() += static_cast<double>(histogram.below);
    m_counts.back() += static_cast<double>(histogram.above);
    m_histogram->setData(m_edges, m_counts);
}

void NeuronView::showFunction(const Activation& activation, std::span<const float> learned,
                              double reach) {
    const Interval range{-reach, reach};
    Activation shown = activation;
    if (!learned.empty()) {
        const double sum = std::accumulate(learned.begin(), learned.end(), 0.0);
        shown = withParameter(activation, sum / static_cast<double>(learned.size()));
    }
    const CurveSamples samples = sampleCurve(shown, range);
    m_function->setName(functionName(*activation.info));
    m_function->setData(samples.x, samples.f);
    if (learned.size() > 1) {
        // Between the units whose parameters are the least and the greatest.
        const auto [least, greatest] = std::ranges::minmax(learned);
        m_function->setBand(
            samples.x, sampleCurve(withParameter(activation, static_cast<double>(least)), range).f,
            sampleCurve(withParameter(activation, static_cast<double>(greatest)), range).f);
    }

    GradientZones zones;
    zones.add(shown, samples);
    m_plot->setZones(zones.zones());
    if (range != m_plot->homeRange(PlotAxis::X)) {
        m_plot->setAxis(PlotAxis::X, axisFor(reach));
        m_plot->setRange(PlotAxis::X, range);
    }
    if (const auto extent = m_plot->dataExtent(PlotAxis::Y)) {
        m_plot->setRange(PlotAxis::Y, {extent->lower - spaceBelow * extent->size(),
                                       extent->upper + spaceAbove * extent->size()});
    }
}

void NeuronView::showShare() {
    m_plot->setSummary(summary());
    m_caption->setToolTip(summary());
    if (m_isDiverged) {
        m_caption->setFigure(tr("diverged"));
    } else if (m_picture) {
        m_caption->setFigure(shareText(m_picture->noGradient + m_picture->littleGradient));
    }
}

bool NeuronView::hasZone(bool isHatched) const {
    return !m_isDiverged &&
           std::ranges::find(m_plot->zones(), isHatched, &Zone::hatched) != m_plot->zones().end();
}

QString NeuronView::summary() const {
    if (!m_missing.isEmpty()) {
        return tr("%1: %2.").arg(m_name, m_missing);
    }
    if (m_isDiverged) {
        return tr("%1: diverged.").arg(shownName());
    }
    if (!m_picture) {
        return {};
    }
    const QString none = shareText(m_picture->noGradient);
    const QString little = shareText(m_picture->littleGradient);
    if (m_picture->littleGradient == 0) {
        return tr("%1: %2 without gradient.").arg(shownName(), none);
    }
    if (m_picture->noGradient == 0) {
        return tr("%1: %2 almost without gradient.").arg(shownName(), little);
    }
    return tr("%1: %2 without gradient, %3 almost without.").arg(shownName(), none, little);
}

} // namespace reluscope::ui
