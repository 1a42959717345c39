// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_map_tile.h"

#include "ui/learningrate/cell_popup.h"
#include "ui/learningrate/sweep_actions.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/learningrate/sweep_words.h"
#include "ui/plot/heat_map.h"

namespace reluscope::ui {

SweepMapTile::SweepMapTile(SweepSession& sweep, SweepFigure figure, FileDialogs& dialogs,
                           QWidget* parent)
    : Tile({}, parent)
    , m_sweep(sweep)
    , m_figure(figure)
    , m_map(new HeatMap) {
    setBody(m_map);
    addSweepMapActions(*this, *m_map, sweep, dialogs);
    m_map->setCellWords([this](QPoint place) { return cellWords(place); });
    connect(m_map, &HeatMap::pointed, this, &SweepMapTile::readOut);
    connect(m_map, &HeatMap::activated, this, &SweepMapTile::cellActivated);
    showResults(true);
}

SweepMapTile::~SweepMapTile() {
    delete m_popup;
}

QString SweepMapTile::titleText() const {
    switch (m_figure) {
    case SweepFigure::Loss:
        return tr("Final loss");
    case SweepFigure::TestAccuracy:
        return m_sweep.isRegression() ? tr("Test loss") : tr("Test accuracy");
    case SweepFigure::DeadFraction:
        return tr("Dead fraction");
    case SweepFigure::Diverged:
        break;
    }
    return tr("Diverged");
}

QString SweepMapTile::noteText() const {
    if (m_figure == SweepFigure::Diverged) {
        return tr("seeds whose loss left the finite range");
    }
    const std::size_t seeds = m_sweep.spec().seedCount;
    const QString median = seeds == 1 ? tr("one seed") : tr("median of %1 seeds").arg(seeds);
    if (m_figure == SweepFigure::DeadFraction) {
        return tr("%1; grey: none at all").arg(median);
    }
    const bool isLoss = m_figure == SweepFigure::Loss || m_sweep.isRegression();
    return isLoss ? tr("%1, log").arg(median) : median;
}

void SweepMapTile::showResults(bool isOther) {
    // The whole picture does not depend on the order in which its parts came.
    if (isOther || m_sweep.isComplete()) {
        m_range.reset();
    }
    setTitle(titleText());
    setNote(noteText());
    m_map->setAccessibleName(title());
    m_map->setContent(sweepMap(m_sweep, m_figure, m_range));
    m_map->setSummary(sweepMapSummary(m_sweep, m_figure));
    if (m_popup != nullptr && m_popup->isVisible()) {
        readOut(m_map->pointedAt());
    }
}

QString SweepMapTile::cellWords(QPoint place) const {
    const auto run = static_cast<std::size_t>(place.y());
    const auto rate = static_cast<std::size_t>(place.x());
    return QStringLiteral("%1: %2.").arg(cellTitle(m_sweep, run, rate),
                                         cellFigures(m_sweep, run, rate));
}

void SweepMapTile::readOut(std::optional<QPoint> place) {
    if (!place) {
        delete m_popup;
        return;
    }
    if (m_popup == nullptr) {
        m_popup = new CellPopup(window());
    }
    const auto run = static_cast<std::size_t>(place->y());
    const auto rate = static_cast<std::size_t>(place->x());
    const QRect cell = m_map->cell(*place);
    const bool canOpen = m_map->content().at(*place).state != HeatCell::State::Missing;
    m_popup->showBeside(QRect(m_map->mapTo(window(), cell.topLeft()), cell.size()),
                        cellTitle(m_sweep, run, rate), cellFigures(m_sweep, run, rate),
                        canOpen ? tr("open in Training") : QString());
}

} // namespace reluscope::ui
