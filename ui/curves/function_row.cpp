// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/function_row.h"

#include "core/activation/activation.h"
#include "ui/controls/value_row.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/function_toggle.h"
#include "ui/curves/parameter_range.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QVBoxLayout>

namespace reluscope::ui {

namespace {

constexpr int fieldWidth = 52;
constexpr int indent = 23; ///< where names begin: the tick box and its gap

/// "leaky_relu" as "leakyRelu", to make object names of.
QString camelCase(std::string_view id) {
    QString result;
    for (const QString& word : QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size()))
                                   .split(QLatin1Char('_'))) {
        result += result.isEmpty() ? word : word.at(0).toUpper() + word.mid(1);
    }
    return result;
}

/// "leakyRelu" and "negative_slope" as "leakyReluNegativeSlope".
QString joined(const QString& function, std::string_view parameter) {
    const QString name = camelCase(parameter);
    return function + name.at(0).toUpper() + name.mid(1);
}

} // namespace

FunctionRow::FunctionRow(const CurveFunction& function, QWidget* parent)
    : QWidget(parent)
    , m_toggle(new FunctionToggle(functionName(*function.activation.info), this))
    , m_parameters(new QWidget(this)) {
    setObjectName(camelCase(function.activation.info->id) + QStringLiteral("Row"));
    m_toggle->setObjectName(camelCase(function.activation.info->id) + QStringLiteral("Toggle"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_toggle);
    layout->addWidget(m_parameters);
    new QVBoxLayout(m_parameters);
    addParameters(function);
    connect(m_toggle, &FunctionToggle::toggled, this, &FunctionRow::shownChanged);
    setFunction(function);
    applyScale();
}

void FunctionRow::addParameters(const CurveFunction& function) {
    const ActivationInfo& info = *function.activation.info;
    for (std::size_t i = 0; i < info.parameters.size(); ++i) {
        const ActivationParameter& parameter = info.parameters[i];
        auto* row = new ValueRow(parameterName(parameter), parameterRange(parameter),
                                 ValueRow::Arrangement::OneLine, m_parameters);
        const QString name = joined(camelCase(info.id), parameter.id);
        row->setObjectName(name);
        row->slider()->setObjectName(name + QStringLiteral("Slider"));
        row->field()->setObjectName(name + QStringLiteral("Field"));
        row->setFieldWidth(fieldWidth);
        m_parameters->layout()->addWidget(row);
        connect(row, &ValueRow::valueChanged, this,
                [this, i](double value) { emit parameterChanged(i, value); });
        m_parameterRows.push_back(row);
    }
}

void FunctionRow::setFunction(const CurveFunction& function) {
    m_toggle->setChecked(function.shown);
    m_toggle->setStyleIndex(function.style);
    m_parameters->setVisible(function.shown && !m_parameterRows.empty());
    for (std::size_t i = 0; i < m_parameterRows.size(); ++i) {
        const double value = function.activation.parameters[i];
        // What comes back from the row itself must not move the knob that is being dragged.
        if (m_parameterRows[i]->value() != value) {
            m_parameterRows[i]->setValue(value);
        }
    }
}

std::vector<QWidget*> FunctionRow::tabStops() const {
    std::vector<QWidget*> stops{m_toggle};
    for (const ValueRow* row : m_parameterRows) {
        stops.push_back(row->slider());
        stops.push_back(row->field());
    }
    return stops;
}

void FunctionRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void FunctionRow::applyScale() {
    m_parameters->layout()->setContentsMargins(scaled(this, indent), 0, 0, scaled(this, 6));
    m_parameters->layout()->setSpacing(scaled(this, 4));
}

} // namespace reluscope::ui
