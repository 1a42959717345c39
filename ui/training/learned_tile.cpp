// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/learned_tile.h"

#include "ui/controls/empty_state.h"
#include "ui/controls/segments.h"
#include "ui/session/display_names.h"
#include "ui/training/decision_surfaces.h"
#include "ui/training/fitted_curves.h"
#include "ui/training/image_predictions.h"

#include <QLayout>

namespace reluscope::ui {

LearnedTile::LearnedTile(QWidget* parent)
    : Tile(tr("What it learned"), parent) {
    setAccessibleName(title());
}

void LearnedTile::setRuns(const Experiment& experiment, const Dataset& dataset) {
    m_surfaces = nullptr;
    m_curves = nullptr;
    m_predictions = nullptr;
    m_runs = nullptr;
    setHeaderWidget(nullptr);
    if (dataset.featureCount == 2 && dataset.classCount == 2) {
        m_surfaces = new DecisionSurfaces(experiment, dataset);
        setBody(m_surfaces);
        setNote(tr("decision surface"));
    } else if (dataset.featureCount == 1 && dataset.task == Task::Regression) {
        m_curves = new FittedCurves(experiment, dataset);
        setBody(m_curves);
        setNote(tr("fitted curve over the training examples"));
    } else if (dataset.isImages()) {
        m_predictions = new ImagePredictions(dataset);
        setBody(m_predictions);
        setNote(tr("test images and what a network takes them for"));
        if (experiment.runs.size() > 1) {
            QStringList names;
            for (const RunSpec& run : experiment.runs) {
                names << toQString(run.name);
            }
            m_runs = new Segments(names);
            m_runs->setCurrentIndex(0);
            connect(m_runs, &Segments::selected, this,
                    [this](int run) { setSelectedRun(static_cast<std::size_t>(run)); });
            setHeaderWidget(m_runs);
        }
    } else {
        setBody(new EmptyState(tr("This data has no picture."),
                               tr("Choose data with one feature and a value, two features and two "
                                  "classes, or images.")));
        setNote({});
    }
}

void LearnedTile::setRunHidden(std::size_t run, bool isHidden) {
    if (m_surfaces != nullptr) {
        m_surfaces->setRunHidden(run, isHidden);
    }
    if (m_curves != nullptr) {
        m_curves->setRunHidden(run, isHidden);
    }
}

void LearnedTile::setSelectedRun(std::size_t run) {
    if (m_runs != nullptr) {
        m_runs->setCurrentIndex(static_cast<int>(run));
        m_predictions->setSelectedRun(run);
    }
}

void LearnedTile::showHistory(const std::vector<RunHistory>& history) {
    if (m_surfaces != nullptr) {
        m_surfaces->showHistory(history);
    }
    if (m_curves != nullptr) {
        m_curves->showHistory(history);
    }
}

void LearnedTile::showPictures(const Pictures& pictures) {
    if (m_surfaces != nullptr) {
        m_surfaces->showPictures(pictures);
    }
    if (m_curves != nullptr) {
        m_curves->showPictures(pictures);
    }
    if (m_predictions != nullptr) {
        m_predictions->showPictures(pictures);
    }
}

} // namespace reluscope::ui
