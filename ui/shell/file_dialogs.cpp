// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace reluscope::ui {
namespace {

QString text(const char* english) {
    return QCoreApplication::translate("FileDialogs", english);
}

QString experimentFilter() {
    return text(QT_TRANSLATE_NOOP("FileDialogs", "Experiments")) +
           QStringLiteral(" (*.reluscope.json)");
}

} // namespace

QString FileDialogs::askForExperimentToOpen(QWidget* parent) {
    return QFileDialog::getOpenFileName(
        parent, text(QT_TRANSLATE_NOOP("FileDialogs", "Open experiment")), {}, experimentFilter());
}

QString FileDialogs::askForExperimentToSave(QWidget* parent, const QString& suggestion) {
    return QFileDialog::getSaveFileName(parent,
                                        text(QT_TRANSLATE_NOOP("FileDialogs", "Save experiment")),
                                        suggestion, experimentFilter());
}

} // namespace reluscope::ui
