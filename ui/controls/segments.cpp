// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/segments.h"

#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace reluscope::ui {

Segments::Segments(const QStringList& labels, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this)) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked) {
            emit selected(index);
        }
    });
    setLabels(labels);
}

void Segments::setLabels(const QStringList& labels) {
    const QSignalBlocker silence(m_group);
    const int wanted = static_cast<int>(labels.size());
    const int kept = std::clamp(currentIndex(), 0, std::max(0, wanted - 1));
    while (count() > wanted) {
        delete m_group->button(count() - 1);
    }
    while (count() < wanted) {
        auto* button = new QPushButton(this);
        button->setCheckable(true);
        setStyleProperty(button, "segment", true);
        m_group->addButton(button, count());
        m_layout->addWidget(button);
    }
    for (int i = 0; i < wanted; ++i) {
        m_group->button(i)->setText(labels[i]);
    }
    setCurrentIndex(kept);
}

int Segments::count() const {
    return static_cast<int>(m_group->buttons().size());
}

int Segments::currentIndex() const {
    return m_group->checkedId();
}

void Segments::setCurrentIndex(int index) {
    if (QAbstractButton* button = m_group->button(index)) {
        const QSignalBlocker silence(m_group);
        button->setChecked(true);
    }
}

void Segments::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal corner = 4 * scaleOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Tone::Border));
    painter.setBrush(theme.color(Tone::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
}

} // namespace reluscope::ui
