// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/gradient_ladder_tile.h"

#include "ui/controls/number_text.h"
#include "ui/controls/segments.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"
#include "ui/training/sharpness_view.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr Interval startRange{0.01, 1};
constexpr double rungMargin = 0.5; ///< of the distance of two rungs, below and above all
constexpr qreal headerSlack = 100; ///< margins, gaps and buttons

/// Whole decades that hold the norms. They widen at once, and narrow only when much is left empty,
/// so that the axis rests.
Interval decadesFor(Interval shown, std::optional<Interval> norms) {
    if (!norms) {
        return shown;
    }
    Interval wanted{std::pow(10, std::floor(std::log10(norms->lower))),
                    std::pow(10, std::ceil(std::log10(norms->upper)))};
    if (wanted.lower == wanted.upper) {
        wanted.upper *= 10;
    }
    const Interval both = *unite(shown, wanted);
    constexpr double twoDecades = 99;
    const bool isMuchEmpty = both.upper / both.lower >= twoDecades * wanted.upper / wanted.lower;
    return isMuchEmpty ? wanted : both;
}

} // namespace

GradientLadderTile::GradientLadderTile(QWidget* parent)
    : Tile(tr("Gradient ladder"), parent)
    , m_views(new Segments({tr("Gradients"), tr("Sharpness")}))
    , m_plot(new Plot)
    , m_sharpness(new SharpnessView) {
    m_plot->setObjectName(QStringLiteral("gradientLadderPlot"));
    m_plot->setAccessibleName(title());
    m_plot->setInteractive(false);
    m_plot->setCrossHairOptions({.mode = CrossHairMode::Row,
                                 .caption = tr("‖∂L/∂W‖, %1"),
                                 .valueText = [](double norm) { return numberText(norm); }});
    auto* body = new QWidget;
    m_bodyLayout = new QVBoxLayout(body);
    m_bodyLayout->setContentsMargins(0, 0, 0, 0);
    m_bodyLayout->addWidget(m_plot);
    m_bodyLayout->addWidget(m_sharpness);
    setBody(body);
    m_views->setObjectName(QStringLiteral("ladderViews"));
    m_views->setAccessibleName(tr("What is shown"));
    auto* header = new QWidget;
    m_headerPlace = new QHBoxLayout(header);
    m_headerPlace->setContentsMargins(0, 0, 0, 0);
    m_headerPlace->addWidget(m_views);
    setHeaderWidget(header);
    connect(m_views, &Segments::selected, this, [this](int view) { setSharpnessShown(view == 1); });
    showView();
}

void GradientLadderTile::setSharpnessShown(bool isShown) {
    if (std::exchange(m_isSharpnessShown, isShown) != isShown) {
        showView();
        emit requestChanged();
    }
}

void GradientLadderTile::showView() {
    m_views->setCurrentIndex(m_isSharpnessShown ? 1 : 0);
    m_plot->setVisible(!m_isSharpnessShown);
    m_sharpness->setVisible(m_isSharpnessShown);
    // A plot stands for the tile in the tab order; words have nothing to operate.
    const bool hasPlot = !m_isSharpnessShown || m_sharpness->isMeasurable();
    setFocusPolicy(hasPlot ? Qt::NoFocus : Qt::TabFocus);
    showTitle();
}

void GradientLadderTile::showTitle() {
    const QString ladder = tr("Gradient ladder");
    if (m_isSharpnessShown) {
        const QString full = tr("Sharpness · largest curvature of the loss");
        setTitle(fitsBesideViews(full) ? full : tr("Sharpness"));
    } else {
        setTitle(ladder);
    }
    // For both views in the same place, or it would move from under the pointer.
    const bool isInHeader = m_headerPlace->indexOf(m_views) >= 0;
    if (const bool fits = fitsBesideViews(ladder); fits && !isInHeader) {
        m_headerPlace->addWidget(m_views);
    } else if (!fits && isInHeader) {
        m_bodyLayout->insertWidget(0, m_views, 0, Qt::AlignLeft);
    }
}

bool GradientLadderTile::fitsBesideViews(const QString& title) const {
    QFont titleFont = font();
    titleFont.setWeight(QFont::Medium);
    return QFontMetrics(titleFont).horizontalAdvance(title) + m_views->sizeHint().width() +
               scaled(this, headerSlack) <=
           width();
}

void GradientLadderTile::resizeEvent(QResizeEvent* event) {
    Tile::resizeEvent(event);
    showTitle();
}

void GradientLadderTile::addTo(PictureRequest& request) const {
    request.sharpness = isVisible() && m_isSharpnessShown && m_sharpness->isMeasurable();
}

void GradientLadderTile::setRuns(const Experiment& experiment, const Dataset& dataset) {
    m_sharpness->setRuns(experiment, dataset);
    showView();
    m_plot->clearSeries();
    m_plot->hideCrossHair();
    m_ladders.clear();
    m_top = 0;
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        const RunSpec& spec = experiment.runs[run];
        Series& ladder = m_plot->addSeries(static_cast<int>(run), SeriesRole::Thin);
        ladder.setName(toQString(spec.name));
        ladder.setShape(SeriesShape::Path);
        ladder.setVertexMarkers(true);
        m_ladders.push_back(&ladder);
        m_top = std::max(m_top, effectiveHidden(experiment, spec).size());
    }
    std::vector<std::pair<double, QString>> rungs;
    for (std::size_t layer = 0; layer < m_top; ++layer) {
        rungs.emplace_back(static_cast<double>(layer), tr("layer %1").arg(layer + 1));
    }
    rungs.emplace_back(static_cast<double>(m_top), tr("output"));
    m_plot->setAxis(PlotAxis::Y, {.grid = true, .names = std::move(rungs)});
    m_plot->setRange(PlotAxis::Y, {-rungMargin, static_cast<double>(m_top) + rungMargin});
    m_plot->setAxis(PlotAxis::X, {.scale = Scale::Log, .lastTick = tr("‖∂L/∂W‖ %1"), .grid = true});
    m_plot->setRange(PlotAxis::X, startRange);
    m_plot->resetView();
    emit requestChanged();
}

void GradientLadderTile::setRunHidden(std::size_t run, bool isHidden) {
    m_ladders[run]->setVisible(!isHidden);
    m_sharpness->setRunHidden(run, isHidden);
    showRange();
}

void GradientLadderTile::showHistory(const std::vector<RunHistory>& history) {
    if (m_isSharpnessShown) {
        m_sharpness->showHistory(history);
        return;
    }
    for (std::size_t run = 0; run < m_ladders.size(); ++run) {
        const auto& last = history[run].shown();
        m_norms.clear();
        m_rungs.clear();
        if (last && !history[run].divergence()) {
            m_norms = last->measured->layers.gradientNorm;
            for (std::size_t layer = 0; layer < m_norms.size(); ++layer) {
                // Outputs stand side by side, however deep their networks are.
                const bool isOutput = layer + 1 == m_norms.size();
                m_rungs.push_back(static_cast<double>(isOutput ? m_top : layer));
            }
        }
        m_ladders[run]->setData(m_norms, m_rungs);
    }
    showRange();
    m_plot->setSummary(summary(history));
}

void GradientLadderTile::showRange() {
    const bool hasZero = std::ranges::any_of(m_ladders, [](const Series* ladder) {
        return ladder->isVisible() && std::ranges::find(ladder->x(), 0.0) != ladder->x().end();
    });
    // The decade at the left is no part of the axis while it is the place of zeros.
    Interval range = m_plot->homeRange(PlotAxis::X);
    AxisOptions axis = m_plot->axis(PlotAxis::X);
    if (axis.zeroPlace > 0) {
        range.lower *= 10;
    }
    range = decadesFor(range, m_plot->dataExtent(PlotAxis::X));
    if (hasZero) {
        range.lower /= 10;
    }
    const double zeroPlace = hasZero ? range.lower : 0;
    if (zeroPlace != axis.zeroPlace) {
        axis.zeroPlace = zeroPlace;
        m_plot->setAxis(PlotAxis::X, axis);
    }
    m_plot->setRange(PlotAxis::X, range);
}

QString GradientLadderTile::summary(const std::vector<RunHistory>& history) const {
    QStringList sentences;
    for (std::size_t run = 0; run < m_ladders.size(); ++run) {
        const Series& ladder = *m_ladders[run];
        if (!ladder.isVisible()) {
            continue;
        }
        if (history[run].divergence()) {
            sentences << tr("%1: diverged.").arg(ladder.name());
            continue;
        }
        QStringList norms;
        for (const auto& [rung, name] : m_plot->axis(PlotAxis::Y).names) {
            if (const auto norm = ladder.pathAt(rung)) {
                norms << tr("%1 %2").arg(name, numberText(*norm));
            }
        }
        if (!norms.isEmpty()) {
            sentences << tr("%1: %2.").arg(ladder.name(), norms.join(tr(", ")));
        }
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace reluscope::ui
