// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_export.h"

#include <QFutureWatcher>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace reluscope::ui {

class FileDialogs;
class NumberField;
class Segments;

/// Asks in which format and size a plot or map is to be exported, in a small panel over the window
/// that stops nothing. Closes by itself when that goes out of sight. What has been saved it tells
/// the window as a status tip.
class ExportForm : public QWidget {
    Q_OBJECT

  public:
    /// Opens it with its right upper corner near `corner` of the window.
    static void open(const PictureSource& source, FileDialogs& dialogs, QPoint corner);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    ExportForm(const PictureSource& source, FileDialogs& dialogs);

    void addRow(const QString& label, QWidget* control);
    NumberField* makeSizeField(const QString& label, const char* name, int pixels);
    QPushButton* addButtons();
    void showState();
    void save();
    void showOutcome();
    void leave();
    void tell(const QString& note);
    [[nodiscard]] PictureOptions options() const;
    [[nodiscard]] QString problem() const; ///< empty: the entries can be saved
    [[nodiscard]] QString sizeWords() const;

    PictureSource m_source;
    FileDialogs& m_dialogs;
    QGridLayout* m_layout;
    Segments* m_format;
    NumberField* m_width;
    NumberField* m_height;
    Segments* m_resolution;
    QLabel* m_note; ///< the size of the file's picture, or what is wrong
    QPushButton* m_save;
    QFutureWatcher<SaveResult> m_writing;
    QString m_fileName; ///< of what is being written
};

} // namespace reluscope::ui
