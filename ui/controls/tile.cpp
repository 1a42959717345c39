// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/tile.h"

#include "ui/controls/focus_ring.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace reluscope::ui {

namespace {

constexpr qreal radius = 6;
constexpr qreal padding = 12;
constexpr qreal headerHeight = 26;

QToolButton* makeHeaderButton(IconName name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(icon(name, IconGround::Quiet));
    button->setAutoRaise(true);
    button->setVisible(false);
    setStyleProperty(button, "compact", true);
    return button;
}

} // namespace

Tile::Tile(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_header(new QHBoxLayout)
    , m_title(new QLabel(this))
    , m_note(new QLabel(this))
    , m_values(new TileValues(this))
    , m_maximize(makeHeaderButton(IconName::Maximize, this))
    , m_more(makeHeaderButton(IconName::More, this)) {
    setFocusPolicy(Qt::TabFocus);
    setProperty(focusRadiusProperty, radius);
    m_title->setTextFormat(Qt::PlainText);
    setTextRole(m_title, TextRole::Title);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setVisible(false);
    setTextRole(m_note, TextRole::Note);
    m_values->setVisible(false);
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));

    m_header->addWidget(m_title);
    m_header->addWidget(m_note);
    m_header->addStretch(1);
    m_header->addWidget(m_values);
    m_header->addWidget(m_maximize);
    m_header->addWidget(m_more);
    m_layout->addLayout(m_header);
    m_layout->addStretch(1);

    connect(m_maximize, &QToolButton::clicked, this, &Tile::maximizeRequested);
    connect(m_more, &QToolButton::clicked, this, &Tile::showMenu);
    connect(qApp, &QApplication::focusChanged, this, &Tile::updateButtons);
    setTitle(title);
    setMaximized(false);
    applyScale();
}

QString Tile::title() const {
    return m_title->text();
}

void Tile::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
}

void Tile::setNote(const QString& note) {
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Tile::setHeaderWidget(QWidget* widget) {
    delete m_headerWidget;
    m_headerWidget = widget;
    if (widget) {
        m_header->insertWidget(m_header->indexOf(m_title) + 1, widget);
        setTabOrder(m_more, widget); // before the body
    }
}

void Tile::setTrailingWidget(QWidget* widget) {
    delete m_trailingWidget;
    m_trailingWidget = widget;
    if (widget) {
        m_header->insertWidget(m_header->indexOf(m_values), widget);
        setTabOrder(m_more, widget);
    }
}

void Tile::setValues(const QVector<TileValue>& values) {
    m_values->setValues(values);
    m_values->setVisible(!values.isEmpty());
}

void Tile::setBody(QWidget* body) {
    delete m_body;
    m_body = body;
    if (!body) {
        return;
    }
    if (QLayoutItem* last = m_layout->itemAt(m_layout->count() - 1); last->spacerItem()) {
        delete m_layout->takeAt(m_layout->count() - 1);
    }
    m_layout->addWidget(body, 1);
    const bool bodyTakesTab = body->focusPolicy() & Qt::TabFocus;
    setFocusPolicy(bodyTakesTab ? Qt::NoFocus : Qt::TabFocus);
}

void Tile::setMaximizable(bool maximizable) {
    m_maximizable = maximizable;
    updateButtons();
}

void Tile::setMaximized(bool maximized) {
    m_maximized = maximized;
    const QString name = maximized ? tr("Restore") : tr("Maximize");
    m_maximize->setIcon(
        icon(maximized ? IconName::Restore : IconName::Maximize, IconGround::Quiet));
    m_maximize->setAccessibleName(name);
    m_maximize->setToolTip(name);
}

bool Tile::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave:
        m_hovered = event->type() == QEvent::Enter;
        updateButtons();
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        applyScale();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void Tile::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isMenuKey = event->key() == Qt::Key_Menu ||
                           (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier);
    if (isEnter && m_maximizable) {
        emit maximizeRequested();
    } else if (isMenuKey && !actions().isEmpty()) {
        showMenu();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Tile::actionEvent(QActionEvent* event) {
    QWidget::actionEvent(event);
    updateButtons();
}

void Tile::applyScale() {
    const int side = scaled(this, padding);
    const int headerTop = scaled(this, 5);
    m_layout->setContentsMargins(side, headerTop, side, scaled(this, 10));
    m_layout->setSpacing(scaled(this, 4));
    m_header->setSpacing(scaled(this, 10));
    const QSize icons(scaled(this, 16), scaled(this, 16));
    m_maximize->setIconSize(icons);
    m_more->setIconSize(icons);
    // The strut keeps the header as high with buttons as without them.
    m_title->setMinimumHeight(scaled(this, headerHeight));
}

void Tile::updateButtons() {
    const QWidget* focused = QApplication::focusWidget();
    const bool within = m_hovered || (focused && (focused == this || isAncestorOf(focused)));
    m_maximize->setVisible(within && m_maximizable);
    m_more->setVisible(within && !actions().isEmpty());
}

void Tile::showMenu() {
    QMenu menu(this);
    menu.addActions(actions());
    menu.exec(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void Tile::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawTileGround(painter, this);
}

void drawTileGround(QPainter& painter, const QWidget* widget, Tone frame) {
    const Theme& theme = Theme::of(widget);
    const qreal corner = radius * scaleOf(widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(frame));
    painter.setBrush(theme.color(Tone::Tile));
    painter.drawRoundedRect(QRectF(widget->rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

} // namespace reluscope::ui
