// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/tile_arrangement.h"
#include "ui/session/redraw_queue.h"

#include <QList>
#include <QWidget>

#include <array>
#include <optional>

class QAction;
class QScrollArea;

namespace reluscope {
struct Experiment;
}

namespace reluscope::ui {

class ExperimentDocument;
class FileDialogs;
class RangeTestSession;
class RangeTestTile;
class RateCurvesTile;
class SetupDrawer;
class SweepMapTile;
class SweepSession;
class TileBoard;

/// The page that compares learning rates: what a sweep of them is to be of, and what it finds,
/// live.
class LearningRatePage : public QWidget {
    Q_OBJECT

  public:
    LearningRatePage(ExperimentDocument& document, SweepSession& sweep, RangeTestSession& rangeTest,
                     FileDialogs& dialogs, QWidget* parent = nullptr);
    ~LearningRatePage() override;

    /// In front of an audience there is nothing to set up.
    void setSetupAvailable(bool isAvailable);

    /// For the window's menu: which tiles are shown.
    QList<QAction*> tileToggles() const;
    TileArrangement tileArrangement() const;
    void setTileArrangement(const TileArrangement& arrangement);

  signals:
    /// Somebody wants to see this run train.
    void openRequested(const reluscope::Experiment& experiment);

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QWidget* makeRangeTestSettings(RangeTestSession& rangeTest);
    void arrangeTiles();
    void showSweep();
    void pointAt(std::optional<QPoint> place);
    void open(QPoint place);

    SweepSession& m_sweep;
    SetupDrawer* m_drawer;
    TileBoard* m_board;
    std::array<SweepMapTile*, 4> m_maps;
    RateCurvesTile* m_curves;
    RangeTestTile* m_rangeTest;
    QScrollArea* m_tiles;
    RedrawQueue m_redraws;
    bool m_isSweepStale = false; ///< another one has come while nobody looked
};

} // namespace reluscope::ui
