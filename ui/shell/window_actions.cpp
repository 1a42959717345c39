// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_actions.h"

#include "ui/theme/icons.h"

#include <QWidget>

namespace reluscope::ui {

WindowActions::WindowActions(QWidget* window)
    : QObject(window)
    , open(make(window, tr("&Open…"), "open", {QKeySequence::Open}))
    , save(make(window, tr("&Save"), "save", {QKeySequence::Save}))
    , saveAs(
          make(window, tr("Save &as…"), "saveAs", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}))
    , quit(make(window, tr("&Quit"), "quit", {QKeySequence(Qt::CTRL | Qt::Key_Q)}))
    , undo(make(window, {}, "undo", {QKeySequence::Undo}))
    , redo(make(
          window, {}, "redo",
          {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)}))
    , run(make(window, tr("Run"), "run", {QKeySequence(Qt::Key_Space)}))
    , step(make(window, tr("Step"), "step", {QKeySequence(Qt::Key_Period)}))
    , epoch(make(window, tr("Epoch"), "epoch", {QKeySequence(Qt::Key_E)}))
    , rewind(make(window, tr("Rewind"), "rewind", {QKeySequence(Qt::Key_R)}))
    , newSeed(make(window, tr("New seed"), "newSeed", {QKeySequence(Qt::Key_N)}))
    , enlargeText(make(window, tr("&Larger text"), "enlargeText",
                       {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)}))
    , shrinkText(make(window, tr("&Smaller text"), "shrinkText", {QKeySequence::ZoomOut}))
    , resetText(make(window, tr("&Normal text"), "resetText", {QKeySequence(Qt::CTRL | Qt::Key_0)}))
    , slowMotion(make(window, tr("&Slow motion"), "slowMotion", {QKeySequence(Qt::Key_M)}))
    , presentation(make(window, tr("Presentation"), "presentation", {QKeySequence(Qt::Key_F11)}))
    , about(make(window, tr("&About Reluscope"), "about")) {
    step->setIcon(icon(IconName::Step));
    step->setToolTip(tr("Train one batch (%1)").arg(QStringLiteral(".")));
    epoch->setIcon(icon(IconName::Epoch));
    epoch->setToolTip(tr("Train to the end of the epoch (%1)").arg(QStringLiteral("E")));
    rewind->setIcon(icon(IconName::Rewind));
    rewind->setToolTip(tr("Back to epoch 0 and the same weights (%1)").arg(QStringLiteral("R")));
    newSeed->setIcon(icon(IconName::NewSeed));
    newSeed->setToolTip(tr("Start afresh from other weights (%1)").arg(QStringLiteral("N")));
    slowMotion->setCheckable(true);
    presentation->setIcon(icon(IconName::Presentation));
    setUndoText({});
    setRedoText({});
}

QAction* WindowActions::make(QWidget* window, const QString& text, const char* name,
                             const QList<QKeySequence>& shortcuts) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(shortcuts);
    window->addAction(action);
    return action;
}

void WindowActions::setRunning(bool isRunning, const QString& running) {
    run->setText(isRunning ? tr("Pause") : tr("Run"));
    run->setIcon(icon(isRunning ? IconName::Pause : IconName::Run, IconGround::Accent));
    run->setToolTip(isRunning ? tr("Pause (Space)") : running);
}

void WindowActions::setUndoText(const QString& text) {
    undo->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(text));
}

void WindowActions::setRedoText(const QString& text) {
    redo->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(text));
}

} // namespace reluscope::ui
