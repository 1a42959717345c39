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

    /// Where the page scrolls anyhow, a tab is as high as it likes to be, so that it need not
    /// scroll within the page.
    void setPageScrolls(bool scrolls);

    /// Where the page does not scroll the height is the same for all tabs; nowhere does it depend
    /// on the width.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void open(int tab);
    void applyScale();
    void applyHeight();

    CurvesModel& m_model;
    bool m_pageScrolls = false;
};

} // namespace reluscope::ui
