// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_popup.h"

#include "ui/controls/number_text.h"
#include "ui/controls/tile.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reluscope::ui {
namespace {

constexpr qreal padding = 12;
constexpr qreal gap = 6;
constexpr qreal leastWidth = 232;
constexpr qreal markSize = 9;

QLabel* makeLabel(TextRole role, const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    setTextRole(label, role);
    return label;
}

} // namespace

QString UnitReadout::inWords() const {
    return UnitPopup::tr("%1: %2.").arg(title, state ? unitStateName(*state)
                                                     : UnitPopup::tr("the run has diverged"));
}

/// The unit's state, by mark and in words.
class UnitPopup::State : public QWidget {
  public:
    void setState(std::optional<UnitState> state) {
        m_state = state;
        update();
    }

    QSize sizeHint() const override { return {scaled(this, 120), scaled(this, 20)}; }

  protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& theme = Theme::of(this);
        const qreal size = markSize * scaleOf(this);
        QPainter painter(this);
        QFont words = font();
        words.setPixelSize(scaled(this, 12));
        painter.setFont(words);
        painter.setPen(theme.color(Tone::Text1));
        const int left = m_state ? scaled(this, markSize + 7) : 0;
        painter.drawText(rect().adjusted(left, 0, 0, 0), Qt::AlignVCenter,
                         m_state ? unitStateName(*m_state) : UnitPopup::tr("the run has diverged"));
        if (m_state) {
            drawUnitMark(painter, *m_state, QPointF(size / 2, height() / 2.0), size, theme);
        }
    }

  private:
    std::optional<UnitState> m_state;
};

UnitPopup::UnitPopup(QWidget* window)
    : QWidget(window)
    , m_title(makeLabel(TextRole::Title))
    , m_hint(makeLabel(TextRole::Hint, tr("click pins")))
    , m_close(new QToolButton)
    , m_state(new State)
    , m_figures(new QGridLayout)
    , m_gradient(addFigure(tr("gradient on")))
    , m_activation(addFigure(tr("mean activation")))
    , m_bias(addFigure(tr("bias")))
    , m_norm(addFigure(tr("norm of its weights")))
    , m_hindrance(makeLabel(TextRole::Hint))
    , m_revive(new QPushButton(icon(IconName::Rewind), tr("Revive")))
    , m_kill(new QPushButton(icon(IconName::Cross), tr("Kill"))) {
    setObjectName(QStringLiteral("unitPopup"));
    m_revive->setObjectName(QStringLiteral("reviveButton"));
    m_kill->setObjectName(QStringLiteral("killButton"));
    setStyleProperty(m_close, "compact", true);
    m_close->setIcon(icon(IconName::Close, IconGround::Quiet));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    connect(m_close, &QToolButton::clicked, this, &UnitPopup::closeRequested);
    connect(m_revive, &QPushButton::clicked, this, &UnitPopup::reviveRequested);
    connect(m_kill, &QPushButton::clicked, this, &UnitPopup::killRequested);

    auto* header = new QHBoxLayout;
    header->addWidget(m_title, 1);
    header->addWidget(m_hint);
    header->addWidget(m_close);
    m_figures->setHorizontalSpacing(scaled(this, 2 * gap));
    m_figures->setVerticalSpacing(scaled(this, 2));
    m_figures->setColumnStretch(1, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(this, gap));
    buttons->addWidget(m_revive, 1);
    buttons->addWidget(m_kill, 1);
    auto* layout = new QVBoxLayout(this);
    const int side = scaled(this, padding);
    layout->setContentsMargins(side, scaled(this, 8), side, side);
    layout->setSpacing(scaled(this, gap));
    layout->addLayout(header);
    layout->addWidget(m_state);
    layout->addLayout(m_figures);
    layout->addWidget(m_hindrance);
    layout->addLayout(buttons);
    setPinned(false);
    hide();
}

QLabel* UnitPopup::addFigure(const QString& name) {
    const int row = m_figures->rowCount();
    m_figures->addWidget(makeLabel(TextRole::Note, name), row, 0);
    QLabel* value = makeLabel(TextRole::Value);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_figures->addWidget(value, row, 1);
    return value;
}

void UnitPopup::setReadout(const UnitReadout& readout) {
    m_title->setText(readout.title);
    m_state->setState(readout.state);
    m_gradient->setText(tr("%1 of %2 examples")
                            .arg(percentText(readout.reading.gradientShare),
                                 countText(static_cast<qint64>(readout.examples))));
    m_activation->setText(numberText(readout.reading.meanActivation));
    m_bias->setText(numberText(readout.reading.bias));
    m_norm->setText(numberText(readout.reading.weightNorm));
    m_kill->setEnabled(readout.killHindrance.isEmpty());
    m_kill->setToolTip(m_kill->isEnabled()
                           ? tr("No weights, and a bias where its function is flat (K)")
                           : readout.killHindrance);
    m_revive->setEnabled(readout.reviveHindrance.isEmpty());
    m_revive->setToolTip(m_revive->isEnabled()
                             ? tr("Its initial weights, and a bias that lets it learn (R)")
                             : readout.reviveHindrance);
    // That one of the two does not apply is plain; that neither does is not.
    const bool isStuck = !m_kill->isEnabled() && !m_revive->isEnabled();
    m_hindrance->setText(isStuck ? readout.killHindrance : QString());
    m_hindrance->setVisible(isStuck);
    setAccessibleName(readout.inWords());
}

void UnitPopup::setPinned(bool isPinned) {
    m_hint->setVisible(!isPinned);
    m_close->setVisible(isPinned);
    setAttribute(Qt::WA_TransparentForMouseEvents, !isPinned);
    for (QWidget* widget : {static_cast<QWidget*>(m_close), static_cast<QWidget*>(m_revive),
                            static_cast<QWidget*>(m_kill)}) {
        widget->setFocusPolicy(isPinned ? Qt::TabFocus : Qt::NoFocus);
    }
}

void UnitPopup::showBeside(const QRect& cell) {
    QSize size = sizeHint();
    size.setWidth(std::max(size.width(), scaled(this, leastWidth)));
    const QRect window = parentWidget()->rect();
    const int space = scaled(this, gap);
    // To the right of the cell and a little higher, so that it hides few of its neighbours.
    QRect place(QPoint(cell.right() + space, cell.top() - space), size);
    if (place.right() > window.right() - space) {
        place.moveRight(cell.left() - space);
    }
    if (place.bottom() > window.bottom() - space) {
        place.moveBottom(window.bottom() - space);
    }
    setGeometry(place);
    show();
    raise();
}

void UnitPopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawTileGround(painter, this, Tone::Strong);
}

void UnitPopup::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit closeRequested();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace reluscope::ui
