// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/neurons_tile.h"

#include "core/diagnosis/layer_statistics.h"
#include "ui/controls/empty_state.h"
#include "ui/controls/number_text.h"
#include "ui/controls/segments.h"
#include "ui/plot/plot.h"
#include "ui/plot/plot_actions.h"
#include "ui/plot/zone_legend.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"
#include "ui/training/layer_names.h"
#include "ui/training/neuron_columns.h"
#include "ui/training/neuron_view.h"

#include <QFontMetrics>

#include <algorithm>

namespace reluscope::ui {
namespace {

/// What the header needs besides its note, for a legend in short words and the tile's buttons.
constexpr qreal leastBesideNote = 250; ///< for the legend and the buttons of the header
constexpr qreal headerSlack = 122;     ///< its margins, gaps and buttons

} // namespace

NeuronsTile::NeuronsTile(FileDialogs& dialogs, QWidget* parent)
    : Tile(tr("Where the neurons live"), parent)
    , m_dialogs(dialogs)
    , m_columns(new NeuronColumns)
    , m_legend(new ZoneLegend)
    , m_summary(*this) {
    m_columns->setObjectName(QStringLiteral("neuronColumns"));
    m_legend->setObjectName(QStringLiteral("neuronsLegend"));
    setTrailingWidget(m_legend);
    setBody(m_columns);
}

void NeuronsTile::setRuns(const Experiment& experiment, const Dataset& dataset) {
    m_examples = std::min(probeBatchSize, dataset.train.count());
    m_runs.clear();
    std::size_t layerCount = 0;
    std::vector<NeuronView*> views;
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        const RunSpec& spec = experiment.runs[run];
        m_runs.push_back({.activations = activationPerLayer(experiment, spec),
                          .units = effectiveHidden(experiment, spec)});
        layerCount = std::max(layerCount, m_runs[run].units.size());
        auto* view = new NeuronView(static_cast<int>(run), toQString(spec.name));
        if (m_runs[run].units.empty()) {
            view->setMissing(tr("no hidden layer"));
        } else {
            addPlotMenu(*this, view->plot(), m_dialogs);
        }
        views.push_back(view);
    }
    m_columns->setViews(std::move(views));
    setUpLayers(layerCount);
    showLayer();
}

void NeuronsTile::setUpLayers(std::size_t count) {
    if (count == m_layerCount) {
        return;
    }
    m_layerCount = count;
    m_layer = std::max<std::size_t>(count, 1) - 1;
    m_layers = count > 1 ? new Segments(layerNames(count)) : nullptr;
    setHeaderWidget(m_layers);
    if (m_layers != nullptr) {
        m_layers->setObjectName(QStringLiteral("neuronsLayer"));
        m_layers->setAccessibleName(tr("Layer"));
        m_layers->setCurrentIndex(static_cast<int>(m_layer));
        connect(m_layers, &Segments::selected, this, [this](int layer) {
            m_layer = static_cast<std::size_t>(layer);
            showLayer();
            emit layerChosen();
        });
    }
}

std::size_t NeuronsTile::shownLayer(std::size_t run) const {
    return std::min(m_layer + 1, m_runs[run].units.size()) - 1;
}

void NeuronsTile::showLayer() {
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        const bool isLess = !m_runs[run].units.empty() && shownLayer(run) != m_layer;
        m_columns->views()[run]->setNote(isLess ? tr("layer %1").arg(shownLayer(run) + 1)
                                                : QString());
    }
    showLegend();
    showSummary();
}

QString NeuronsTile::noteText() const {
    const QString examples = countText(static_cast<qint64>(m_examples));
    std::optional<std::size_t> units;
    bool isSame = m_layerCount > 0;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        if (!m_runs[run].units.empty()) {
            const std::size_t own = m_runs[run].units[shownLayer(run)];
            isSame = isSame && units.value_or(own) == own;
            units = own;
        }
    }
    return isSame
               ? tr("%1 units × %2 examples").arg(countText(static_cast<qint64>(*units)), examples)
               : tr("%1 examples").arg(examples);
}

void NeuronsTile::showHeader() {
    QFont noteFont = font();
    noteFont.setPixelSize(scaled(this, 12));
    const QFontMetrics metrics(noteFont);
    const QString note = noteText();
    const int taken =
        QFontMetrics(font()).horizontalAdvance(title()) +
        (m_layers != nullptr ? m_layers->sizeHint().width() : 0) + metrics.horizontalAdvance(note) +
        std::max(scaled(this, leastBesideNote), m_legend->shortWidth() + scaled(this, headerSlack));
    setNote(taken <= width() ? note : QString());
}

void NeuronsTile::showLegend() {
    bool hasNone = false;
    bool hasLittle = false;
    for (const NeuronView* view : m_columns->views()) {
        if (!view->isHidden()) {
            hasNone = hasNone || view->hasZone(true);
            hasLittle = hasLittle || view->hasZone(false);
        }
    }
    std::vector<ZoneLegendEntry> entries;
    if (hasNone) {
        entries.push_back({tr("no gradient: f' = 0"), tr("no gradient"), true});
    }
    if (hasLittle) {
        entries.push_back(
            {tr("almost none: |f'| below 1 % of its peak"), tr("almost none"), false});
    }
    m_legend->setEntries(entries);
    showHeader();
}

void NeuronsTile::showSummary() {
    QString text = tr("Layer %1.").arg(m_layer + 1);
    for (const NeuronView* view : m_columns->views()) {
        if (!view->isHidden() && !view->summary().isEmpty()) {
            text += QLatin1Char(' ') + view->summary();
        }
    }
    m_summary.setText(text);
}

void NeuronsTile::setRunHidden(std::size_t run, bool isHidden) {
    m_columns->setRunHidden(run, isHidden);
    showLegend();
    showSummary();
}

void NeuronsTile::showHistory(const std::vector<RunHistory>& history) {
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        m_columns->views()[run]->setDiverged(history[run].divergence().has_value());
    }
    showSummary();
}

void NeuronsTile::showPictures(const Pictures& pictures) {
    if (pictures.request.preActivationsOf != m_layer) {
        return; // of a layer that was chosen before
    }
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        const RunPictures& own = pictures.runs[run];
        if (own.preActivations) {
            const std::size_t layer = shownLayer(run);
            m_columns->views()[run]->showPicture(
                *own.preActivations, m_runs[run].activations[layer], own.learned[layer]);
        }
    }
    showLegend();
    showSummary();
}

std::optional<std::size_t> NeuronsTile::preActivationsOf() const {
    return isVisible() && m_layerCount > 0 ? std::optional(m_layer) : std::nullopt;
}

void NeuronsTile::resizeEvent(QResizeEvent* event) {
    Tile::resizeEvent(event);
    showHeader();
}

} // namespace reluscope::ui
