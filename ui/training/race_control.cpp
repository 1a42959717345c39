// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/race_control.h"

#include "ui/controls/number_field.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace reluscope::ui {
namespace {

constexpr double usualAccuracy = 0.9;
constexpr double usualLoss = 0.01;
constexpr double percent = 100;

} // namespace

RaceControl::RaceControl(RaceTarget::Figure figure, QWidget* parent)
    : QWidget(parent)
    , m_target{.figure = figure,
               .value = figure == RaceTarget::Figure::Accuracy ? usualAccuracy : usualLoss}
    , m_switch(new QPushButton)
    , m_entry(new QWidget) {
    const bool isAccuracy = figure == RaceTarget::Figure::Accuracy;
    m_switch->setObjectName(QStringLiteral("raceSwitch"));
    m_switch->setCheckable(true);
    m_switch->setAccessibleName(tr("Who is faster?"));
    m_switch->setToolTip(tr("Epochs, steps and seconds until each run gets to a target"));
    setStyleProperty(m_switch, "compact", true);
    m_field = isAccuracy
                  ? new NumberField({.minimum = 0, .maximum = percent, .step = 1})
                  : new NumberField(
                        {.minimum = 1e-9, .maximum = 1e6, .scale = ValueRange::Scale::Logarithmic});
    m_field->setObjectName(QStringLiteral("raceTarget"));
    m_field->setAccessibleName(isAccuracy ? tr("Training accuracy to reach, in percent")
                                          : tr("Training loss to come down to"));
    m_field->setToolTip(m_field->accessibleName());
    m_field->setFixedWidth(scaled(this, 48));
    m_field->setValue(isAccuracy ? percent * usualAccuracy : usualLoss);
    m_entry->setVisible(false);

    auto* entry = new QHBoxLayout(m_entry);
    entry->setContentsMargins(0, 0, 0, 0);
    entry->setSpacing(scaled(this, 4));
    const auto addWord = [entry](const QString& word) {
        auto* label = new QLabel(word);
        setTextRole(label, TextRole::Note);
        entry->addWidget(label);
    };
    addWord(tr("to", "a target"));
    entry->addWidget(m_field);
    if (isAccuracy) {
        addWord(QStringLiteral("%"));
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 8));
    layout->addWidget(m_switch);
    layout->addWidget(m_entry);
    setShort(false);

    connect(m_switch, &QPushButton::toggled, this, [this](bool isOn) {
        m_entry->setVisible(isOn);
        emit changed();
    });
    connect(m_field, &NumberField::valueChanged, this, [this, isAccuracy](double value) {
        m_target.value = isAccuracy ? value / percent : value;
        emit changed();
    });
}

bool RaceControl::isOn() const {
    return m_switch->isChecked();
}

/// Enter takes what was typed, and is not for the tile around, which it would maximize.
void RaceControl::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QWidget::keyPressEvent(event);
    }
}

void RaceControl::setShort(bool isShort) {
    m_switch->setText(isShort ? tr("Faster?") : tr("Who is faster?"));
}

} // namespace reluscope::ui
