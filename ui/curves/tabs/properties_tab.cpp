// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/properties_tab.h"

#include "ui/controls/empty_state.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/plain_table.h"
#include "ui/curves/tabs/properties_delegate.h"
#include "ui/curves/tabs/properties_model.h"
#include "ui/curves/tabs/refresh_when_visible.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace reluscope::ui {

namespace {

constexpr qreal rowHeight = 28;

/// How columns share the width that none of them needs, in the order of PropertiesModel::Column.
constexpr std::array shares{10, 16, 8, 4, 16, 28, 14, 46};

} // namespace

PropertiesTab::PropertiesTab(CurvesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_properties(new PropertiesModel(this))
    , m_table(makePlainTable())
    , m_empty(new EmptyState(tr("No function is shown."),
                             tr("Tick one in the list to see what is known about it."))) {
    m_table->setObjectName(QStringLiteral("propertiesTable"));
    m_table->setAccessibleName(tr("Properties of the shown functions"));
    m_table->setModel(m_properties);
    m_table->setItemDelegate(new PropertiesDelegate(*m_properties, this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_table);
    layout->addWidget(m_empty);
    new RefreshWhenVisible(this, model, [this] { refresh(); });
}

void PropertiesTab::refresh() {
    const std::vector<CurveFunction> shown = m_model.shownFunctions();
    m_properties->setFunctions(shown, m_model.tau());
    m_table->setVisible(!shown.empty());
    m_empty->setVisible(shown.empty());
    fitColumns();
}

void PropertiesTab::fitColumns() {
    m_table->verticalHeader()->setDefaultSectionSize(scaled(this, rowHeight));
    std::array<int, shares.size()> widths{};
    const QAbstractItemView& table = *m_table; // which lets others ask for size hints
    int rest = m_table->viewport()->width();
    int shared = 0;
    for (int column = 0; column < static_cast<int>(widths.size()); ++column) {
        const auto i = static_cast<std::size_t>(column);
        widths[i] = std::max(m_table->horizontalHeader()->sectionSizeHint(column),
                             table.sizeHintForColumn(column));
        rest -= widths[i];
        shared += shares[i];
    }
    for (int column = 0; column < static_cast<int>(widths.size()); ++column) {
        const auto i = static_cast<std::size_t>(column);
        m_table->setColumnWidth(column, widths[i] + std::max(0, rest) * shares[i] / shared);
    }
}

void PropertiesTab::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

void PropertiesTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitColumns();
    }
    QWidget::changeEvent(event);
}

} // namespace reluscope::ui
