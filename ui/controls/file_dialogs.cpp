// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/file_dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

namespace reluscope::ui {
namespace {

QString text(const char* english) {
    return QCoreApplication::translate("FileDialogs", english);
}

QString experimentFilter() {
    return text(QT_TRANSLATE_NOOP("FileDialogs", "Experiments")) +
           QStringLiteral(" (*.reluscope.json)");
}

/// "PNG (*.png)" for a file of that kind.
QString pictureFilter(const QString& file) {
    const QString suffix = QFileInfo(file).suffix();
    return QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix);
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

QString FileDialogs::askForPictureToSave(QWidget* parent, const QString& suggestion) {
    return QFileDialog::getSaveFileName(parent,
                                        text(QT_TRANSLATE_NOOP("FileDialogs", "Export picture")),
                                        suggestion, pictureFilter(suggestion));
}

} // namespace reluscope::ui
