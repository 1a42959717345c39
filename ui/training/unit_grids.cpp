// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_grids.h"

#include "ui/theme/theme.h"
#include "ui/training/unit_grid.h"

#include <QEvent>

#include <algorithm>
#include <iterator>

namespace reluscope::ui {
namespace {

constexpr qreal columnGap = 24;
constexpr qreal mostColumnGap = 40;
constexpr qreal rowGap = 4;
constexpr qreal leastWidth = 168; ///< for a run's name and its state

} // namespace

UnitGrids::UnitGrids(QWidget* parent)
    : QWidget(parent) {}

void UnitGrids::addGrid(UnitGrid* grid) {
    grid->setParent(this);
    m_grids.push_back(grid);
}

void UnitGrids::arrange() {
    std::vector<UnitGrid*> shown;
    std::ranges::copy_if(m_grids, std::back_inserter(shown),
                         [](const UnitGrid* grid) { return !grid->isHidden(); });
    if (shown.empty() || parentWidget() == nullptr) {
        return;
    }
    const auto count = static_cast<int>(shown.size());
    const QSize room = parentWidget()->size();
    const int across = scaled(this, columnGap);
    const int down = scaled(this, rowGap);
    int columns = 1;
    int bestSide = 0;
    int bestHeight = 0;
    QSize bestSize;
    for (int candidate = 1; candidate <= count; ++candidate) {
        const int rows = (count + candidate - 1) / candidate;
        const QSize size((room.width() - (candidate - 1) * across) / candidate,
                         (room.height() - (rows - 1) * down) / rows);
        if (candidate > 1 && size.width() < scaled(this, leastWidth)) {
            break;
        }
        int side = size.height();
        int height = size.height();
        for (const UnitGrid* grid : shown) {
            side = grid->isEmpty() ? side : std::min(side, grid->sideIn(size));
            height = std::max(height, grid->heightIn(size));
        }
        const int all = rows * (height + down) - down;
        // Larger cells; of cells as large, those that need less scrolling.
        if (side > bestSide || (side == bestSide && all < bestHeight)) {
            columns = candidate;
            bestSide = side;
            bestHeight = all;
            bestSize = QSize(size.width(), height);
        }
    }
    // What they leave of the width is at the end, rather than between those to be compared.
    int wide = std::min(bestSize.width(), scaled(this, leastWidth));
    for (const UnitGrid* grid : shown) {
        wide = std::max(wide, grid->widthIn(bestSize));
    }
    const int step = std::min(bestSize.width() + across, wide + scaled(this, mostColumnGap));
    for (int index = 0; index < count; ++index) {
        shown[static_cast<std::size_t>(index)]->setGeometry(
            QRect(index % columns * step, index / columns * (bestSize.height() + down),
                  columns == 1 ? bestSize.width() : step - across, bestSize.height()));
    }
    setMinimumHeight(bestHeight > room.height() ? bestHeight : 0);
}

QSize UnitGrids::minimumSizeHint() const {
    return {scaled(this, leastWidth), 0};
}

bool UnitGrids::event(QEvent* event) {
    if (event->type() == QEvent::ParentChange && parentWidget() != nullptr) {
        // Its own height says nothing of the room that there is.
        parentWidget()->installEventFilter(this);
    }
    return QWidget::event(event);
}

bool UnitGrids::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace reluscope::ui
