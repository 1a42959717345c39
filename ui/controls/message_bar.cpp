// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/message_bar.h"

#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

namespace reluscope::ui {

namespace {

constexpr qreal radius = 4;
constexpr qreal barWidth = 4;

QLabel* makeLine(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent)
    , m_sentence(makeLine(this))
    , m_hint(makeLine(this))
    , m_close(new QToolButton(this)) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setTextRole(m_sentence, TextRole::Title);
    setTextRole(m_hint, TextRole::Note);
    setStyleProperty(m_close, "compact", true);
    m_close->setIcon(icon(IconName::Close, IconGround::Quiet));
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);

    auto* layout = new QGridLayout(this);
    layout->addWidget(m_sentence, 0, 0);
    layout->addWidget(m_close, 0, 1, Qt::AlignTop);
    layout->addWidget(m_hint, 1, 0);
    layout->setColumnStretch(0, 1);
    setVisible(false);
    applyScale();
}

void MessageBar::showMessage(const QString& sentence, const QString& hint) {
    m_sentence->setText(sentence);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(hint);
    setVisible(true);
    // It takes no focus, so a screen reader has to be told.
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageBar::sentence() const {
    return m_sentence->text();
}

void MessageBar::dismiss() {
    if (!isHidden()) {
        setVisible(false);
        emit dismissed();
    }
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        dismiss();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void MessageBar::applyScale() {
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->setContentsMargins(scaled(this, 16), scaled(this, 7), scaled(this, 8), scaled(this, 8));
    grid->setVerticalSpacing(scaled(this, 2));
    grid->setHorizontalSpacing(scaled(this, 8));
    m_close->setIconSize({scaled(this, 16), scaled(this, 16)});
}

void MessageBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const QColor edge =
        Theme::mix(theme.color(Tone::WarningGround), theme.color(Tone::Warning), 0.25);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(box, radius * scale, radius * scale);

    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline, theme.color(Tone::WarningGround));
    painter.setPen(edge);
    painter.drawPath(outline);
    painter.fillRect(QRectF(0, 0, barWidth * scale, height()), theme.color(Tone::Warning));
}

} // namespace reluscope::ui
