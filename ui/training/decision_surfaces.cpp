// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/decision_surfaces.h"

#include "core/diagnosis/decision_grid.h"
#include "ui/controls/number_text.h"

#include <algorithm>

namespace reluscope::ui {

std::vector<ClassPoint> classPoints(const Dataset& dataset) {
    constexpr std::size_t mostPoints = 300;
    std::vector<ClassPoint> points;
    for (std::size_t i = 0; i < std::min(mostPoints, dataset.train.count()); ++i) {
        const auto example = dataset.example(dataset.train, i);
        points.push_back(
            {.x = example[0], .y = example[1], .positive = dataset.train.labels[i] == 1});
    }
    return points;
}

QRectF planeOf(const Dataset& dataset) {
    const DecisionGrid grid = makeDecisionGrid(dataset);
    return {grid.left, grid.bottom, grid.right - grid.left, grid.top - grid.bottom};
}

DecisionSurfaces::DecisionSurfaces(const Experiment& experiment, const Dataset& dataset,
                                   QWidget* parent)
    : RunMaps(experiment, parent)
    , m_classCount(dataset.classCount) {
    const QRectF plane = planeOf(dataset);
    const auto points = classPoints(dataset);
    for (std::size_t run = 0; run < views().size(); ++run) {
        FieldMap* map = views()[run].map;
        map->setObjectName(QStringLiteral("decisionSurface%1").arg(run));
        map->setAccessibleName(tr("What it learned"));
        map->setExtent(plane);
        map->setPoints(points);
    }
}

void DecisionSurfaces::showHistory(const std::vector<RunHistory>& history) {
    for (std::size_t run = 0; run < views().size(); ++run) {
        View& view = views()[run];
        const auto& measured = history[run].shown();
        view.map->setDiverged(history[run].isDivergenceShown());
        if (history[run].isDivergenceShown()) {
            view.caption->setFigure(tr("diverged"));
        } else if (measured) {
            const QString accuracy = percentText(measured->measured->testAccuracy.value_or(0));
            view.caption->setFigure(accuracy);
            view.map->setSummary(
                tr("%1: decision surface, test accuracy %2.").arg(view.name, accuracy));
        }
    }
}

void DecisionSurfaces::showPictures(const Pictures& pictures) {
    if (!pictures.request.outputs) {
        return;
    }
    constexpr int side = static_cast<int>(DecisionGrid::side);
    for (std::size_t run = 0; run < views().size(); ++run) {
        const auto& probabilities = pictures.runs[run].outputs;
        m_field.resize(pictures.count);
        for (std::size_t i = 0; i < pictures.count; ++i) {
            m_field[i] = probabilities[i * m_classCount + 1];
        }
        views()[run].map->setField(m_field, side, side);
    }
}

} // namespace reluscope::ui
