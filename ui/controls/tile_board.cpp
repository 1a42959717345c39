// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/tile_board.h"

#include "ui/controls/tile.h"
#include "ui/theme/theme.h"

#include <QAction>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

constexpr qreal gap = 8;

} // namespace

TileBoard::TileBoard(QWidget* parent)
    : QWidget(parent) {}

void TileBoard::setRows(const std::vector<TileRow>& rows) {
    m_rows = rows;
    for (const TileRow& row : m_rows) {
        for (const TilePlace& place : row.places) {
            if (!m_tiles.contains(place.tile)) {
                adopt(place.tile);
            }
        }
    }
    arrange();
}

void TileBoard::adopt(Tile* tile) {
    tile->setParent(this);
    m_tiles.push_back(tile);
    m_standIns[tile] = tile;
    connect(tile, &Tile::maximizeRequested, this, [this, tile] { toggleMaximized(tile); });

    auto* toggle = new QAction(tile->title(), this);
    toggle->setCheckable(true);
    toggle->setChecked(true);
    connect(toggle, &QAction::toggled, this, [this](bool) { arrange(); });
    m_toggles[tile] = toggle;

    auto* separator = new QAction(tile);
    separator->setSeparator(true);
    tile->addAction(separator);
    const auto addToMenu = [&](const QString& text, const auto& slot) {
        auto* action = new QAction(text, tile);
        connect(action, &QAction::triggered, this, slot);
        tile->addAction(action);
    };
    addToMenu(tr("Move back"), [this, tile] { swapWithNeighbour(tile, -1); });
    addToMenu(tr("Move on"), [this, tile] { swapWithNeighbour(tile, 1); });
    addToMenu(tr("Hide"), [toggle] { toggle->setChecked(false); });
}

QList<QAction*> TileBoard::toggles() const {
    QList<QAction*> actions;
    for (Tile* tile : m_tiles) {
        actions.push_back(m_toggles[tile]);
    }
    return actions;
}

TileArrangement TileBoard::arrangement() const {
    TileArrangement arrangement;
    for (Tile* tile : m_tiles) {
        if (!m_toggles[tile]->isChecked()) {
            arrangement.hidden << tile->objectName();
        }
        arrangement.order << m_standIns[tile]->objectName();
    }
    return arrangement;
}

void TileBoard::setArrangement(const TileArrangement& arrangement) {
    for (Tile* tile : m_tiles) {
        m_toggles[tile]->setChecked(!arrangement.hidden.contains(tile->objectName()));
        m_standIns[tile] = tile;
    }
    QList<Tile*> standIns;
    for (const QString& name : arrangement.order) {
        const auto named = std::ranges::find(m_tiles, name, &Tile::objectName);
        if (named != m_tiles.end() && !standIns.contains(*named)) {
            standIns << *named;
        }
    }
    if (standIns.size() == m_tiles.size()) {
        for (qsizetype place = 0; place < m_tiles.size(); ++place) {
            m_standIns[m_tiles[place]] = standIns[place];
        }
    }
    arrange();
}

void TileBoard::setAvailable(Tile* tile, bool isAvailable) {
    m_toggles[tile]->setEnabled(isAvailable);
    arrange();
}

bool TileBoard::isShown(Tile* tile) const {
    return m_toggles[tile]->isChecked() && m_toggles[tile]->isEnabled();
}

void TileBoard::toggleMaximized(Tile* tile) {
    m_maximized = m_maximized == tile ? nullptr : tile;
    arrange();
}

void TileBoard::swapWithNeighbour(Tile* tile, int step) {
    QList<Tile*> shown; // in reading order
    for (const TileRow& row : shownRows()) {
        for (const TilePlace& place : row.places) {
            shown.push_back(place.tile);
        }
    }
    const auto at = shown.indexOf(tile);
    const auto other = at + step;
    if (at < 0 || other < 0 || other >= shown.size()) {
        return;
    }
    const auto placeOf = [this](Tile* standIn) { return m_standIns.key(standIn); };
    std::swap(m_standIns[placeOf(tile)], m_standIns[placeOf(shown[other])]);
    arrange();
}

std::vector<TileRow> TileBoard::shownRows() const {
    std::vector<TileRow> shown;
    for (TileRow row : m_rows) {
        for (TilePlace& place : row.places) {
            place.tile = m_standIns[place.tile];
        }
        std::erase_if(row.places, [this](const TilePlace& place) { return !isShown(place.tile); });
        if (!row.places.empty()) {
            shown.push_back(std::move(row));
        }
    }
    return shown;
}

QSize TileBoard::minimumSizeHint() const {
    qreal height = 0;
    for (const TileRow& row : shownRows()) {
        height += row.height + gap;
    }
    return {0, m_maximized != nullptr ? 0 : scaled(this, std::max(0.0, height - gap))};
}

void TileBoard::resizeEvent(QResizeEvent*) {
    arrange();
}

void TileBoard::arrange() {
    const auto rows = shownRows();
    const auto isPlaced = [&](const Tile* tile) {
        return std::ranges::any_of(rows, [tile](const TileRow& row) {
            return std::ranges::find(row.places, tile, &TilePlace::tile) != row.places.end();
        });
    };
    if (m_maximized != nullptr && !isPlaced(m_maximized)) {
        m_maximized = nullptr;
    }
    bool hasChanged = false;
    for (Tile* tile : m_tiles) {
        const bool isShown = m_maximized == nullptr ? isPlaced(tile) : m_maximized == tile;
        hasChanged = hasChanged || isShown == tile->isHidden();
        tile->setVisible(isShown);
        tile->setMaximized(m_maximized == tile);
    }
    if (m_maximized != nullptr) {
        m_maximized->setGeometry(rect());
    } else {
        const int space = scaled(this, gap);
        const int room = height() - space * (static_cast<int>(rows.size()) - 1);
        qreal wanted = 0;
        for (const TileRow& row : rows) {
            wanted += row.height;
        }
        qreal above = 0;
        int top = 0;
        for (const TileRow& row : rows) {
            above += row.height;
            const int bottom = static_cast<int>(std::lround(room * above / wanted));
            const int gaps = space * static_cast<int>(&row - rows.data());
            placeRow(row, top + gaps, bottom - top);
            top = bottom;
        }
    }
    updateGeometry();
    if (hasChanged) {
        emit shownTilesChanged();
    }
}

void TileBoard::placeRow(const TileRow& row, int top, int height) {
    const int space = scaled(this, gap);
    int room = width() - space * (static_cast<int>(row.places.size()) - 1);
    int shares = 0;
    for (const TilePlace& place : row.places) {
        room -= scaled(this, place.width);
        shares += place.width > 0 ? 0 : place.share;
    }
    // Alone, or among others of fixed width, a tile has all that is left.
    const qreal stretch = shares > 0 ? 1 : static_cast<qreal>(width()) / (width() - room);
    int left = 0;
    for (const TilePlace& place : row.places) {
        const bool isLast = &place == &row.places.back();
        const int wide = place.width > 0 ? static_cast<int>(scaled(this, place.width) * stretch)
                                         : room * place.share / std::max(1, shares);
        place.tile->setGeometry(left, top, isLast ? width() - left : wide, height);
        left += wide + space;
    }
}

} // namespace reluscope::ui
