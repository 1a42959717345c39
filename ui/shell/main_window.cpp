// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/controls/focus_ring.h"
#include "ui/controls/message_bar.h"
#include "ui/controls/rail.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/curves_page.h"
#include "ui/learningrate/learning_rate_page.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/session/problem_text.h"
#include "ui/session/training_session.h"
#include "ui/shell/appearance_menus.h"
#include "ui/shell/history_menu.h"
#include "ui/shell/language_controller.h"
#include "ui/shell/player.h"
#include "ui/shell/speed_control.h"
#include "ui/shell/status_line.h"
#include "ui/shell/tool_bar.h"
#include "ui/shell/window_actions.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"
#include "ui/theme/theme_controller.h"
#include "ui/training/training_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusTipEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace reluscope::ui {

MainWindow::MainWindow(const WindowParts& parts, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_parts(parts)
    , m_files(parts.document, parts.dialogs, *this)
    , m_dataFiles(parts.document, parts.dialogs, *this) {
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(1024, 600);
    setAcceptDrops(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);

    connect(&m_files, &ExperimentFiles::failed, this, &MainWindow::showError);
    connect(&m_dataFiles, &DataFiles::failed, this, &MainWindow::showError);
    connect(&parts.session, &TrainingSession::failed, this, &MainWindow::showError);
    connect(&parts.session, &TrainingSession::stateChanged, this, &MainWindow::showState);
    connect(&parts.session, &TrainingSession::opened, this, &MainWindow::showCurveStyles);
    connect(&parts.document, &ExperimentDocument::opened, this, &MainWindow::showTitle);
    connect(&parts.document, &ExperimentDocument::pathChanged, this, &MainWindow::showTitle);
    connect(&parts.document.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::showTitle);
    connect(&parts.language, &LanguageController::changed, this, &MainWindow::rebuild);
    connect(&parts.theme, &ThemeController::changed, this, [this] {
        if (scaleOf(this) != m_builtScale) {
            rebuild();
        }
    });
    m_undoGroup.addStack(&parts.document.undoStack());
    m_undoGroup.addStack(&parts.curves.undoStack());
    m_undoGroup.addStack(&parts.sweep.plan().undoStack());
    // From the page of learning rates the document changes, too: Undo means what was done last.
    for (QUndoStack* stack : {&parts.document.undoStack(), &parts.sweep.plan().undoStack()}) {
        connect(stack, &QUndoStack::indexChanged, this, [this, stack] {
            if (m_page == Page::LearningRate) {
                m_undoGroup.setActiveStack(stack);
            }
        });
    }
    showCurveStyles();
    build();
    new FocusRing(this);
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
    m_builtScale = scaleOf(this);
    m_content = new QWidget;
    m_actions = new WindowActions(m_content);
    m_message = new MessageBar;
    m_message->setObjectName(QStringLiteral("messageBar"));

    auto* languageMenu = new QMenu(m_content);
    fillLanguageMenu(*languageMenu, m_parts.language);
    auto* themeMenu = new QMenu(m_content);
    fillThemeMenu(*themeMenu, m_parts.theme);
    m_speed = new SpeedControl(m_parts.session.speed());
    connect(m_speed, &SpeedControl::speedChanged, &m_parts.session, &TrainingSession::setSpeed);
    QString languageName;
    for (const auto& language : LanguageController::languages()) {
        if (language.code == m_parts.language.code()) {
            languageName = language.name;
        }
    }
    auto* toolBar = new ToolBar(*m_actions, m_speed, themeMenu, languageMenu, languageName);
    QWidget* pages = makePages();
    QWidget* menuRow = makeMenuRow();
    m_status = new StatusLine(m_parts.document, m_parts.session, m_parts.curves, m_parts.sweep,
                              m_parts.rangeTest);
    m_player = new Player(*m_actions,
                          {m_parts.document, m_parts.session, m_parts.sweep, *m_training, *m_speed},
                          m_content);

    auto* besideRail = new QVBoxLayout;
    besideRail->setSpacing(0);
    besideRail->addWidget(toolBar);
    besideRail->addWidget(m_message);
    besideRail->addWidget(pages, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(besideRail, 1);
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(menuRow);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);

    for (QWidget* chrome : {menuRow, static_cast<QWidget*>(toolBar), static_cast<QWidget*>(m_rail),
                            static_cast<QWidget*>(m_status)}) {
        chrome->setVisible(!m_isPresenting);
    }
    this->layout()->addWidget(m_content);
    connectActions();
    setPage(m_page);
    setSlowMotion(m_isSlowMotion);
    showTitle();
    showState();
    toolBar->setFocus(); // on Run, where Space does what it does everywhere
}

TileArrangement MainWindow::tileArrangement() const {
    TileArrangement all = m_training->tileArrangement();
    const TileArrangement others = m_learningRate->tileArrangement();
    all.hidden << others.hidden;
    all.order << others.order;
    return all;
}

void MainWindow::setTileArrangement(const TileArrangement& arrangement) {
    m_training->setTileArrangement(arrangement);
    m_learningRate->setTileArrangement(arrangement);
}

void MainWindow::rebuild() {
    const TileArrangement tiles = tileArrangement();
    // The button that asked for it may be among what goes.
    m_content->hide();
    layout()->removeWidget(m_content);
    m_content->deleteLater();
    m_content->setParent(nullptr);
    build();
    setTileArrangement(tiles);
}

QWidget* MainWindow::makeMenuRow() {
    constexpr qreal rowHeight = 28;
    auto* menus = new QMenuBar;
    menus->setNativeMenuBar(false);
    fillFileMenu(*menus->addMenu(tr("&File")));
    QMenu* edit = menus->addMenu(tr("&Edit"));
    edit->addAction(m_actions->undo);
    edit->addAction(m_actions->redo);
    fillViewMenu(*menus->addMenu(tr("&View")));
    QMenu* run = menus->addMenu(tr("&Run"));
    run->addActions({m_actions->run, m_actions->step, m_actions->epoch});
    run->addSeparator();
    run->addActions({m_actions->rewind, m_actions->newSeed});
    run->addSeparator();
    fillHistoryMenu(*run->addMenu(tr("&Memory for the past")), m_parts.session);
    menus->addMenu(tr("&Help"))->addAction(m_actions->about);

    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextRole(m_title, TextRole::Secondary);
    auto* row = new QWidget;
    row->setFixedHeight(std::max(scaled(this, rowHeight), menus->sizeHint().height()));
    auto* layout = new QGridLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    // In the middle of the window, or beside the menus where those reach so far.
    m_title->setMinimumWidth(1);
    layout->addWidget(menus, 0, 0, 1, 3);
    layout->addWidget(m_title, 0, 1);
    layout->setColumnMinimumWidth(0, menus->sizeHint().width());
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(2, 1);
    return row;
}

QWidget* MainWindow::makePages() {
    m_pages = new QStackedWidget;
    m_rail = new Rail;
    m_rail->setObjectName(QStringLiteral("rail"));
    // In the order of Page.
    m_rail->addPage(IconName::Curves, tr("Curves"));
    m_pages->addWidget(new CurvesPage(m_parts.curves, m_parts.dialogs));
    m_rail->addPage(IconName::Training, tr("Training"));
    m_training = new TrainingPage(m_parts.document, m_parts.session, m_parts.dialogs, m_dataFiles);
    m_training->setSetupAvailable(!m_isPresenting);
    connect(m_training, &TrainingPage::slowMotionClosed, this, [this] { setSlowMotion(false); });
    m_pages->addWidget(m_training);
    m_rail->addPage(IconName::LearningRate, tr("Learning rate"));
    m_learningRate =
        new LearningRatePage(m_parts.document, m_parts.sweep, m_parts.rangeTest, m_parts.dialogs);
    m_learningRate->setSetupAvailable(!m_isPresenting);
    connect(m_learningRate, &LearningRatePage::openRequested, this, &MainWindow::openRun);
    m_pages->addWidget(m_learningRate);
    connect(m_rail, &Rail::selected, this, [this](int page) { setPage(static_cast<Page>(page)); });
    return m_pages;
}

void MainWindow::fillFileMenu(QMenu& menu) {
    menu.addAction(m_actions->open);
    QMenu* exampleMenu = menu.addMenu(tr("&Examples"));
    for (const Example& example : examples()) {
        exampleMenu->addAction(example.title, this, [this, resource = example.resource] {
            m_files.openExample(resource, [this] { setPage(Page::Training); });
        });
    }
    menu.addSeparator();
    menu.addActions({m_actions->save, m_actions->saveAs});
    menu.addSeparator();
    menu.addAction(m_actions->quit);
}

void MainWindow::fillViewMenu(QMenu& menu) {
    menu.addAction(tr("&Curves"), this, [this] { setPage(Page::Curves); })
        ->setShortcut(QKeySequence(QStringLiteral("Ctrl+1")));
    menu.addAction(tr("&Training"), this, [this] { setPage(Page::Training); })
        ->setShortcut(QKeySequence(QStringLiteral("Ctrl+2")));
    menu.addAction(tr("Learning &rate"), this, [this] { setPage(Page::LearningRate); })
        ->setShortcut(QKeySequence(QStringLiteral("Ctrl+3")));
    QMenu* tiles = menu.addMenu(tr("T&iles"));
    tiles->addActions(m_training->tileToggles());
    tiles->addSeparator();
    tiles->addActions(m_learningRate->tileToggles());
    tiles->addSeparator();
    tiles->addAction(tr("&Show all in their places"), this, [this] { setTileArrangement({}); })
        ->setObjectName(QStringLiteral("resetTiles"));
    menu.addAction(m_actions->slowMotion);
    menu.addSeparator();
    fillThemeMenu(*menu.addMenu(tr("T&heme")), m_parts.theme);
    fillLanguageMenu(*menu.addMenu(tr("&Language")), m_parts.language);
    menu.addSeparator();
    menu.addActions({m_actions->enlargeText, m_actions->shrinkText, m_actions->resetText});
    menu.addSeparator();
    menu.addAction(m_actions->presentation);
}

void MainWindow::connectActions() {
    const WindowActions& actions = *m_actions;
    connect(actions.open, &QAction::triggered, &m_files, &ExperimentFiles::askAndOpen);
    connect(actions.save, &QAction::triggered, &m_files, &ExperimentFiles::save);
    connect(actions.saveAs, &QAction::triggered, &m_files, &ExperimentFiles::saveAs);
    connect(actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(actions.undo, &QAction::triggered, &m_undoGroup, &QUndoGroup::undo);
    connect(actions.redo, &QAction::triggered, &m_undoGroup, &QUndoGroup::redo);
    connect(&m_undoGroup, &QUndoGroup::undoTextChanged, m_actions, &WindowActions::setUndoText);
    connect(&m_undoGroup, &QUndoGroup::redoTextChanged, m_actions, &WindowActions::setRedoText);
    connect(&m_undoGroup, &QUndoGroup::canUndoChanged, actions.undo, &QAction::setEnabled);
    connect(&m_undoGroup, &QUndoGroup::canRedoChanged, actions.redo, &QAction::setEnabled);
    m_actions->setUndoText(m_undoGroup.undoText());
    m_actions->setRedoText(m_undoGroup.redoText());
    actions.undo->setEnabled(m_undoGroup.canUndo());
    actions.redo->setEnabled(m_undoGroup.canRedo());

    connect(actions.slowMotion, &QAction::triggered, this, [this](bool isShown) {
        setPage(Page::Training);
        setSlowMotion(isShown);
    });
    connect(actions.enlargeText, &QAction::triggered, &m_parts.theme,
            &ThemeController::enlargeText);
    connect(actions.shrinkText, &QAction::triggered, &m_parts.theme, &ThemeController::shrinkText);
    connect(actions.resetText, &QAction::triggered, &m_parts.theme,
            &ThemeController::resetTextScale);
    connect(actions.presentation, &QAction::triggered, this,
            [this] { setPresenting(!m_isPresenting); });
    connect(actions.about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::setSlowMotion(bool isShown) {
    m_isSlowMotion = isShown;
    m_actions->slowMotion->setChecked(isShown);
    m_training->setSlowMotion(isShown);
    m_player->showState();
}

void MainWindow::setPage(Page page) {
    m_page = page;
    m_rail->setCurrentIndex(static_cast<int>(page));
    m_pages->setCurrentIndex(static_cast<int>(page));
    m_status->setPage(page);
    m_player->setPage(page);
    m_undoGroup.setActiveStack(&undoStack());
}

QUndoStack& MainWindow::undoStack() const {
    switch (m_page) {
    case Page::Curves:
        return m_parts.curves.undoStack();
    case Page::LearningRate:
        return m_parts.sweep.plan().undoStack();
    case Page::Training:
        break;
    }
    return m_parts.document.undoStack();
}

/// In place of the experiment that there is, which Undo brings back.
void MainWindow::openRun(const Experiment& experiment) {
    m_parts.document.edit(tr("open a run of the sweep"),
                          [&experiment](Experiment& current) { current = experiment; });
    setPage(Page::Training);
    m_parts.session.play();
}

void MainWindow::setPresenting(bool isPresenting) {
    if (m_isPresenting == isPresenting) {
        return;
    }
    m_isPresenting = isPresenting;
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, isPresenting));
    const double scaleBefore = m_builtScale;
    m_parts.theme.setPresenting(isPresenting);
    if (m_builtScale == scaleBefore) {
        rebuild();
    }
}

void MainWindow::showTitle() {
    QString title = titleOf(m_parts.document.experiment());
    if (m_parts.document.isModified()) {
        title = tr("%1, changed").arg(title);
    }
    m_title->setText(title);
    setWindowTitle(tr("%1 – Reluscope").arg(title));
}

void MainWindow::showState() {
    m_parts.curves.setTraining(m_parts.session.isTraining());
}

void MainWindow::showCurveStyles() {
    std::vector<const ActivationInfo*> activations;
    for (const RunSpec& run : m_parts.document.experiment().runs) {
        activations.push_back(run.activations.size() == 1 ? run.activations.front().info : nullptr);
    }
    m_parts.curves.setRunActivations(activations);
}

void MainWindow::showError(const InputError& error) {
    m_message->showMessage(problemText(error), toQString(error.expected()));
}

void MainWindow::showAbout() {
    QMessageBox::about(
        this, tr("About Reluscope"),
        tr("<b>Reluscope %1</b><p>An oscilloscope for activation functions: watch them bend, "
           "learn, saturate and die.</p><p>Free software under the GNU General Public License, "
           "version 3 or later.</p>")
            .arg(QApplication::applicationVersion()));
}

QSize MainWindow::sizeHint() const {
    return {1440, 900};
}

bool MainWindow::event(QEvent* event) {
    // A focused button takes Space for itself; elsewhere it runs and pauses.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space &&
        qobject_cast<QAbstractButton*>(QApplication::focusWidget()) != nullptr) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::StatusTip) {
        m_status->tell(static_cast<QStatusTipEvent*>(event)->tip());
        return true;
    }
    return QWidget::event(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_isPresenting) {
        setPresenting(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_maySafelyClose || !m_parts.document.isModified()) {
        event->accept();
        return;
    }
    event->ignore();
    m_files.afterChanges([this] {
        m_maySafelyClose = true;
        // While it is being closed, a window does not close again.
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    });
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.front().isLocalFile()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    // What it may have to ask must not keep the program waiting that the file comes from.
    QMetaObject::invokeMethod(
        this,
        [this, path = event->mimeData()->urls().front().toLocalFile().toStdString()] {
            openDropped(path);
        },
        Qt::QueuedConnection);
}

void MainWindow::openDropped(const std::filesystem::path& path) {
    if (path.extension() == ".json") {
        m_files.open(path);
    } else {
        m_dataFiles.open(path);
        setPage(Page::Training);
    }
}

} // namespace reluscope::ui
