// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/redraw_queue.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace reluscope::ui {

class Divider;
class EpochTile;
class EventsTile;
class ExperimentDocument;
class FileDialogs;
class LearnedTile;
class RunChipRow;
class SetupPanel;
class Tile;
class TimeBar;
class TrainingSession;

/// The page on which networks race: the setup, the runs, and what becomes of them, live.
class TrainingPage : public QWidget {
    Q_OBJECT

  public:
    TrainingPage(ExperimentDocument& document, TrainingSession& session, FileDialogs& dialogs,
                 QWidget* parent = nullptr);
    ~TrainingPage() override;

    /// In front of an audience there is nothing to set up.
    void setSetupAvailable(bool isAvailable);

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<Tile*> tiles() const;
    std::vector<Tile*> topTiles() const; ///< side by side: those that the data has figures for
    void arrangeTiles();
    void shareHeight();
    void foldSetup();
    void toggleMaximized(Tile* tile);
    void showExperiment();
    void showChips();
    void setRunHidden(int run, bool isHidden);
    QString stateInWords(std::size_t run) const;

    TrainingSession& m_session;
    SetupPanel* m_setup;
    Divider* m_setupEdge;
    QPushButton* m_setupButton;
    RunChipRow* m_chips;
    QGridLayout* m_grid;
    EpochTile* m_loss;
    EpochTile* m_accuracy;
    EpochTile* m_dead;
    LearnedTile* m_learned;
    EventsTile* m_events;
    TimeBar* m_time;
    Tile* m_maximized = nullptr;
    bool m_isSetupAvailable = true;
    bool m_isSetupOpen = false; ///< the drawer of a narrow window
    RedrawQueue m_redraws;
    std::size_t m_picturesView = 0;
    std::vector<std::size_t> m_historyViews;
};

} // namespace reluscope::ui
