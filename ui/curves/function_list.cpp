// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/function_list.h"

#include "ui/curves/curves_model.h"
#include "ui/curves/function_row.h"
#include "ui/curves/function_toggle.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reluscope::ui {

namespace {

constexpr qreal panelWidth = 256;
constexpr qreal padding = 13;

class Divider : public QWidget {
  public:
    using QWidget::QWidget;

  protected:
    void paintEvent(QPaintEvent*) override {
        const QRect line(0, height() / 2, width(), 1);
        QPainter(this).fillRect(line, Theme::of(this).color(Tone::Border));
    }
};

} // namespace

FunctionList::FunctionList(CurvesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_layout(new QVBoxLayout(this))
    , m_header(new QHBoxLayout)
    , m_count(new QLabel(this))
    , m_close(new QToolButton(this))
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget)
    , m_rowLayout(new QVBoxLayout(m_content))
    , m_divider(new Divider(m_content)) {
    setObjectName(QStringLiteral("functionList"));
    setAccessibleName(tr("Functions"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);

    auto* title = new QLabel(tr("Functions"), this);
    setTextRole(title, TextRole::Title);
    setTextRole(m_count, TextRole::Note);
    m_count->setObjectName(QStringLiteral("shownFunctionCount"));
    m_close->setObjectName(QStringLiteral("closeFunctionList"));
    m_close->setIcon(icon(IconName::Close, IconGround::Quiet));
    m_close->setToolTip(tr("Close the list"));
    m_close->setAccessibleName(tr("Close the list"));
    setStyleProperty(m_close, "compact", true);
    m_close->hide();
    m_header->addWidget(title);
    m_header->addStretch(1);
    m_header->addWidget(m_count);
    m_header->addWidget(m_close);

    m_scroll->setWidget(m_content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_layout->addLayout(m_header);
    m_layout->addWidget(m_scroll, 1);
    m_rowLayout->setSpacing(0);

    addRows();
    connect(m_close, &QToolButton::clicked, this, &FunctionList::closeRequested);
    connect(&m_model, &CurvesModel::changed, this, &FunctionList::refresh);
    connect(qApp, &QApplication::focusChanged, this, &FunctionList::regroupUnlessInUse);
    // The scroll bar stands in the padding, so that nothing moves when it comes.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            &FunctionList::applyScale);
    refresh();
    regroup();
    applyScale();
}

void FunctionList::addRows() {
    const auto functions = m_model.functions();
    for (std::size_t i = 0; i < functions.size(); ++i) {
        auto* row = new FunctionRow(functions[i], m_content);
        row->toggle()->installEventFilter(this);
        connect(row, &FunctionRow::shownChanged, this,
                [this, i](bool shown) { m_model.setShown(i, shown); });
        connect(row, &FunctionRow::parameterChanged, this,
                [this, i](double value) { m_model.setParameter(i, value); });
        m_rows.push_back(row);
    }
}

void FunctionList::setClosable(bool closable) {
    m_close->setVisible(closable);
}

void FunctionList::refresh() {
    const auto functions = m_model.functions();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setFunction(functions[i]);
    }
    const auto shown = std::ranges::count(functions, true, &CurveFunction::shown);
    m_count->setText(tr("%1 of %2 shown").arg(shown).arg(functions.size()));
    regroupUnlessInUse();
}

void FunctionList::regroup() {
    const auto functions = m_model.functions();
    std::vector<FunctionRow*> order;
    for (const bool shown : {true, false}) {
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (functions[i].shown == shown) {
                order.push_back(m_rows[i]);
            }
        }
    }
    const auto shownCount = std::ranges::count(functions, true, &CurveFunction::shown);
    const auto total = static_cast<std::ptrdiff_t>(m_rows.size());
    const int dividerIndex = m_rowLayout->indexOf(m_divider);
    if (order == m_displayed && dividerIndex == shownCount) {
        return;
    }
    m_displayed = order;
    while (QLayoutItem* item = m_rowLayout->takeAt(0)) {
        delete item;
    }
    QWidget* previous = m_close;
    for (FunctionRow* row : m_displayed) {
        if (m_rowLayout->count() == shownCount) {
            m_rowLayout->addWidget(m_divider);
        }
        m_rowLayout->addWidget(row);
        for (QWidget* stop : row->tabStops()) {
            setTabOrder(previous, stop);
            previous = stop;
        }
    }
    m_rowLayout->addStretch(1);
    m_divider->setVisible(shownCount > 0 && shownCount < total);
}

bool FunctionList::isInUse() const {
    const QWidget* focused = QApplication::focusWidget();
    return underMouse() || (focused && isAncestorOf(focused));
}

void FunctionList::leaveEvent(QEvent* event) {
    regroup();
    QWidget::leaveEvent(event);
}

void FunctionList::regroupUnlessInUse() {
    if (!isInUse()) {
        regroup();
    }
}

bool FunctionList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        moveFocus(watched, -1);
        return true;
    case Qt::Key_Down:
        moveFocus(watched, 1);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

/// From tick box to tick box, past the parameters; those are the Tab key's.
void FunctionList::moveFocus(QObject* toggle, int direction) {
    const auto from = std::ranges::find(m_displayed, toggle, &FunctionRow::toggle);
    const auto to = from - m_displayed.begin() + direction;
    if (to >= 0 && to < std::ssize(m_displayed)) {
        FunctionToggle* next = m_displayed[static_cast<std::size_t>(to)]->toggle();
        next->setFocus(Qt::TabFocusReason);
        m_scroll->ensureWidgetVisible(next);
    }
}

QSize FunctionList::sizeHint() const {
    // Long words, as other languages have, widen the panel rather than being cut.
    const int content = m_content->minimumSizeHint().width() + m_layout->contentsMargins().right();
    return {std::max(scaled(this, panelWidth), content), scaled(this, 400)};
}

QSize FunctionList::minimumSizeHint() const {
    return {sizeHint().width(), scaled(this, 160)};
}

void FunctionList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void FunctionList::applyScale() {
    const int side = scaled(this, padding);
    const QScrollBar* bar = m_scroll->verticalScrollBar();
    const bool scrolls = bar->maximum() > bar->minimum();
    m_layout->setContentsMargins(0, scaled(this, 8), 1, 0);
    m_layout->setSpacing(scaled(this, 8));
    m_header->setContentsMargins(side, 0, side, 0);
    m_header->setSpacing(scaled(this, 8));
    m_rowLayout->setContentsMargins(side, 0, scrolls ? side - bar->sizeHint().width() : side,
                                    scaled(this, 8));
    m_divider->setFixedHeight(scaled(this, 16));
    const int icons = scaled(this, 16);
    m_close->setIconSize({icons, icons});
    updateGeometry();
}

void FunctionList::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Tone::Panel));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Tone::Border));
}

} // namespace reluscope::ui
