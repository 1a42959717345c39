// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/value_row.h"

#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace reluscope::ui {

namespace {

enum Column { LabelColumn, SliderColumn, FieldColumn };

constexpr int problemRow = 2;

} // namespace

ValueRow::ValueRow(const QString& label, const ValueRange& range, Arrangement arrangement,
                   QWidget* parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
    , m_label(new QLabel(this))
    , m_slider(new ValueSlider(range, this))
    , m_field(new NumberField(range, this))
    , m_problem(new QLabel(this)) {
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_field);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setVisible(false);
    setTextRole(m_problem, TextRole::Value);

    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_label, 0, LabelColumn);
    m_layout->addWidget(m_field, 0, FieldColumn);
    if (arrangement == Arrangement::OneLine) {
        m_layout->addWidget(m_slider, 0, SliderColumn);
    } else {
        m_layout->addWidget(m_slider, 1, LabelColumn, 1, 3);
    }
    m_layout->addWidget(m_problem, problemRow, LabelColumn, 1, 3);
    m_layout->setColumnStretch(SliderColumn, 1);

    connect(m_slider, &ValueSlider::numberChanged, this, [this](double number, bool dragging) {
        m_field->setValue(number);
        emit valueChanged(number, dragging);
    });
    connect(m_field, &NumberField::valueChanged, this, [this](double number) {
        m_slider->setNumber(number);
        emit valueChanged(number, false);
    });
    connect(m_field, &NumberField::problemChanged, this, &ValueRow::showProblem);
    setLabel(label);
    applyScale();
}

void ValueRow::setValue(double value) {
    m_field->setValue(value);
    m_slider->setNumber(value);
}

void ValueRow::setLabel(const QString& label) {
    m_label->setText(label);
    m_field->setAccessibleName(label);
    m_slider->setAccessibleName(tr("%1, slider").arg(label));
}

void ValueRow::setRange(const ValueRange& range) {
    m_field->setRange(range);
    m_slider->setRange(range);
    m_slider->setNumber(m_field->value());
}

void ValueRow::setTicks(const QVector<ValueTick>& ticks) {
    m_slider->setTicks(ticks);
}

void ValueRow::setLabelWidth(int pixels) {
    m_labelWidth = pixels;
    applyScale();
}

void ValueRow::setFieldWidth(int pixels) {
    m_fieldWidth = pixels;
    applyScale();
}

void ValueRow::showProblem(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void ValueRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void ValueRow::applyScale() {
    m_layout->setHorizontalSpacing(scaled(this, 12));
    m_layout->setVerticalSpacing(scaled(this, 4));
    m_label->setMinimumWidth(scaled(this, m_labelWidth));
    if (m_fieldWidth > 0) {
        m_field->setFixedWidth(scaled(this, m_fieldWidth));
    }
}

} // namespace reluscope::ui
