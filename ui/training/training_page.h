// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/tile_arrangement.h"
#include "ui/session/redraw_queue.h"

#include <QList>
#include <QWidget>

#include <vector>

class QAction;
class QScrollArea;

namespace reluscope::ui {

class DataFiles;
class EpochTile;
class EventsTile;
class ExperimentDocument;
class FileDialogs;
class GradientLadderTile;
class LearnedTile;
class NeuronsTile;
class RunChipRow;
class SetupDrawer;
class SetupPanel;
class SlowMotion;
class TileBoard;
class TimeBar;
class TrainingSession;
class UnitsTile;

/// The page on which networks race: the setup, the runs, and what becomes of them, live.
class TrainingPage : public QWidget {
    Q_OBJECT

  public:
    TrainingPage(ExperimentDocument& document, TrainingSession& session, FileDialogs& dialogs,
                 DataFiles& dataFiles, QWidget* parent = nullptr);
    ~TrainingPage() override;

    /// In front of an audience there is nothing to set up.
    void setSetupAvailable(bool isAvailable);

    /// Whether one step is shown with its numbers, in place of all tiles.
    void setSlowMotion(bool isShown);
    /// Null unless it is shown.
    SlowMotion* slowMotion() const;

    /// For the window's menu: which tiles are shown.
    QList<QAction*> tileToggles() const;
    TileArrangement tileArrangement() const;
    void setTileArrangement(const TileArrangement& arrangement);

  signals:
    /// Somebody wants to leave slow motion.
    void slowMotionClosed();
    void slowMotionPlayingChanged();

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void showExperiment();
    void showChips();
    void arrangeTiles();
    void watch();
    void setRunHidden(int run, bool isHidden);
    QString stateInWords(std::size_t run) const;

    TrainingSession& m_session;
    SetupPanel* m_setup;
    SetupDrawer* m_drawer;
    RunChipRow* m_chips;
    TileBoard* m_board;
    EpochTile* m_loss;
    EpochTile* m_accuracy;
    EpochTile* m_dead;
    NeuronsTile* m_neurons;
    GradientLadderTile* m_ladder;
    LearnedTile* m_learned;
    UnitsTile* m_units;
    EventsTile* m_events;
    TimeBar* m_time;
    SlowMotion* m_slowMotion;
    QScrollArea* m_tiles;
    RedrawQueue m_redraws;
    std::vector<std::size_t> m_historyViews;
    std::vector<std::size_t> m_pictureViews;
};

} // namespace reluscope::ui
