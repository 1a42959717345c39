// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/setup_drawer.h"

#include "ui/controls/divider.h"
#include "ui/controls/side_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace reluscope::ui {
namespace {

/// Below this width of the window's content the setup folds into a drawer.
constexpr qreal foldingWidth = 1120;

} // namespace

SetupDrawer::SetupDrawer(SidePanel* panel, QWidget* parent)
    : QWidget(parent)
    , m_button(new QPushButton(icon(IconName::ChevronRight), tr("Setup"))) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(panel);
    layout->addWidget(new Divider(Qt::Vertical));
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, [this] {
        m_isOpen = !m_isOpen;
        fold();
    });
}

void SetupDrawer::setAvailable(bool isAvailable) {
    m_isAvailable = isAvailable;
    fold();
}

void SetupDrawer::setRoom(int width) {
    m_isFolding = width < scaled(this, foldingWidth);
    fold();
}

void SetupDrawer::fold() {
    m_button->setVisible(m_isAvailable && m_isFolding);
    setVisible(m_isAvailable && (!m_isFolding || m_isOpen));
}

} // namespace reluscope::ui
