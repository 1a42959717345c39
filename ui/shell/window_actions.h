// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

namespace reluscope::ui {

/// Everything that can be done in the window, each once: menus, toolbar and shortcuts show the same
/// actions. They say what they are; the window connects them to what they do.
class WindowActions : public QObject {
    Q_OBJECT

  public:
    explicit WindowActions(QWidget* window);

    QAction* open;
    QAction* save;
    QAction* saveAs;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    QAction* run; ///< reads "Pause" while anything runs
    QAction* step;
    QAction* epoch;
    QAction* rewind;
    QAction* newSeed;
    QAction* enlargeText;
    QAction* shrinkText;
    QAction* resetText;
    QAction* slowMotion; ///< checked while it is shown
    QAction* presentation;
    QAction* about;

    /// Run and Pause are one action; \p running is what Run does.
    void setRunning(bool isRunning, const QString& running);
    /// \p text is what would be undone, redone; empty if nothing would.
    void setUndoText(const QString& text);
    void setRedoText(const QString& text);

  private:
    QAction* make(QWidget* window, const QString& text, const char* name,
                  const QList<QKeySequence>& shortcuts = {});
};

} // namespace reluscope::ui
