// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_maps.h"

#include "ui/controls/number_text.h"
#include "ui/theme/theme.h"
#include "ui/training/decision_surfaces.h"
#include "ui/training/unit_cells.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reluscope::ui {

UnitMaps::UnitMaps(const Experiment& experiment, const Dataset& dataset, QWidget* parent)
    : RunMaps(experiment, parent)
    , m_figures(experiment.runs.size()) {
    const bool isPlane = dataset.featureCount == 2;
    for (std::size_t run = 0; run < views().size(); ++run) {
        FieldMap* map = views()[run].map;
        map->setObjectName(QStringLiteral("unitMap%1").arg(run));
        map->setCellsShown(!isPlane);
        map->setBoundaryShown(isPlane);
        if (isPlane) {
            map->setExtent(planeOf(dataset));
        }
        if (isPlane && dataset.classCount == 2) {
            map->setPoints(classPoints(dataset));
        }
        std::vector<float> neutral;
        for (const Activation& activation : activationPerLayer(experiment, experiment.runs[run])) {
            neutral.push_back(neutralActivation(activation));
        }
        m_neutral.push_back(std::move(neutral));
    }
}

void UnitMaps::showHistory(const std::vector<RunHistory>& history) {
    for (std::size_t run = 0; run < views().size(); ++run) {
        views()[run].map->setDiverged(history[run].isDivergenceShown());
        if (history[run].isDivergenceShown()) {
            m_figures[run] = tr("diverged");
        }
    }
    showFigures();
}

void UnitMaps::showPictures(const Pictures& pictures) {
    if (!pictures.request.unit) {
        return;
    }
    for (std::size_t run = 0; run < views().size(); ++run) {
        View& view = views()[run];
        view.map->setAccessibleName(tr("Unit %1, layer %2")
                                        .arg(pictures.request.unit->unit + 1)
                                        .arg(pictures.request.unit->layer + 1));
        if (const auto& unit = pictures.runs[run].unit) {
            showUnit(run, *unit, *pictures.request.unit);
        } else {
            view.map->clearField();
            m_figures[run] = tr("no such unit");
            view.map->setSummary(tr("%1 has no such unit.").arg(view.name));
        }
        view.map->setToolTip(view.map->accessibleDescription());
    }
    showFigures();
}

void UnitMaps::showFigures() {
    constexpr qreal roomForFigures = 190; // beside a name
    for (std::size_t run = 0; run < views().size(); ++run) {
        const View& view = views()[run];
        const bool hasRoom = view.caption->width() >= scaled(this, roomForFigures);
        view.caption->setFigure(hasRoom ? m_figures[run] : QString());
    }
}

void UnitMaps::resizeEvent(QResizeEvent* event) {
    RunMaps::resizeEvent(event);
    showFigures();
}

void UnitMaps::showUnit(std::size_t run, const UnitPictures& unit, UnitPlace place) {
    const float neutral = unit.areWeights ? 0 : m_neutral[run][place.layer];
    float least = std::numeric_limits<float>::infinity();
    float most = -least;
    for (const float value : unit.values) {
        least = std::isfinite(value) ? std::min(least, value) : least;
        most = std::isfinite(value) ? std::max(most, value) : most;
    }
    const float reach = std::max(most - neutral, neutral - least);
    m_field.resize(unit.values.size());
    for (std::size_t i = 0; i < unit.values.size(); ++i) {
        // The first row of activations is the lowest, that of an image the highest.
        const std::size_t row = i / unit.columns;
        const std::size_t shown = unit.areWeights ? unit.rows - 1 - row : row;
        m_field[shown * unit.columns + i % unit.columns] =
            reach > 0 ? 0.5F + (unit.values[i] - neutral) / (2 * reach) : 0.5F;
    }
    View& view = views()[run];
    view.map->setField(m_field, static_cast<int>(unit.columns), static_cast<int>(unit.rows));
    if (!(least <= most)) {
        return; // nothing finite; the history tells
    }
    const QString range =
        least == most ? tr("%1 everywhere").arg(numberText(double{least}))
                      : tr("%1 to %2").arg(numberText(double{least}), numberText(double{most}));
    m_figures[run] = range;
    view.map->setSummary(unit.areWeights ? tr("%1: weights from %2.").arg(view.name, range)
                                         : tr("%1: activation %2.").arg(view.name, range));
}

} // namespace reluscope::ui
