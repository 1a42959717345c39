// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/initialization_editor.h"

#include "ui/controls/number_field.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace reluscope::ui {

InitializationEditor::InitializationEditor(int labelWidth, QWidget* parent)
    : QWidget(parent)
    , m_weights(new QComboBox)
    , m_parameterLabel(new QLabel)
    , m_parameter(new NumberField({.minimum = 0, .maximum = 1000, .step = 0.01}))
    , m_biasLabel(new QLabel(tr("Bias")))
    , m_bias(new NumberField({.minimum = -100, .maximum = 100, .step = 0.1}))
    , m_gain(new NumberField({.minimum = 0, .maximum = 1000, .step = 0.1})) {
    m_weights->setObjectName(QStringLiteral("weights"));
    m_weights->setAccessibleName(tr("Weights"));
    m_weights->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const WeightSchemeInfo& scheme : weightSchemes()) {
        m_weights->addItem(weightSchemeName(scheme.scheme));
    }
    m_parameter->setObjectName(QStringLiteral("weightParameter"));
    m_bias->setObjectName(QStringLiteral("bias"));
    m_bias->setAccessibleName(tr("Bias"));
    m_gain->setObjectName(QStringLiteral("gain"));
    m_gain->setAccessibleName(tr("Gain"));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnMinimumWidth(0, scaled(this, labelWidth));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(new QLabel(tr("Weights")), 0, 0);
    grid->addWidget(m_weights, 0, 1, 1, 3);
    grid->addWidget(m_parameterLabel, 1, 0);
    grid->addWidget(m_parameter, 1, 1);
    grid->addWidget(m_biasLabel, 2, 0);
    grid->addWidget(m_bias, 2, 1);
    grid->addWidget(new QLabel(tr("Gain")), 2, 2);
    grid->addWidget(m_gain, 2, 3);

    connect(m_weights, &QComboBox::activated, this, [this](int index) {
        chooseScheme(weightSchemes()[static_cast<std::size_t>(index)].scheme);
    });
    connectField(m_parameter, &Initialization::parameter);
    connectField(m_bias, &Initialization::bias);
    connectField(m_gain, &Initialization::gain);
    setInitialization({});
}

void InitializationEditor::connectField(NumberField* field, double Initialization::*member) {
    connect(field, &NumberField::valueChanged, this, [this, member](double value) {
        m_initialization.*member = value;
        emit edited(m_initialization);
    });
}

void InitializationEditor::chooseScheme(WeightScheme scheme) {
    m_initialization.weights = scheme;
    if (scheme == WeightScheme::TorchDefault) {
        m_initialization.bias = 0;
    }
    setInitialization(m_initialization);
    emit edited(m_initialization);
}

void InitializationEditor::setInitialization(const Initialization& initialization) {
    m_initialization = initialization;
    m_weights->setCurrentText(weightSchemeName(initialization.weights));
    const std::string_view parameter = weightSchemeInfo(initialization.weights).parameter;
    m_parameterLabel->setVisible(!parameter.empty());
    m_parameter->setVisible(!parameter.empty());
    m_parameterLabel->setText(weightParameterName(parameter));
    m_parameter->setAccessibleName(m_parameterLabel->text());
    m_parameter->setValue(initialization.parameter);
    const bool hasConstantBias = initialization.weights != WeightScheme::TorchDefault;
    m_bias->setEnabled(hasConstantBias);
    m_biasLabel->setEnabled(hasConstantBias);
    m_bias->setToolTip(hasConstantBias ? QString()
                                       : tr("PyTorch's default draws the biases, too."));
    m_bias->setValue(initialization.bias);
    m_gain->setValue(initialization.gain);
}

} // namespace reluscope::ui
