// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace reluscope::ui {

class CurvePlots;
class CurveTabs;
class CurvesModel;
class FileDialogs;
class FunctionList;
class ReadoutPanel;

/// The page that shows what activation functions are: the list of functions, f and f', the values
/// at the cross-hair, and tabs with all else.
///
/// Where there is less room the read-out gives way first (the plots' headers read the values then)
/// and after it the list, which becomes a drawer over the plots.
class CurvesPage : public QWidget {
    Q_OBJECT

  public:
    CurvesPage(CurvesModel& model, FileDialogs& dialogs, QWidget* parent = nullptr);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QWidget* makeContent();
    void arrange();
    void dockList(bool docked);
    void openDrawer(bool open);

    CurvesModel& m_model;
    FunctionList* m_list;
    CurvePlots* m_plots;
    ReadoutPanel* m_readout;
    CurveTabs* m_tabs;
    QPushButton* m_drawerButton;
    QHBoxLayout* m_layout;
    QVBoxLayout* m_contentLayout; ///< what stands beside the list, from top to bottom
    QHBoxLayout* m_upperLayout;
    bool m_listDocked = true;
};

} // namespace reluscope::ui
