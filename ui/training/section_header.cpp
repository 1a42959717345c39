// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/section_header.h"

#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace reluscope::ui {

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

SectionHeader::SectionHeader(IconName name, const QString& title, const QString& note,
                             QWidget* parent)
    : SectionHeader(title, note, parent) {
    constexpr qreal iconSide = 16;
    auto* iconLabel = new QLabel;
    const int side = scaled(this, iconSide);
    iconLabel->setPixmap(icon(name).pixmap(QSize(side, side), devicePixelRatioF()));
    static_cast<QHBoxLayout*>(layout())->insertWidget(0, iconLabel);
}

} // namespace reluscope::ui
