// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/plain_table.h"

#include "ui/theme/theme.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>

namespace reluscope::ui {

QTableView* makePlainTable() {
    auto* table = new QTableView;
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(1);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setMinimumSectionSize(1);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    return table;
}

const Theme& tableTheme() {
    return Theme::of(QGuiApplication::palette());
}

void QuietDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    const Tone tone = index.data(quietRole).toBool() ? Tone::Text3 : Tone::Text1;
    option->palette.setColor(QPalette::Text, tableTheme().color(tone));
}

} // namespace reluscope::ui
