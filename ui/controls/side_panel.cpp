// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/side_panel.h"

#include "ui/controls/divider.h"
#include "ui/controls/wheel_scrolls.h"
#include "ui/theme/theme.h"

#include <QVBoxLayout>

namespace reluscope::ui {
namespace {

constexpr qreal panelWidth = 280;
constexpr qreal padding = 12;

} // namespace

SidePanel::SidePanel(QWidget* parent)
    : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(scaled(this, panelWidth));

    auto* content = new QWidget;
    m_groups = new QVBoxLayout;
    m_groups->setSpacing(scaled(this, padding));
    auto* layout = new QVBoxLayout(content);
    const int margin = scaled(this, padding);
    // The scroll bar is a margin, too.
    layout->setContentsMargins(margin, margin, margin / 2, margin);
    layout->addLayout(m_groups);
    layout->addStretch();
    setWidget(content);
    new WheelScrolls(content);
}

void SidePanel::addGroup(QWidget* group) {
    if (m_groups->count() > 0) {
        m_groups->addWidget(new Divider(Qt::Horizontal));
    }
    m_groups->addWidget(group);
}

QSize SidePanel::sizeHint() const {
    return {scaled(this, panelWidth), 0};
}

} // namespace reluscope::ui
