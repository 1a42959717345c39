// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/tile_arrangement.h"

#include <QHash>
#include <QList>
#include <QWidget>

#include <vector>

class QAction;

namespace reluscope::ui {

class Tile;

/// A place for a tile in a row of the board.
struct TilePlace {
    Tile* tile;
    qreal width = 0; ///< in unscaled pixels; 0: a share of what the others leave
    int share = 1;
};

/// Places side by side. Rows share the board's height in proportion to theirs.
struct TileRow {
    std::vector<TilePlace> places;
    qreal height; ///< the least, in unscaled pixels
};

/// The tiles of a page in rows. Any can fill the whole board, change places with its neighbour, or
/// be hidden, by its own menu or by toggles() in the window's; what is hidden leaves its room to
/// its row. Where rows have not the height they need, the board is higher than what it is seen
/// through, which scrolls.
class TileBoard : public QWidget {
    Q_OBJECT

  public:
    explicit TileBoard(QWidget* parent = nullptr);

    /// Takes ownership of tiles. Those of an earlier arrangement that are not in this one are not
    /// shown; what was hidden, moved or maximized stays so.
    void setRows(const std::vector<TileRow>& rows);

    /// Whether there is anything to show on it at all.
    void setAvailable(Tile* tile, bool isAvailable);

    /// One for each tile there ever was, checked while it is shown.
    QList<QAction*> toggles() const;

    // Tiles are told apart by their object names.
    TileArrangement arrangement() const;
    /// Takes over what was made of the same tiles once, and nothing of other ones.
    void setArrangement(const TileArrangement& arrangement);

    QSize minimumSizeHint() const override;

  signals:
    /// A tile came into view, or went.
    void shownTilesChanged();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void adopt(Tile* tile);
    void swapWithNeighbour(Tile* tile, int step);
    void toggleMaximized(Tile* tile);
    bool isShown(Tile* tile) const; ///< unless another is maximized
    std::vector<TileRow> shownRows() const;
    void arrange();
    void placeRow(const TileRow& row, int top, int height);

    std::vector<TileRow> m_rows;
    QHash<Tile*, QAction*> m_toggles;
    QList<Tile*> m_tiles;           ///< in the order in which they came
    QHash<Tile*, Tile*> m_standIns; ///< who stands in a tile's place since they were swapped
    Tile* m_maximized = nullptr;
};

} // namespace reluscope::ui
