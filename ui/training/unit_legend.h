// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/unit_marks.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace reluscope::ui {

/// The key to the marks of units; with counts, of the states that there are.
class UnitLegend : public QWidget {
    Q_OBJECT

  public:
    explicit UnitLegend(QWidget* parent = nullptr);

    void setCounts(const std::optional<UnitCounts>& counts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Entry {
        UnitState state;
        QString words;

        friend bool operator==(const Entry&, const Entry&) = default;
    };

    void setEntries(std::vector<Entry> entries);

    std::vector<Entry> m_entries;
};

} // namespace reluscope::ui
