// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/section_header.h"

#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace reluscope::ui {
namespace {

constexpr qreal iconSide = 16;

} // namespace

SectionHeader::SectionHeader(const QString& title, const QString& note, QWidget* parent)
    : QWidget(parent) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* titleLabel = new QLabel(title);
    setTextRole(titleLabel, TextRole::Title);
    auto* noteLabel = new QLabel(note);
    setTextRole(noteLabel, TextRole::Hint);
    layout->addWidget(titleLabel);
    layout->addStretch();
    layout->addWidget(noteLabel);
}

SectionHeader::SectionHeader(IconName icon, const QString& title, const QString& note,
                             QWidget* parent)
    : SectionHeader(title, note, parent) {
    constexpr qreal gap = 6;
    m_icon = icon;
    layout()->setContentsMargins(scaled(this, iconSide + gap), 0, 0, 0);
}

void SectionHeader::paintEvent(QPaintEvent*) {
    if (m_icon) {
        const qreal side = scaled(this, iconSide);
        QPainter painter(this);
        drawIcon(painter, *m_icon, QRectF(0, (height() - side) / 2, side, side),
                 Theme::of(this).color(Tone::Text1));
    }
}

} // namespace reluscope::ui
