// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/curve_tabs.h"

#include "ui/controls/tile.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/code_tab.h"
#include "ui/curves/tabs/cost_tab.h"
#include "ui/curves/tabs/evaluate_tab.h"
#include "ui/curves/tabs/input_distribution_tab.h"
#include "ui/curves/tabs/properties_tab.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace reluscope::ui {

namespace {

// With the tab bar this leaves room for five rows.
constexpr qreal leastHeight = 238;
constexpr qreal padding = 12;
constexpr int edge = 1; ///< below the tab bar, in the style sheet

template <class Tab>
QWidget* make(CurvesModel& model) {
    return new Tab(model);
}

struct TabEntry {
    const char* name;
    QWidget* (*make)(CurvesModel& model);
};

constexpr std::array tabEntries{
    TabEntry{QT_TRANSLATE_NOOP("CurveTabs", "Properties"), &make<PropertiesTab>},
    TabEntry{QT_TRANSLATE_NOOP("CurveTabs", "Evaluate"), &make<EvaluateTab>},
    TabEntry{QT_TRANSLATE_NOOP("CurveTabs", "Cost"), &make<CostTab>},
    TabEntry{QT_TRANSLATE_NOOP("CurveTabs", "Input distribution"), &make<InputDistributionTab>},
    TabEntry{QT_TRANSLATE_NOOP("CurveTabs", "Code"), &make<CodeTab>},
};

} // namespace

CurveTabs::CurveTabs(CurvesModel& model, QWidget* parent)
    : QTabWidget(parent)
    , m_model(model) {
    setObjectName(QStringLiteral("curveTabs"));
    setAccessibleName(tr("More about the shown functions"));
    setDocumentMode(true);
    tabBar()->setExpanding(false);
    for (auto* scroller : tabBar()->findChildren<QToolButton*>()) {
        scroller->setFocusPolicy(Qt::NoFocus); // the arrow keys go through the tabs
    }
    tabBar()->setObjectName(QStringLiteral("curveTabBar"));
    for (const TabEntry& entry : tabEntries) {
        auto* place = new QWidget;
        new QVBoxLayout(place);
        addTab(place, tr(entry.name));
    }
    connect(this, &QTabWidget::currentChanged, this, &CurveTabs::open);
    setCurrentIndex(m_model.tabs().tab);
    open(currentIndex());
    applyScale();
}

void CurveTabs::open(int tab) {
    m_model.tabs().tab = tab;
    QLayout* place = widget(tab)->layout();
    if (place->isEmpty()) {
        place->addWidget(tabEntries[static_cast<std::size_t>(tab)].make(m_model));
    }
    applyHeight();
}

void CurveTabs::setPageScrolls(bool scrolls) {
    if (scrolls != m_pageScrolls) {
        m_pageScrolls = scrolls;
        applyHeight();
    }
}

void CurveTabs::applyHeight() {
    const int wanted = tabBar()->sizeHint().height() + edge + currentWidget()->sizeHint().height();
    const int least = scaled(this, leastHeight);
    setMinimumHeight(m_pageScrolls ? std::max(least, wanted) : least);
}

QSize CurveTabs::sizeHint() const {
    return {QTabWidget::sizeHint().width(), scaled(this, leastHeight)};
}

QSize CurveTabs::minimumSizeHint() const {
    return {0, scaled(this, leastHeight)};
}

void CurveTabs::applyScale() {
    const int side = scaled(this, padding);
    for (int tab = 0; tab < count(); ++tab) {
        widget(tab)->layout()->setContentsMargins(side, scaled(this, 4), side, scaled(this, 8));
    }
    applyHeight();
}

bool CurveTabs::event(QEvent* event) {
    const bool isHandled = QTabWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        applyHeight();
    }
    return isHandled;
}

void CurveTabs::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QTabWidget::changeEvent(event);
}

void CurveTabs::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawTileGround(painter, this);
    const int below = tabBar()->geometry().bottom() + 1;
    painter.fillRect(QRect(1, below, width() - 2, 1), Theme::of(this).color(Tone::Border));
}

} // namespace reluscope::ui
