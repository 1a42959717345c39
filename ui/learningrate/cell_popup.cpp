// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/cell_popup.h"

#include "ui/controls/tile.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace reluscope::ui {
namespace {

constexpr qreal padding = 12;
constexpr qreal gap = 6;

QLabel* makeLabel(TextRole role) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    setTextRole(label, role);
    return label;
}

} // namespace

CellPopup::CellPopup(QWidget* window)
    : QWidget(window)
    , m_title(makeLabel(TextRole::Title))
    , m_figures(makeLabel(TextRole::Note))
    , m_hint(makeLabel(TextRole::Value)) {
    setObjectName(QStringLiteral("cellPopup"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    QFont hintFont = m_hint->font();
    hintFont.setWeight(QFont::Medium);
    m_hint->setFont(hintFont);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(scaled(this, padding));
    figures->addWidget(m_figures);
    figures->addWidget(m_hint);
    figures->addStretch();
    auto* layout = new QVBoxLayout(this);
    const int side = scaled(this, padding);
    layout->setContentsMargins(side, scaled(this, 8), side, scaled(this, 8));
    layout->setSpacing(scaled(this, 4));
    layout->addWidget(m_title);
    layout->addLayout(figures);
    hide();
}

void CellPopup::showBeside(const QRect& cell, const QString& title, const QString& figures,
                           const QString& hint) {
    m_title->setText(title);
    m_figures->setText(figures);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    layout()->activate();
    const QRect window = parentWidget()->rect();
    const int space = scaled(this, gap);
    // Below the cell, where it hides what is not looked at: its row and its column stay free.
    QRect place({}, sizeHint());
    place.moveCenter(cell.center());
    place.moveTop(cell.bottom() + space);
    if (place.bottom() > window.bottom() - space) {
        place.moveBottom(cell.top() - space);
    }
    // A long name may make it wider than the window.
    place.moveLeft(std::max(space, std::min(place.left(), window.right() - space - place.width())));
    setGeometry(place);
    show();
    raise();
}

void CellPopup::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawTileGround(painter, this, Tone::Strong);
}

} // namespace reluscope::ui
