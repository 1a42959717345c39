// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QTableView;

namespace reluscope::ui {

class CurvesModel;
class EmptyState;
class PropertiesDelegate;
class PropertiesModel;

/// A table of what is known about the shown functions.
class PropertiesTab : public QWidget {
    Q_OBJECT

  public:
    explicit PropertiesTab(CurvesModel& model, QWidget* parent = nullptr);

    /// As high as all rows need, without scrolling.
    QSize sizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    void fitTable();
    void fitColumns(int room);
    int tableHeight() const;
    /// Gives each column what it needs and the rest to all; where it is narrow, bars give way and
    /// words wrap.
    std::vector<int> columnWidths(int room) const;
    int headHeight(const std::vector<int>& widths) const;

    CurvesModel& m_model;
    PropertiesModel* m_properties;
    PropertiesDelegate* m_delegate;
    QTableView* m_table;
    EmptyState* m_empty;
};

} // namespace reluscope::ui
