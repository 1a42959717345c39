// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/file_dialogs.h"

#include "ui/controls/focus_ring.h"
#include "ui/theme/style_sheet.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace reluscope::ui {
namespace {

QString text(const char* english) {
    return QCoreApplication::translate("FileDialogs", english);
}

QString experimentSuffix() {
    return QStringLiteral("reluscope.json");
}

QString filter(const QString& name, const QString& suffix) {
    return QStringLiteral("%1 (*.%2)").arg(name, suffix);
}

QString experimentFilter() {
    return filter(text(QT_TRANSLATE_NOOP("FileDialogs", "Experiments")), experimentSuffix());
}

/// \p name with the suffix. What has the last part of it is given the rest: "a.json" becomes
/// "a.reluscope.json".
QString completed(const QString& name, const QString& suffix) {
    const QString ending = QLatin1Char('.') + suffix;
    if (name.endsWith(ending, Qt::CaseInsensitive)) {
        return name;
    }
    const QString last = QLatin1Char('.') + QFileInfo(ending).suffix();
    return (name.endsWith(last, Qt::CaseInsensitive) ? name.chopped(last.size()) : name) + ending;
}

/// Empty where the user changed their mind. The answer has the suffix.
QString askForNameToSave(QWidget* parent, const QString& title, const QString& suggestion,
                         const QString& filter, const QString& suffix) {
    QFileDialog dialog(parent, title, {}, filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(suggestion);
    while (dialog.exec() == QDialog::Accepted) {
        const QString chosen = dialog.selectedFiles().constFirst();
        const QString name = completed(chosen, suffix);
        // The dialog completes no name with another dot, so it has not asked about such a file.
        if (name == chosen || !QFile::exists(name)) {
            return name;
        }
        dialog.selectFile(name);
    }
    return {};
}

} // namespace

QString FileDialogs::askForExperimentToOpen(QWidget* parent) {
    return QFileDialog::getOpenFileName(
        parent, text(QT_TRANSLATE_NOOP("FileDialogs", "Open experiment")), {}, experimentFilter());
}

QString FileDialogs::askForDataToOpen(QWidget* parent) {
    const QString data = text(QT_TRANSLATE_NOOP("FileDialogs", "Data (CSV, IDX)"));
    const QString all = text(QT_TRANSLATE_NOOP("FileDialogs", "All files"));
    return QFileDialog::getOpenFileName(
        parent, text(QT_TRANSLATE_NOOP("FileDialogs", "Open data")), {},
        QStringLiteral("%1 (*.csv *.csv.gz *.tsv *.txt *idx*);;%2 (*)").arg(data, all));
}

QString FileDialogs::askForExperimentToSave(QWidget* parent, const QString& suggestion) {
    return askForNameToSave(parent, text(QT_TRANSLATE_NOOP("FileDialogs", "Save experiment")),
                            suggestion, experimentFilter(), experimentSuffix());
}

QString FileDialogs::askForPictureToSave(QWidget* parent, const QString& suggestion) {
    const QString suffix = QFileInfo(suggestion).suffix();
    return askForNameToSave(parent, text(QT_TRANSLATE_NOOP("FileDialogs", "Export picture")),
                            suggestion, filter(suffix.toUpper(), suffix), suffix);
}

QString FileDialogs::askForTableToSave(QWidget* parent, const QString& suggestion) {
    const QString suffix = QStringLiteral("csv");
    return askForNameToSave(parent, text(QT_TRANSLATE_NOOP("FileDialogs", "Export results")),
                            suggestion, filter(suffix.toUpper(), suffix), suffix);
}

SaveAnswer FileDialogs::askWhetherToSave(QWidget* parent, const QString& title) {
    QMessageBox box(QMessageBox::NoIcon, text(QT_TRANSLATE_NOOP("FileDialogs", "Save experiment")),
                    text(QT_TRANSLATE_NOOP("FileDialogs", "Save the changes to “%1”?")).arg(title),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(
        text(QT_TRANSLATE_NOOP("FileDialogs", "Without saving, they are lost.")));
    box.button(QMessageBox::Save)->setText(text(QT_TRANSLATE_NOOP("FileDialogs", "&Save")));
    box.button(QMessageBox::Discard)->setText(text(QT_TRANSLATE_NOOP("FileDialogs", "&Discard")));
    box.button(QMessageBox::Cancel)->setText(text(QT_TRANSLATE_NOOP("FileDialogs", "Cancel")));
    box.setDefaultButton(QMessageBox::Save);
    setPrimary(box.button(QMessageBox::Save), true);
    new FocusRing(&box);
    switch (box.exec()) {
    case QMessageBox::Save:
        return SaveAnswer::Save;
    case QMessageBox::Discard:
        return SaveAnswer::Discard;
    default:
        return SaveAnswer::Cancel;
    }
}

} // namespace reluscope::ui
