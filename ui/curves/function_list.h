// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace reluscope::ui {

class CurvesModel;
class FunctionRow;

/// The panel at the left: what can be plotted, the shown functions first, and a field that leaves
/// only those whose name has some letters. Rows that are ticked or
/// unticked stay where they are until pointer and keyboard have left the list, so that nothing
/// jumps away under the pointer.
class FunctionList : public QWidget {
    Q_OBJECT

  public:
    explicit FunctionList(CurvesModel& model, QWidget* parent = nullptr);

    /// Whether there is a button to close the list, for pages that show it as a drawer.
    void setClosable(bool closable);
    void focusSearch();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void closeRequested();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QWidget* makeTools();
    void addRows();
    /// Ticks or unticks the functions that the search leaves.
    void setAllShown(bool shown);
    bool isFound(std::size_t function) const;
    void search();
    void refresh();
    /// Puts the shown functions first, in the order of the table.
    void regroup();
    void placeDivider();
    bool isInUse() const;
    void regroupUnlessInUse();
    bool searchKeyPress(const QKeyEvent& event);
    void moveFocus(QObject* toggle, int direction);
    void focusRow(FunctionRow& row);
    void applyScale();

    CurvesModel& m_model;
    QVBoxLayout* m_layout;
    QHBoxLayout* m_header;
    QHBoxLayout* m_tools = nullptr; ///< search, all, none
    QLabel* m_count;
    QToolButton* m_close;
    QLineEdit* m_search;
    QLabel* m_nothingFound;
    QScrollArea* m_scroll;
    QWidget* m_content;
    QVBoxLayout* m_rowLayout;
    QWidget* m_divider;
    std::vector<FunctionRow*> m_rows;      ///< in the order of the model
    std::vector<FunctionRow*> m_displayed; ///< from top to bottom
};

} // namespace reluscope::ui
