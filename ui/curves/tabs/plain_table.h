// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace reluscope::ui {

class Theme;

/// A table to read: no grid, no row numbers, whole rows are selected, and Tab goes on to the next
/// control.
QTableView* makePlainTable();

/// The theme of what a table paints: a table itself is transparent, and tells of none.
const Theme& tableTheme();

/// Model data: whether a cell says nothing much, such as "no" or 0.
inline constexpr int quietRole = Qt::UserRole;

/// Writes quiet cells in a paler ink.
class QuietDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace reluscope::ui
