// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QTableView;

namespace reluscope::ui {

class CurvesModel;
class EmptyState;
class PropertiesModel;

/// A table of what is known about the shown functions.
class PropertiesTab : public QWidget {
    Q_OBJECT

  public:
    explicit PropertiesTab(CurvesModel& model, QWidget* parent = nullptr);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    /// Gives each column what it needs, and the rest to all.
    void fitColumns();

    CurvesModel& m_model;
    PropertiesModel* m_properties;
    QTableView* m_table;
    EmptyState* m_empty;
};

} // namespace reluscope::ui
