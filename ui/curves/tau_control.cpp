// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tau_control.h"

#include "ui/controls/number_field.h"
#include "ui/curves/curves_model.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace reluscope::ui {

namespace {

constexpr ValueRange fieldRange{.minimum = 0.0, .maximum = 1.0, .step = 0.01};
constexpr qreal fieldWidth = 56;

} // namespace

TauControl::TauControl(CurvesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_field(new NumberField(fieldRange)) {
    auto* label = new QLabel(QStringLiteral("τ"));
    setTextRole(label, TextRole::Note);
    label->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("tauField"));
    m_field->setAccessibleName(tr("tau"));
    setToolTip(tr("Where |f'| is below τ times its peak, there is almost no gradient"));
    m_layout->setContentsMargins({});
    m_layout->addWidget(label);
    m_layout->addWidget(m_field);

    connect(m_field, &NumberField::valueChanged, &model, &CurvesModel::setTau);
    connect(m_field, &NumberField::problemChanged, this, &TauControl::problemChanged);
    const auto showTau = [this, &model] { m_field->setValue(model.tau()); };
    connect(&model, &CurvesModel::changed, this, showTau);
    showTau();
    applyScale();
}

void TauControl::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void TauControl::applyScale() {
    m_layout->setSpacing(scaled(this, 6));
    m_field->setFixedWidth(scaled(this, fieldWidth));
}

} // namespace reluscope::ui
