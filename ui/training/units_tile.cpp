// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/units_tile.h"

#include "core/diagnosis/layer_statistics.h"
#include "ui/controls/empty_state.h"
#include "ui/controls/scroll_area.h"
#include "ui/controls/segments.h"
#include "ui/session/display_names.h"
#include "ui/training/unit_grid.h"
#include "ui/training/unit_grids.h"
#include "ui/training/unit_legend.h"
#include "ui/training/unit_popup.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimerEvent>

#include <algorithm>
#include <numeric>

namespace reluscope::ui {
namespace {

/// Of one run, so that all runs have room side by side.
constexpr std::size_t mostUnitsOfAll = 32;

std::size_t hiddenUnits(const Experiment& experiment, const RunSpec& run) {
    const auto& hidden = effectiveHidden(experiment, run);
    return std::accumulate(hidden.begin(), hidden.end(), std::size_t{0});
}

} // namespace

UnitsTile::UnitsTile(QWidget* parent)
    : Tile(tr("Units"), parent) {}

UnitsTile::~UnitsTile() {
    delete m_popup;
    setBody(nullptr); // while those that listen to it are there
}

void UnitsTile::setRuns(const Experiment& experiment, const Dataset& dataset) {
    release();
    m_pointedRun.reset();
    setBody(nullptr);
    m_grids.clear();
    m_selectedRun = 0;
    std::size_t most = 0;
    for (const RunSpec& run : experiment.runs) {
        most = std::max(most, hiddenUnits(experiment, run));
    }
    m_isOneShown = experiment.runs.size() == 1 || most > mostUnitsOfAll;
    setHeaderWidget(nullptr);
    m_runs = nullptr;
    m_legend = nullptr;
    m_content = nullptr;
    if (most == 0) {
        setBody(new EmptyState(tr("These networks have no hidden units."),
                               tr("Add a layer in the setup.")));
        emit requestChanged();
        return;
    }
    setHeaderWidget(makeHeader(experiment));
    m_content = new UnitGrids;
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        m_grids.push_back(
            makeGrid(experiment, run, std::min(probeBatchSize, dataset.train.count())));
    }
    QScrollArea* scroll = makeScrollArea(m_content);
    connect(scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &UnitsTile::readOut);
    setBody(scroll);
    showOneRun();
}

UnitGrid* UnitsTile::makeGrid(const Experiment& experiment, std::size_t run, std::size_t examples) {
    auto* grid = new UnitGrid(experiment, run, examples);
    grid->setCaptionShown(!m_isOneShown);
    m_content->addGrid(grid);
    connect(grid, &UnitGrid::pointedAtOther, this, [this, run] {
        if (m_grids[run]->pointedAt()) {
            m_pointedRun = run;
        } else if (m_pointedRun == run) {
            m_pointedRun.reset();
        }
        readOut();
    });
    connect(grid, &UnitGrid::pinRequested, this, [this, run](UnitPlace place) { pin(run, place); });
    connect(grid, &UnitGrid::releaseRequested, this, &UnitsTile::release);
    connect(grid, &UnitGrid::changeRequested, this,
            [this, run](ChangedField field, UnitPlace place) {
                emit changeRequested(run, field, place);
            });
    return grid;
}

QWidget* UnitsTile::makeHeader(const Experiment& experiment) {
    auto* header = new QWidget;
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    if (m_isOneShown && experiment.runs.size() > 1) {
        QStringList names;
        for (const RunSpec& run : experiment.runs) {
            names << toQString(run.name);
        }
        m_runs = new Segments(names);
        m_runs->setCurrentIndex(0);
        connect(m_runs, &Segments::selected, this,
                [this](int run) { setSelectedRun(static_cast<std::size_t>(run)); });
        layout->addWidget(m_runs);
    }
    m_legend = new UnitLegend;
    layout->addWidget(m_legend, 1);
    return header;
}

void UnitsTile::setRunHidden(std::size_t run, bool isHidden) {
    if (!m_isOneShown && run < m_grids.size()) {
        m_grids[run]->setVisible(!isHidden);
        m_content->arrange();
        release();
    }
}

void UnitsTile::setSelectedRun(std::size_t run) {
    if (!m_isOneShown || run >= m_grids.size() || run == m_selectedRun) {
        return;
    }
    m_selectedRun = run;
    if (m_runs != nullptr) {
        m_runs->setCurrentIndex(static_cast<int>(run));
    }
    release();
    showOneRun();
}

void UnitsTile::showOneRun() {
    if (m_isOneShown) {
        for (std::size_t run = 0; run < m_grids.size(); ++run) {
            m_grids[run]->setVisible(run == m_selectedRun);
        }
        const UnitCounts& counts = m_grids[m_selectedRun]->counts();
        m_legend->setCounts(counts.all() > 0 ? std::optional(counts) : std::nullopt);
    }
    m_content->arrange();
    emit requestChanged();
}

void UnitsTile::addTo(PictureRequest& request) const {
    request.units = isVisible() && !m_grids.empty();
    if (request.units && m_isOneShown) {
        request.unitsOf = m_selectedRun;
    }
}

void UnitsTile::showHistory(const std::vector<RunHistory>& history) {
    for (std::size_t run = 0; run < m_grids.size(); ++run) {
        m_grids[run]->setDiverged(history[run].divergence().has_value());
        m_grids[run]->setStopped(history[run].stop().has_value());
    }
}

void UnitsTile::showPictures(const Pictures& pictures) {
    for (std::size_t run = 0; run < m_grids.size(); ++run) {
        if (!m_grids[run]->isHidden()) {
            m_grids[run]->showPictures(pictures.runs[run]);
        }
    }
    if (m_isOneShown && !m_grids.empty() && m_grids[m_selectedRun]->counts().all() > 0) {
        m_legend->setCounts(m_grids[m_selectedRun]->counts());
    }
    readOut();
    m_isDescriptionStale = true;
    if (!m_descriptionClock.isActive()) {
        describe();
    }
}

void UnitsTile::describe() {
    // Who listens could not follow more often.
    constexpr int betweenDescriptions = 1000;
    m_descriptionClock.stop();
    if (!m_isDescriptionStale) {
        return;
    }
    m_isDescriptionStale = false;
    QStringList sentences;
    for (UnitGrid* grid : m_grids) {
        if (!grid->isHidden()) {
            grid->describe();
            sentences << grid->sentence();
        }
    }
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
    m_descriptionClock.start(betweenDescriptions, this);
}

void UnitsTile::timerEvent(QTimerEvent* event) {
    if (event->timerId() == m_descriptionClock.timerId()) {
        describe();
    } else {
        Tile::timerEvent(event);
    }
}

void UnitsTile::pin(std::size_t run, UnitPlace place) {
    const bool isPinned = m_pin && m_pin->run == run && m_pin->place == place;
    release();
    if (!isPinned) {
        m_pin = Pin{run, place};
        m_grids[run]->setPinned(place);
        emit pinned(place);
    }
    readOut();
}

void UnitsTile::release() {
    if (m_pin) {
        m_grids[m_pin->run]->setPinned(std::nullopt);
        m_pin.reset();
        emit released();
    }
    readOut();
}

void UnitsTile::readOut() {
    std::optional<Pin> shown = m_pin;
    if (!shown && m_pointedRun) {
        if (const auto place = m_grids[*m_pointedRun]->pointedAt()) {
            shown = Pin{*m_pointedRun, *place};
        }
    }
    if (!shown || !isVisible()) {
        if (m_popup) {
            m_popup->hide();
        }
        return;
    }
    const UnitGrid& grid = *m_grids[shown->run];
    const QRect cell = grid.cell(shown->place);
    if (!grid.visibleRegion().intersects(cell)) {
        popup().hide(); // scrolled away
        return;
    }
    popup().setReadout(grid.readout(shown->place));
    popup().setPinned(m_pin.has_value());
    popup().showBeside(QRect(grid.mapTo(window(), cell.topLeft()), cell.size()));
}

UnitPopup& UnitsTile::popup() {
    if (!m_popup) {
        m_popup = new UnitPopup(window());
        connect(m_popup, &UnitPopup::closeRequested, this, &UnitsTile::release);
        const auto request = [this](ChangedField field) {
            if (m_pin) {
                emit changeRequested(m_pin->run, field, m_pin->place);
            }
        };
        connect(m_popup, &UnitPopup::killRequested, this,
                [request] { request(ChangedField::Kill); });
        connect(m_popup, &UnitPopup::reviveRequested, this,
                [request] { request(ChangedField::Revive); });
    }
    return *m_popup;
}

void UnitsTile::showEvent(QShowEvent* event) {
    Tile::showEvent(event);
    emit requestChanged();
}

void UnitsTile::hideEvent(QHideEvent* event) {
    Tile::hideEvent(event);
    release();
    emit requestChanged();
}

void UnitsTile::resizeEvent(QResizeEvent* event) {
    Tile::resizeEvent(event);
    readOut();
}

} // namespace reluscope::ui
