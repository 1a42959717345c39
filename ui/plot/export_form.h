// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace reluscope::ui {

class FileDialogs;
class NumberField;
class Plot;
class Segments;
struct PictureOptions;

/// Asks in which format and size a plot is to be exported, in a small panel over the window that
/// stops nothing. Closes by itself when its plot goes out of sight.
class ExportForm : public QWidget {
    Q_OBJECT

  public:
    /// Opens it with its right upper corner near `corner` of the plot's window.
    static void open(Plot& plot, FileDialogs& dialogs, QPoint corner);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    ExportForm(Plot& plot, FileDialogs& dialogs);

    void addRow(const QString& label, QWidget* control);
    NumberField* makeSizeField(const QString& label, const char* name, int pixels);
    QPushButton* addButtons();
    void showSize();
    void save();
    void leave();
    [[nodiscard]] PictureOptions options() const;

    Plot& m_plot;
    FileDialogs& m_dialogs;
    QGridLayout* m_layout;
    Segments* m_format;
    NumberField* m_width;
    NumberField* m_height;
    Segments* m_resolution;
    QLabel* m_note; ///< the size of the file's picture, or what is wrong
    QPushButton* m_save;
};

} // namespace reluscope::ui
