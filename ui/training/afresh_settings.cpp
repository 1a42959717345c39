// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/afresh_settings.h"

#include "core/io/dataset_loader.h"
#include "ui/controls/number_text.h"
#include "ui/controls/value_row.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/training/layers_editor.h"
#include "ui/training/section_header.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace reluscope::ui {
namespace {

constexpr int labelWidth = 66;
constexpr int fieldWidth = 56;

/// Whether files or points are needed that only an experiment file can name.
bool needsExperimentFile(std::string_view source) {
    return source == idxSource || source == csvSource || source == pointsSource;
}

} // namespace

AfreshSettings::AfreshSettings(ExperimentDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_source(new QComboBox)
    , m_noise(new ValueRow(
          tr("Noise"),
          {.minimum = 0, .maximum = 0.5, .step = 0.005, .typedMinimum = 0, .typedMaximum = 10}))
    , m_examples(new QLabel)
    , m_layers(new LayersEditor)
    , m_weights(new QComboBox)
    , m_spreadLabel(new QLabel)
    , m_spread(new NumberField({.minimum = 0, .maximum = 1000, .step = 0.01}))
    , m_biasLabel(new QLabel(tr("Bias")))
    , m_bias(new NumberField({.minimum = -100, .maximum = 100, .step = 0.1}))
    , m_gain(new NumberField({.minimum = 0, .maximum = 1000, .step = 0.1})) {
    m_source->setObjectName(QStringLiteral("dataSource"));
    m_source->setAccessibleName(tr("Data"));
    m_noise->setObjectName(QStringLiteral("noise"));
    m_noise->setLabelWidth(labelWidth);
    m_noise->setFieldWidth(fieldWidth);
    m_layers->setObjectName(QStringLiteral("layers"));
    m_weights->setObjectName(QStringLiteral("weights"));
    m_weights->setAccessibleName(tr("Weights"));
    m_spread->setObjectName(QStringLiteral("weightParameter"));
    m_bias->setObjectName(QStringLiteral("bias"));
    m_bias->setAccessibleName(tr("Bias"));
    m_gain->setObjectName(QStringLiteral("gain"));
    m_gain->setAccessibleName(tr("Gain"));
    for (QComboBox* box : {m_source, m_weights}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    for (const WeightSchemeInfo& scheme : weightSchemes()) {
        m_weights->addItem(weightSchemeName(scheme.scheme));
    }

    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(new QLabel(tr("Data")), 0, 0);
    grid->addWidget(m_source, 0, 1, 1, 3);
    grid->addWidget(m_noise, 1, 0, 1, 4);
    grid->addWidget(new QLabel(tr("Examples")), 2, 0);
    grid->addWidget(m_examples, 2, 1, 1, 3);
    grid->addWidget(m_layers, 3, 0, 1, 4);
    grid->addWidget(new QLabel(tr("Weights")), 4, 0);
    grid->addWidget(m_weights, 4, 1, 1, 3);
    grid->addWidget(m_spreadLabel, 5, 0);
    grid->addWidget(m_spread, 5, 1);
    grid->addWidget(m_biasLabel, 6, 0);
    grid->addWidget(m_bias, 6, 1);
    grid->addWidget(new QLabel(tr("Gain")), 6, 2);
    grid->addWidget(m_gain, 6, 3);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new SectionHeader(IconName::Afresh, tr("Starts afresh"), tr("from epoch 0")));
    layout->addLayout(grid);

    connectControls();
    showExperiment();
}

void AfreshSettings::connectControls() {
    connect(m_source, &QComboBox::activated, this, &AfreshSettings::chooseSource);
    connect(m_noise, &ValueRow::valueChanged, this, [this](double value, bool isDragging) {
        m_document.edit(
            tr("noise"), [value](Experiment& experiment) { experiment.data.noise = value; },
            QStringLiteral("noise"));
        if (!isDragging) {
            m_document.endGesture();
        }
    });
    connect(m_layers, &LayersEditor::hiddenChanged, this,
            [this](const std::vector<std::size_t>& hidden) {
                m_document.edit(tr("layers"), [&hidden](Experiment& experiment) {
                    experiment.network.hidden = hidden;
                });
            });
    connect(m_weights, &QComboBox::activated, this, [this](int index) {
        m_document.edit(tr("initialization"), [index](Experiment& experiment) {
            Initialization& initialization = experiment.network.initialization;
            initialization.weights = weightSchemes()[static_cast<std::size_t>(index)].scheme;
            if (initialization.weights == WeightScheme::TorchDefault) {
                initialization.bias = 0;
            }
        });
    });
    connect(m_spread, &NumberField::valueChanged, this, [this](double value) {
        m_document.edit(tr("initialization"), [value](Experiment& experiment) {
            experiment.network.initialization.parameter = value;
        });
    });
    connect(m_bias, &NumberField::valueChanged, this, [this](double value) {
        m_document.edit(tr("bias"), [value](Experiment& experiment) {
            experiment.network.initialization.bias = value;
        });
    });
    connect(m_gain, &NumberField::valueChanged, this, [this](double value) {
        m_document.edit(tr("gain"), [value](Experiment& experiment) {
            experiment.network.initialization.gain = value;
        });
    });
    connect(&m_document, &ExperimentDocument::changed, this, &AfreshSettings::showExperiment);
    connect(&m_document, &ExperimentDocument::opened, this, &AfreshSettings::showExperiment);
}

void AfreshSettings::showExperiment() {
    const Experiment& experiment = m_document.experiment();
    m_source->clear();
    for (const DataSource& source : dataSources()) {
        const std::string id(source.id);
        if (!needsExperimentFile(id) || experiment.data.source == id) {
            m_source->addItem(dataSourceName(source.id), QString::fromStdString(id));
        }
    }
    m_source->setCurrentIndex(m_source->findData(QString::fromStdString(experiment.data.source)));
    m_noise->setVisible(isGenerated(experiment.data.source));
    m_noise->setValue(experiment.data.noise);
    m_layers->setHidden(experiment.network.hidden);

    const Initialization& initialization = experiment.network.initialization;
    m_weights->setCurrentText(weightSchemeName(initialization.weights));
    const std::string_view parameter = weightSchemeInfo(initialization.weights).parameter;
    m_spreadLabel->setVisible(!parameter.empty());
    m_spread->setVisible(!parameter.empty());
    m_spreadLabel->setText(weightParameterName(parameter));
    m_spread->setAccessibleName(m_spreadLabel->text());
    m_spread->setValue(initialization.parameter);
    const bool hasConstantBias = initialization.weights != WeightScheme::TorchDefault;
    m_bias->setEnabled(hasConstantBias);
    m_biasLabel->setEnabled(hasConstantBias);
    m_bias->setToolTip(hasConstantBias ? QString()
                                       : tr("PyTorch's default draws the biases, too."));
    m_bias->setValue(initialization.bias);
    m_gain->setValue(initialization.gain);
}

void AfreshSettings::showData(std::size_t inputs, std::size_t outputs, std::size_t trainExamples,
                              std::size_t testExamples) {
    m_layers->setEnds(inputs, outputs);
    m_examples->setText(tr("%1 train, %2 test")
                            .arg(countText(static_cast<qint64>(trainExamples)),
                                 countText(static_cast<qint64>(testExamples))));
}

void AfreshSettings::chooseSource(int index) {
    const std::string id = m_source->itemData(index).toString().toStdString();
    m_document.edit(tr("data"), [&id](Experiment& experiment) {
        DataSpec& spec = experiment.data;
        const bool wasGenerated = isGenerated(spec.source);
        spec.source = id;
        // Counts carry over between generated sets only; a file offers all that it has.
        if (wasGenerated != isGenerated(spec.source)) {
            spec.train.reset();
            spec.test.reset();
        }
        // A loss chosen for classes does not suit values, and the other way round.
        experiment.training.loss.reset();
    });
}

} // namespace reluscope::ui
