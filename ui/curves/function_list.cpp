// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/function_list.h"

#include "ui/controls/swatch_toggle.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/function_row.h"
#include "ui/session/display_names.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <iterator>

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
    , m_search(new QLineEdit(this))
    , m_nothingFound(new QLabel)
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
    m_nothingFound->setObjectName(QStringLiteral("noFunctionFound"));
    m_nothingFound->setTextFormat(Qt::PlainText);
    m_nothingFound->setWordWrap(true);
    setTextRole(m_nothingFound, TextRole::Note);
    m_layout->addLayout(m_header);
    m_layout->addWidget(makeTools());
    m_layout->addWidget(m_nothingFound);
    m_layout->addWidget(m_scroll, 1);
    m_rowLayout->setSpacing(0);

    addRows();
    connect(m_close, &QToolButton::clicked, this, &FunctionList::closeRequested);
    connect(&m_model, &CurvesModel::changed, this, &FunctionList::refresh);
    connect(qApp, &QApplication::focusChanged, this, &FunctionList::regroupUnlessInUse);
    // The scroll bar stands in the padding, so that nothing moves when it comes.
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            &FunctionList::applyScale);
    connect(m_search, &QLineEdit::textChanged, this, &FunctionList::search);
    refresh();
    regroup();
    search();
    applyScale();
}

QWidget* FunctionList::makeTools() {
    m_search->setObjectName(QStringLiteral("functionSearch"));
    m_search->setAccessibleName(tr("Find a function"));
    m_search->setPlaceholderText(tr("Find a function"));
    m_search->setToolTip(tr("Find a function (%1)").arg(QStringLiteral("Ctrl+F")));
    m_search->addAction(icon(IconName::Search, IconGround::Quiet), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);

    auto* tools = new QWidget;
    m_tools = new QHBoxLayout(tools);
    m_tools->addWidget(m_search, 1);
    const auto addButton = [&](const QString& text, const QString& tip, bool shown) {
        auto* button = new QToolButton;
        button->setObjectName(shown ? QStringLiteral("showAll") : QStringLiteral("showNone"));
        button->setText(text);
        button->setFocusPolicy(Qt::StrongFocus); // so that undo is no more the search field's
        button->setToolTip(tip);
        button->setAccessibleDescription(tip);
        connect(button, &QToolButton::clicked, this, [this, shown] { setAllShown(shown); });
        m_tools->addWidget(button);
    };
    addButton(tr("All"), tr("Show all functions of the list"), true);
    addButton(tr("None"), tr("Show none of the functions of the list"), false);
    return tools;
}

void FunctionList::setAllShown(bool shown) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (isFound(i)) {
            found.push_back(i);
        }
    }
    m_model.setShown(found, shown);
}

bool FunctionList::isFound(std::size_t function) const {
    const QString wanted = m_search->text().trimmed();
    const ActivationInfo& info = *m_model.functions()[function].activation.info;
    return functionName(info).contains(wanted, Qt::CaseInsensitive) ||
           toQString(info.id).contains(wanted, Qt::CaseInsensitive);
}

void FunctionList::search() {
    bool isAnyFound = false;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(isFound(i));
        isAnyFound = isAnyFound || isFound(i);
    }
    m_nothingFound->setText(tr("No function has “%1” in its name.").arg(m_search->text()));
    m_nothingFound->setVisible(!isAnyFound);
    placeDivider();
}

void FunctionList::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void FunctionList::addRows() {
    const auto functions = m_model.functions();
    for (std::size_t i = 0; i < functions.size(); ++i) {
        auto* row = new FunctionRow(functions[i], m_content);
        row->toggle()->installEventFilter(this);
        connect(row, &FunctionRow::shownChanged, this,
                [this, i](bool shown) { m_model.setShown(i, shown); });
        connect(row, &FunctionRow::parameterChanged, this, [this, i](double value, bool dragging) {
            m_model.setParameter(i, value, dragging);
        });
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
    const int dividerIndex = m_rowLayout->indexOf(m_divider);
    if (order == m_displayed && dividerIndex == shownCount) {
        return;
    }
    m_displayed = order;
    while (QLayoutItem* item = m_rowLayout->takeAt(0)) {
        delete item;
    }
    QWidget* previous = m_tools->itemAt(m_tools->count() - 1)->widget();
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
    placeDivider();
}

/// It stands between two groups only where both have rows.
void FunctionList::placeDivider() {
    const auto functions = m_model.functions();
    std::array<bool, 2> has{};
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        has[functions[i].shown ? 1 : 0] |= isFound(i);
    }
    m_divider->setVisible(has[0] && has[1]);
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
    const auto& press = *static_cast<QKeyEvent*>(event);
    if (watched == m_search) {
        return searchKeyPress(press);
    }
    switch (press.key()) {
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

/// Escape takes the search back; Enter and Down go to what it found.
bool FunctionList::searchKeyPress(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Escape:
        if (m_search->text().isEmpty()) {
            return false;
        }
        m_search->clear();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down: {
        const auto first = std::ranges::find_if_not(m_displayed, &QWidget::isHidden);
        if (first != m_displayed.end()) {
            focusRow(**first);
        }
        return true;
    }
    default:
        return false;
    }
}

/// From tick box to tick box, past the parameters; those are the Tab key's.
void FunctionList::moveFocus(QObject* toggle, int direction) {
    std::vector<FunctionRow*> found;
    std::ranges::remove_copy_if(m_displayed, std::back_inserter(found), &QWidget::isHidden);
    const auto from = std::ranges::find(found, toggle, &FunctionRow::toggle);
    const auto to = from - found.begin() + direction;
    if (to >= 0 && to < std::ssize(found)) {
        focusRow(*found[static_cast<std::size_t>(to)]);
    }
}

void FunctionList::focusRow(FunctionRow& row) {
    row.toggle()->setFocus(Qt::TabFocusReason);
    m_scroll->ensureWidgetVisible(row.toggle());
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
    m_tools->setContentsMargins(side, 0, side - scaled(this, 5), 0);
    m_tools->setSpacing(scaled(this, 2));
    m_nothingFound->setContentsMargins(side, 0, side, 0);
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
