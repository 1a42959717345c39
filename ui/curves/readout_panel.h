// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/tile.h"

class QLabel;

namespace reluscope::ui {

class CurvesModel;
class NumberField;
class ReadoutTable;

/// The tile at the right: the shown functions read at the cross-hair, which its field can set.
class ReadoutPanel : public Tile {
    Q_OBJECT

  public:
    explicit ReadoutPanel(CurvesModel& model, QWidget* parent = nullptr);

    /// Puts x, f and f' of all shown functions on the clipboard, for pasting into a spreadsheet.
    QAction* copyAction() const { return m_copy; }

  private:
    QWidget* makeBody();
    void showFunctions();
    void copyValues() const;
    void readAtCrossHair();
    /// What is remarkable about the shown functions, if anything.
    QString insight() const;

    CurvesModel& m_model;
    NumberField* m_field;
    ReadoutTable* m_table;
    QLabel* m_insight;
    QLabel* m_problem;
    QAction* m_copy;
};

} // namespace reluscope::ui
