// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curves_page.h"

#include "ui/controls/scroll_area.h"
#include "ui/controls/tile.h"
#include "ui/curves/curve_plots.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/function_list.h"
#include "ui/curves/readout_panel.h"
#include "ui/curves/tabs/curve_tabs.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>

#include <algorithm>

namespace reluscope::ui {

namespace {

// Widths of the page in designed pixels, below which something gives way.
constexpr qreal leastWithReadout = 880;
constexpr qreal leastWithDockedList = 640;

constexpr qreal readoutShare = 0.21; ///< of the page, between the two widths below
constexpr qreal narrowestReadout = 236;
constexpr qreal widestReadout = 272;

constexpr qreal gap = 8;

// Height beyond what the tabs need at least goes to both.
constexpr int plotStretch = 5;
constexpr int tabStretch = 2;

} // namespace

CurvesPage::CurvesPage(CurvesModel& model, FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_list(new FunctionList(model, this))
    , m_plots(new CurvePlots(model, dialogs))
    , m_readout(new ReadoutPanel(model))
    , m_tabs(new CurveTabs(model))
    , m_drawerButton(new QPushButton(tr("Functions")))
    , m_layout(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("curvesPage"));
    m_drawerButton->setObjectName(QStringLiteral("functionDrawerButton"));
    m_drawerButton->setCheckable(true);
    m_drawerButton->hide();
    m_plots->functionTile()->setTrailingWidget(m_drawerButton);

    // The read-out is not there where it is narrow.
    Tile* tile = m_plots->functionTile();
    tile->insertAction(tile->actions().constFirst(), m_readout->copyAction());

    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_layout->addWidget(m_list);
    m_layout->addWidget(makeContent(), 1);

    connect(m_drawerButton, &QPushButton::toggled, this, &CurvesPage::openDrawer);
    connect(m_list, &FunctionList::closeRequested, this,
            [this] { m_drawerButton->setChecked(false); });
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        if (!m_listDocked) {
            m_drawerButton->setChecked(true);
        }
        m_list->focusSearch();
    });
    arrange();
}

QWidget* CurvesPage::makeContent() {
    auto* content = new QWidget;
    m_contentLayout = new QVBoxLayout(content);
    m_upperLayout = new QHBoxLayout;
    m_upperLayout->addWidget(m_plots, 1);
    m_upperLayout->addWidget(m_readout);
    m_contentLayout->addLayout(m_upperLayout, plotStretch);
    m_contentLayout->addWidget(m_tabs, tabStretch);

    // In a low window the tiles keep a readable height and scroll.
    return makeScrollArea(content);
}

void CurvesPage::arrange() {
    const int margin = scaled(this, gap);
    m_contentLayout->setContentsMargins(margin, margin, margin, margin);
    m_contentLayout->setSpacing(margin);
    m_upperLayout->setSpacing(margin);

    const qreal designedWidth = width() / scaleOf(this);
    const bool hasReadout = designedWidth >= leastWithReadout;
    m_readout->setVisible(hasReadout);
    m_readout->setFixedWidth(
        scaled(this, std::clamp(readoutShare * designedWidth, narrowestReadout, widestReadout)));
    m_plots->setValuesInHeaders(!hasReadout);
    dockList(designedWidth >= leastWithDockedList);

    const int roomForTabs = height() - 3 * margin - m_upperLayout->minimumSize().height();
    m_tabs->setPageScrolls(roomForTabs < m_tabs->minimumSizeHint().height());
}

void CurvesPage::dockList(bool docked) {
    if (docked != m_listDocked) {
        m_listDocked = docked;
        m_drawerButton->setVisible(!docked);
        m_drawerButton->setChecked(false);
        m_list->setClosable(!docked);
        m_list->setVisible(docked);
        if (docked) {
            m_layout->insertWidget(0, m_list);
        } else {
            m_layout->removeWidget(m_list);
        }
    }
    if (!docked) {
        m_list->setGeometry(0, 0, m_list->sizeHint().width(), height());
    }
}

void CurvesPage::openDrawer(bool open) {
    m_list->setVisible(open);
    m_list->raise();
    if (open) {
        m_list->setFocus(Qt::OtherFocusReason);
    } else {
        m_drawerButton->setFocus(Qt::OtherFocusReason);
    }
}

void CurvesPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CurvesPage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        arrange();
    }
    QWidget::changeEvent(event);
}

void CurvesPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_drawerButton->isChecked()) {
        m_drawerButton->setChecked(false);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void CurvesPage::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::of(this).color(Tone::Window));
}

} // namespace reluscope::ui
