// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace reluscope::ui {

class UnitGrid;

/// The content of a scroll area: grids of units side by side, so that cells are as large as they
/// can be; where they would be too small to read, higher than the area.
class UnitGrids : public QWidget {
    Q_OBJECT

  public:
    explicit UnitGrids(QWidget* parent = nullptr);

    /// Takes ownership. Those that are not hidden are arranged.
    void addGrid(UnitGrid* grid);
    void arrange();

    QSize minimumSizeHint() const override;

  protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    std::vector<UnitGrid*> m_grids;
};

} // namespace reluscope::ui
