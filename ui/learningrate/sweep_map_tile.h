// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/tile.h"
#include "ui/learningrate/sweep_map.h"

#include <QPointer>

namespace reluscope::ui {

class CellPopup;
class FileDialogs;
class HeatMap;

/// One figure of a sweep as a heat map: runs as rows, rates as columns.
class SweepMapTile : public Tile {
    Q_OBJECT

  public:
    SweepMapTile(SweepSession& sweep, SweepFigure figure, FileDialogs& dialogs,
                 QWidget* parent = nullptr);
    ~SweepMapTile() override;

    HeatMap& map() const { return *m_map; }

    /// Shows what there is; \p isOther: of another sweep than before.
    void showResults(bool isOther);

  signals:
    void cellActivated(QPoint place);

  private:
    QString titleText() const;
    QString noteText() const;
    QString cellWords(QPoint place) const;
    void readOut(std::optional<QPoint> place);

    SweepSession& m_sweep;
    SweepFigure m_figure;
    HeatMap* m_map;
    std::optional<Interval> m_range;
    QPointer<CellPopup> m_popup;
};

} // namespace reluscope::ui
