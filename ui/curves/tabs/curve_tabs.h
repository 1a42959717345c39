// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

namespace reluscope::ui {

class CurvesModel;

/// The tile below the plots: what else there is to know about the shown functions, in tabs. A tab
/// is made when it is first looked at.
class CurveTabs : public QTabWidget {
    Q_OBJECT

  public:
    explicit CurveTabs(CurvesModel& model, QWidget* parent = nullptr);

    /// Its height does not change with the tab, nor with the width.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void open(int tab);
    void applyScale();

    CurvesModel& m_model;
};

} // namespace reluscope::ui
