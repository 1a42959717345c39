// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace reluscope::ui {

/// Reads a cell of a sweep out beside it.
class CellPopup : public QWidget {
    Q_OBJECT

  public:
    /// Lies over the content of a window.
    explicit CellPopup(QWidget* window);

    /// \p cell is in the window's coordinates. \p hint says what a click does; empty: nothing.
    void showBeside(const QRect& cell, const QString& title, const QString& figures,
                    const QString& hint);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QLabel* m_title;
    QLabel* m_figures;
    QLabel* m_hint;
};

} // namespace reluscope::ui
