// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/file_dialogs.h"

#include <QCoreApplication>
#include <QFile>
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

/// "PNG (*.png)"
QString pictureFilter(const QString& suffix) {
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
    const QString suffix = QFileInfo(suggestion).suffix();
    QFileDialog dialog(parent, text(QT_TRANSLATE_NOOP("FileDialogs", "Export picture")), {},
                       pictureFilter(suffix));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(suggestion);
    while (dialog.exec() == QDialog::Accepted) {
        const QString chosen = dialog.selectedFiles().constFirst();
        if (chosen.endsWith(QLatin1Char('.') + suffix, Qt::CaseInsensitive)) {
            return chosen;
        }
        // The dialog completes no name with another dot, so it has not asked about this file.
        const QString completed = chosen + QLatin1Char('.') + suffix;
        if (!QFile::exists(completed)) {
            return completed;
        }
        dialog.selectFile(completed);
    }
    return {};
}

} // namespace reluscope::ui
