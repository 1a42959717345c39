// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window_under_test.h"
#include "ui/controls/number_field.h"
#include "ui/training/setup/data_files.h"
#include "ui/training/setup_panel.h"

#include <QMenu>

namespace reluscope::ui {

/// The Setup panel with a document, but with nothing that trains.
struct SetupUnderTest {
    ScriptedDialogs dialogs;
    ExperimentDocument document;
    QWidget window;
    DataFiles files;
    SetupPanel panel;

    explicit SetupUnderTest(Experiment experiment = startUpExperiment())
        : document(std::move(experiment))
        , files(document, dialogs, window)
        , panel(document, files) {
        panel.resize(280, 1100);
        panel.show();
        static_cast<void>(QTest::qWaitForWindowActive(&panel));
    }

    const Experiment& experiment() const { return document.experiment(); }
    void undo() { document.undoStack().undo(); }

    template <class Widget>
    Widget* find(const QString& name) {
        return panel.findChild<Widget*>(name);
    }

    /// Types into a field of numbers, as a person would.
    static void type(NumberField* field, const QString& text) {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    /// Chooses the entry with this text from the menu of a button or from one of its submenus.
    static bool choose(QMenu* menu, const QString& text) {
        emit menu->aboutToShow();
        for (QAction* action : menu->findChildren<QAction*>()) {
            if (action->text() == text && action->isEnabled() && action->menu() == nullptr) {
                action->trigger();
                return true;
            }
        }
        return false;
    }
};

} // namespace reluscope::ui
