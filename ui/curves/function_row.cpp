// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/function_row.h"

#include "core/activation/activation.h"
#include "ui/controls/segments.h"
#include "ui/controls/swatch_toggle.h"
#include "ui/controls/value_row.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/parameter_range.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
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

/// Choices as words side by side, under the name of the parameter.
QWidget* choiceRow(const ActivationParameter& parameter, Segments* segments) {
    QStringList words;
    for (const std::string_view choice : parameter.choices) {
        words << choiceName(choice);
    }
    segments->setLabels(words);
    segments->setAccessibleName(parameterName(parameter));
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(new QLabel(parameterName(parameter)));
    layout->addWidget(segments);
    layout->addStretch();
    return row;
}

/// "leakyRelu" and "negative_slope" as "leakyReluNegativeSlope".
QString joined(const QString& function, std::string_view parameter) {
    const QString name = camelCase(parameter);
    return function + name.at(0).toUpper() + name.mid(1);
}

} // namespace

FunctionRow::FunctionRow(const CurveFunction& function, QWidget* parent)
    : QWidget(parent)
    , m_toggle(new SwatchToggle(functionName(*function.activation.info), this))
    , m_parameters(new QWidget(this)) {
    setObjectName(camelCase(function.activation.info->id) + QStringLiteral("Row"));
    m_toggle->setObjectName(camelCase(function.activation.info->id) + QStringLiteral("Toggle"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_toggle);
    layout->addWidget(m_parameters);
    new QVBoxLayout(m_parameters);
    addParameter(function);
    connect(m_toggle, &SwatchToggle::toggled, this, &FunctionRow::shownChanged);
    setFunction(function);
    applyScale();
}

void FunctionRow::addParameter(const CurveFunction& function) {
    const ActivationInfo& info = *function.activation.info;
    if (info.parameters.empty()) {
        return;
    }
    // The others say how the first is learned, and do not bend the curve.
    const ActivationParameter& parameter = info.parameters.front();
    const QString name = joined(camelCase(info.id), parameter.id);
    if (parameter.isChoice()) {
        m_choice = new Segments;
        m_choice->setObjectName(name);
        m_parameters->layout()->addWidget(choiceRow(parameter, m_choice));
        connect(m_choice, &Segments::selected, this,
                [this](int choice) { emit parameterChanged(choice, false); });
        return;
    }
    m_number = new ValueRow(parameterName(parameter), parameterRange(parameter),
                            ValueRow::Arrangement::OneLine, m_parameters);
    m_number->setObjectName(name);
    m_number->slider()->setObjectName(name + QStringLiteral("Slider"));
    m_number->field()->setObjectName(name + QStringLiteral("Field"));
    m_number->setFieldWidth(fieldWidth);
    m_parameters->layout()->addWidget(m_number);
    connect(m_number, &ValueRow::valueChanged, this, &FunctionRow::parameterChanged);
}

void FunctionRow::setFunction(const CurveFunction& function) {
    m_toggle->setChecked(function.shown);
    m_toggle->setStyleIndex(function.style);
    m_parameters->setVisible(function.shown && m_parameters->layout()->count() > 0);
    const double value = function.activation.parameters.front();
    // What comes back from the row itself must not move the knob that is being dragged.
    if (m_number != nullptr && m_number->value() != value) {
        m_number->setValue(value);
    }
    if (m_choice != nullptr) {
        m_choice->setCurrentIndex(static_cast<int>(value));
    }
}

std::vector<QWidget*> FunctionRow::tabStops() const {
    std::vector<QWidget*> stops{m_toggle};
    if (m_number != nullptr) {
        stops.push_back(m_number->slider());
        stops.push_back(m_number->field());
    }
    if (m_choice != nullptr) {
        stops.push_back(m_choice);
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
