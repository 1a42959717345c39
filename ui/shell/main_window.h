// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"
#include "ui/controls/file_dialogs.h"
#include "ui/controls/tile_arrangement.h"
#include "ui/shell/experiment_files.h"
#include "ui/shell/page.h"
#include "ui/training/setup/data_files.h"

#include <QUndoGroup>
#include <QWidget>

#include <memory>

class QLabel;
class QMenu;
class QMenuBar;
class QStackedWidget;

namespace reluscope::ui {

class CurvesModel;
class ExperimentDocument;
class LanguageController;
class LearningRatePage;
class MessageBar;
class Player;
class Rail;
class RangeTestSession;
class SpeedControl;
class StatusLine;
class SweepSession;
class TrainingPage;
class ThemeController;
class TrainingSession;
class WindowActions;

/// What the window shows and controls; all of it outlives the window.
struct WindowParts {
    ExperimentDocument& document;
    TrainingSession& session;
    CurvesModel& curves;
    ThemeController& theme;
    LanguageController& language;
    FileDialogs& dialogs;
    SweepSession& sweep;
    RangeTestSession& rangeTest;
};

/// The window: menus, toolbar and rail around the pages.
///
/// Everything in it is made anew when the language or the size of the text changes; what is shown
/// stands in the parts, so nothing is lost by that.
class MainWindow : public QWidget {
    Q_OBJECT

  public:
    explicit MainWindow(const WindowParts& parts, QWidget* parent = nullptr);
    ~MainWindow() override;

    Page page() const { return m_page; }
    void setPage(Page page);

    bool isPresenting() const { return m_isPresenting; }
    void setPresenting(bool isPresenting);

    /// Which tiles of the pages are shown, and where: stays, and is to be kept for the next start.
    TileArrangement tileArrangement() const;
    void setTileArrangement(const TileArrangement& arrangement);
    /// Whether the Training page shows one step, phase by phase: then Run and Step go through them.
    void setSlowMotion(bool isShown);

    void showError(const InputError& error);

    QSize sizeHint() const override;

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void build();
    void rebuild();
    void connectActions();
    QWidget* makeMenuRow();
    QWidget* makePages();
    void fillFileMenu(QMenu& menu);
    void fillViewMenu(QMenu& menu);
    void openRun(const Experiment& experiment);
    QUndoStack& undoStack() const;
    void showTitle();
    void showState();
    void showCurveStyles();
    void openDropped(const std::filesystem::path& path);
    void showAbout();

    WindowParts m_parts;
    ExperimentFiles m_files;
    DataFiles m_dataFiles;
    /// Undo takes back what was done on the page that is shown: nothing changes out of sight.
    QUndoGroup m_undoGroup;
    Page m_page = Page::Training;
    bool m_isPresenting = false;
    bool m_isSlowMotion = false;
    bool m_maySafelyClose = false; ///< changes are saved or given up
    double m_builtScale = 0;

    QWidget* m_content = nullptr; ///< all that build() makes
    WindowActions* m_actions = nullptr;
    Player* m_player = nullptr;
    SpeedControl* m_speed = nullptr;
    QLabel* m_title = nullptr;
    MessageBar* m_message = nullptr;
    Rail* m_rail = nullptr;
    QStackedWidget* m_pages = nullptr;
    TrainingPage* m_training = nullptr;
    LearningRatePage* m_learningRate = nullptr;
    StatusLine* m_status = nullptr;
};

} // namespace reluscope::ui
