// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/properties_tab.h"

#include "ui/controls/empty_state.h"
#include "ui/controls/scroll_area.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/plain_table.h"
#include "ui/curves/tabs/properties_delegate.h"
#include "ui/curves/tabs/properties_model.h"
#include "ui/curves/tabs/refresh_when_visible.h"
#include "ui/curves/tabs/table_fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <numeric>

namespace reluscope::ui {

namespace {

constexpr qreal leastHead = 36;
constexpr qreal headPadding = 8; ///< beside the words, as in the style sheet
constexpr qreal headLead = 4;    ///< above and below them

/// How columns share the width that none of them needs, in the order of PropertiesModel::Column.
constexpr std::array shares{10, 16, 8, 4, 16, 28, 14, 46};

/// Which give way first where it is narrow.
constexpr std::array<std::size_t, 5> yielding{PropertiesModel::Mean, PropertiesModel::Centred,
                                              PropertiesModel::Saturates, PropertiesModel::Smooth,
                                              PropertiesModel::Monotone};

} // namespace

PropertiesTab::PropertiesTab(CurvesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_properties(new PropertiesModel(this))
    , m_delegate(new PropertiesDelegate(*m_properties, this))
    , m_table(makePlainTable())
    , m_empty(new EmptyState(tr("No function is shown."),
                             tr("Tick one in the list to see what is known about it."))) {
    m_table->setObjectName(QStringLiteral("propertiesTable"));
    m_table->setAccessibleName(tr("Properties of the shown functions"));
    m_table->setModel(m_properties);
    m_table->setItemDelegate(m_delegate);
    m_table->setWordWrap(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                const QRect row = m_table->visualRect(current);
                reveal(m_table->viewport(), row); // where the page scrolls for the table
            });
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
    fitTable();
}

void PropertiesTab::fitTable() {
    const QRect room = m_table->contentsRect();
    fitColumns(room.width());
    if (tableHeight() > room.height()) {
        fitColumns(room.width() - m_table->verticalScrollBar()->sizeHint().width());
    }
    updateGeometry();
}

/// With all rows.
int PropertiesTab::tableHeight() const {
    const QHeaderView& head = *m_table->horizontalHeader();
    const bool isTooWide = head.length() > m_table->contentsRect().width();
    return head.minimumHeight() + m_table->verticalHeader()->length() +
           (isTooWide ? m_table->horizontalScrollBar()->sizeHint().height() : 0);
}

QSize PropertiesTab::sizeHint() const {
    const QSize usual = QWidget::sizeHint();
    return m_table->isVisibleTo(this) ? QSize(usual.width(), tableHeight()) : usual;
}

void PropertiesTab::fitColumns(int room) {
    const std::vector<int> widths = columnWidths(room);
    for (int column = 0; column < PropertiesModel::Columns; ++column) {
        m_table->setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    }
    m_table->horizontalHeader()->setFixedHeight(headHeight(widths));
    const QAbstractItemView& view = *m_table; // which lets others ask for size hints
    for (int row = 0; row < m_properties->rowCount(); ++row) {
        m_table->setRowHeight(row, view.sizeHintForRow(row));
    }
}

std::vector<int> PropertiesTab::columnWidths(int room) const {
    std::vector<int> widths;
    std::vector<int> least;
    for (int column = 0; column < PropertiesModel::Columns; ++column) {
        const PropertiesDelegate::Widths own = m_delegate->widthsOf(column, m_table);
        widths.push_back(own.usual);
        least.push_back(own.least);
    }
    int spare = room - std::accumulate(widths.begin(), widths.end(), 0);
    for (const std::size_t column : yielding) {
        const int given = std::clamp(-spare, 0, widths[column] - least[column]);
        widths[column] -= given;
        spare += given;
    }
    const int shared = std::accumulate(shares.begin(), shares.end(), 0);
    for (std::size_t column = 0; column < widths.size(); ++column) {
        widths[column] += std::max(0, spare) * shares.at(column) / shared;
    }
    return widths;
}

int PropertiesTab::headHeight(const std::vector<int>& widths) const {
    const QFontMetrics metrics(tableFont(this, headPixels));
    const int padding = scaled(this, headPadding);
    int highest = metrics.height();
    for (int column = 0; column < PropertiesModel::Columns; ++column) {
        const QRect room(0, 0, widths[static_cast<std::size_t>(column)] - 2 * padding,
                         QWIDGETSIZE_MAX);
        const QString head =
            m_properties->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        highest = std::max(highest, metrics.boundingRect(room, Qt::TextWordWrap, head).height());
    }
    return std::max(scaled(this, leastHead), highest + scaled(this, 2 * headLead));
}

void PropertiesTab::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitTable();
}

void PropertiesTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitTable();
    }
    QWidget::changeEvent(event);
}

} // namespace reluscope::ui
