// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/rail.h"

#include "ui/controls/rail_button.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace reluscope::ui {

Rail::Rail(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this)) {
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        // Arrow keys check a button without clicking it, so listen to what is checked.
        if (checked) {
            emit selected(index);
        }
    });
    applyScale();
}

int Rail::addPage(IconName icon, const QString& label) {
    const int index = static_cast<int>(m_group->buttons().size());
    auto* button = new RailButton(icon, label, this);
    m_group->addButton(button, index);
    m_layout->insertWidget(index, button);
    if (index == 0) {
        setCurrentIndex(0);
    }
    return index;
}

void Rail::setLabel(int index, const QString& label) {
    if (QAbstractButton* button = m_group->button(index)) {
        button->setText(label);
        button->updateGeometry();
    }
}

int Rail::currentIndex() const {
    return m_group->checkedId();
}

void Rail::setCurrentIndex(int index) {
    if (QAbstractButton* button = m_group->button(index)) {
        const QSignalBlocker silence(m_group);
        button->setChecked(true);
    }
}

QSize Rail::sizeHint() const {
    return m_layout->sizeHint();
}

void Rail::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void Rail::applyScale() {
    m_layout->setContentsMargins(0, scaled(this, 8), 0, 0);
}

void Rail::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Tone::Panel));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Tone::Border));
}

} // namespace reluscope::ui
