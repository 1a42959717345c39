// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/learned_tile.h"

#include "ui/controls/empty_state.h"
#include "ui/controls/segments.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"
#include "ui/training/confusion_view.h"
#include "ui/training/decision_surfaces.h"
#include "ui/training/fitted_curves.h"
#include "ui/training/image_predictions.h"
#include "ui/training/unit_chooser.h"
#include "ui/training/unit_curves.h"
#include "ui/training/unit_maps.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace reluscope::ui {
namespace {

/// From this width on the views of the outputs stand side by side.
constexpr qreal wide = 440;
constexpr qreal gap = 16;

} // namespace

LearnedTile::LearnedTile(QWidget* parent)
    : Tile(tr("What it learned"), parent) {
    setAccessibleName(title());
}

void LearnedTile::clear() {
    setHeaderWidget(nullptr);
    setBody(nullptr);
    m_outputs.clear();
    m_names.clear();
    m_unit = nullptr;
    m_choices = nullptr;
    m_runs = nullptr;
    m_chooser = nullptr;
    m_choice = 0;
    m_choiceBeforePin = -1;
}

void LearnedTile::setRuns(const Experiment& experiment, const Dataset& dataset) {
    clear();
    if (dataset.featureCount == 2 && dataset.classCount == 2) {
        m_outputs = {new DecisionSurfaces(experiment, dataset)};
    } else if (dataset.featureCount == 1 && dataset.task == Task::Regression) {
        m_outputs = {new FittedCurves(experiment, dataset)};
    } else if (dataset.task == Task::Classification) {
        if (dataset.isImages()) {
            m_outputs.push_back(new ImagePredictions(dataset));
            m_names.push_back(tr("Predictions"));
        }
        if (dataset.classCount <= ConfusionMatrix::mostClasses) {
            m_outputs.push_back(new ConfusionView(experiment, dataset));
            m_names.push_back(tr("Confusion"));
        }
    }
    const bool hasUnits = std::ranges::any_of(experiment.runs, [&](const RunSpec& run) {
        return !effectiveHidden(experiment, run).empty();
    });
    if (hasUnits) {
        m_unit = dataset.featureCount == 1
                     ? static_cast<LearnedView*>(new UnitCurves(experiment, dataset))
                     : new UnitMaps(experiment, dataset);
        m_chooser = new UnitChooser(experiment);
    }
    if (m_outputs.empty()) {
        delete m_unit;
        delete m_chooser;
        clear();
        setBody(new EmptyState(tr("This data has no picture."),
                               tr("Choose data with one feature and a value, two features and two "
                                  "classes, or images.")));
    } else {
        makeBody(experiment);
    }
    emit requestChanged();
}

void LearnedTile::makeBody(const Experiment& experiment) {
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 4));
    const bool isOfOneRun = std::ranges::any_of(m_outputs, &LearnedView::isOfOneRun);
    if (isOfOneRun && experiment.runs.size() > 1) {
        QStringList names;
        for (const RunSpec& run : experiment.runs) {
            names << toQString(run.name);
        }
        m_runs = new Segments(names);
        m_runs->setAccessibleName(tr("Shown run"));
        m_runs->setCurrentIndex(0);
        connect(m_runs, &Segments::selected, this,
                [this](int run) { setSelectedRun(static_cast<std::size_t>(run)); });
        layout->addWidget(m_runs);
    }
    if (m_chooser != nullptr) {
        layout->addWidget(m_chooser);
        connect(m_chooser, &UnitChooser::chosen, this, &LearnedTile::requestChanged);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(this, gap));
    constexpr int predictionsShare = 2;
    constexpr int matrixShare = 3;
    for (LearnedView* view : m_outputs) {
        row->addWidget(view, view == m_outputs.back() ? matrixShare : predictionsShare);
    }
    if (m_unit != nullptr) {
        row->addWidget(m_unit, 1);
    }
    layout->addLayout(row, 1);
    setBody(body);

    m_choices = new Segments;
    m_choices->setObjectName(QStringLiteral("learnedChoices"));
    m_choices->setAccessibleName(tr("What is shown"));
    connect(m_choices, &Segments::selected, this, [this](int choice) {
        m_choiceBeforePin = -1; // a wish of its own outlives the pin
        choose(choice);
    });
    setHeaderWidget(m_choices);
    m_wasWide = isWide();
    showChoices();
}

bool LearnedTile::isWide() const {
    return width() >= scaled(this, wide);
}

bool LearnedTile::areOutputsTogether() const {
    return m_outputs.size() < 2 || isWide();
}

int LearnedTile::unitChoice() const {
    return areOutputsTogether() ? 1 : static_cast<int>(m_outputs.size());
}

bool LearnedTile::isUnitShown() const {
    return m_unit != nullptr && m_choice == unitChoice();
}

void LearnedTile::showChoices() {
    QStringList names;
    if (areOutputsTogether()) {
        names << tr("Output");
    } else {
        names = m_names;
    }
    if (m_unit != nullptr) {
        names << tr("Unit");
    }
    m_choices->setLabels(names);
    m_choices->setVisible(names.size() > 1);
    choose(std::min(m_choice, static_cast<int>(names.size()) - 1));
}

void LearnedTile::choose(int choice) {
    m_choice = choice;
    m_choices->setCurrentIndex(choice);
    const bool isUnit = isUnitShown();
    for (std::size_t i = 0; i < m_outputs.size(); ++i) {
        m_outputs[i]->setVisible(!isUnit &&
                                 (areOutputsTogether() || choice == static_cast<int>(i)));
    }
    if (m_unit != nullptr) {
        m_unit->setVisible(isUnit);
        m_chooser->setVisible(isUnit);
    }
    if (m_runs != nullptr) {
        m_runs->setVisible(!isUnit);
    }
    emit requestChanged();
}

void LearnedTile::pinUnit(UnitPlace place) {
    if (m_unit == nullptr) {
        return;
    }
    m_chooser->setPlace(place);
    if (!isUnitShown()) {
        m_choiceBeforePin = m_choice;
    }
    choose(unitChoice());
}

void LearnedTile::releaseUnit() {
    if (m_choiceBeforePin >= 0) {
        choose(std::exchange(m_choiceBeforePin, -1));
    }
}

void LearnedTile::setRunHidden(std::size_t run, bool isHidden) {
    forEachView([&](LearnedView& view) { view.setRunHidden(run, isHidden); });
}

void LearnedTile::setSelectedRun(std::size_t run) {
    if (m_runs != nullptr) {
        m_runs->setCurrentIndex(static_cast<int>(run));
    }
    forEachView([&](LearnedView& view) { view.setSelectedRun(run); });
}

void LearnedTile::addTo(PictureRequest& request) const {
    if (!isVisible() || m_outputs.empty()) {
        return;
    }
    if (isUnitShown()) {
        request.unit = m_chooser->place();
        return;
    }
    for (const LearnedView* view : m_outputs) {
        if (!view->isHidden()) {
            view->addTo(request);
        }
    }
}

void LearnedTile::showHistory(const std::vector<RunHistory>& history) {
    forEachView([&](LearnedView& view) { view.showHistory(history); });
}

void LearnedTile::showPictures(const Pictures& pictures) {
    forEachView([&](LearnedView& view) { view.showPictures(pictures); });
}

void LearnedTile::forEachView(const std::function<void(LearnedView&)>& visit) {
    for (LearnedView* view : m_outputs) {
        visit(*view);
    }
    if (m_unit != nullptr) {
        visit(*m_unit);
    }
}

void LearnedTile::resizeEvent(QResizeEvent* event) {
    Tile::resizeEvent(event);
    if (m_choices != nullptr && std::exchange(m_wasWide, isWide()) != isWide()) {
        // Side by side and one by one, the choices are others; the unit stays the last of them.
        const bool wasUnit = m_unit != nullptr && m_choice == m_choices->count() - 1;
        m_choiceBeforePin = std::min(m_choiceBeforePin, 0);
        m_choice = wasUnit ? unitChoice() : 0;
        showChoices();
    }
}

} // namespace reluscope::ui
