// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/afresh_settings.h"

#include "ui/controls/section_header.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/theme.h"
#include "ui/training/setup/data_settings.h"
#include "ui/training/setup/initialization_editor.h"
#include "ui/training/setup/layers_editor.h"
#include "ui/training/setup/optimizer_details.h"
#include "ui/training/setup/run_edits.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <optional>

namespace reluscope::ui {
namespace {

constexpr int labelWidth = 66;

QString nameOf(Loss loss) {
    switch (loss) {
    case Loss::CrossEntropy:
        return AfreshSettings::tr("Softmax cross-entropy");
    case Loss::BinaryCrossEntropy:
        return AfreshSettings::tr("Binary cross-entropy");
    case Loss::MeanSquaredError:
        return AfreshSettings::tr("Squared error");
    case Loss::HalfMeanSquaredError:
        return AfreshSettings::tr("Half squared error");
    }
    return {};
}

} // namespace

AfreshSettings::AfreshSettings(ExperimentDocument& document, DataFiles& files, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_data(new DataSettings(document, files, labelWidth))
    , m_layers(new LayersEditor)
    , m_initialization(new InitializationEditor(labelWidth))
    , m_optimizer(new QComboBox)
    , m_details(new OptimizerDetails)
    , m_loss(new QComboBox) {
    m_layers->setObjectName(QStringLiteral("layers"));
    m_optimizer->setObjectName(QStringLiteral("optimizer"));
    m_optimizer->setAccessibleName(tr("Optimizer"));
    m_optimizer->setToolTip(tr("Sets the learning rate to the usual one of the optimizer."));
    for (const OptimizerMethodInfo& info : optimizerMethods()) {
        m_optimizer->addItem(toQString(info.name));
    }
    m_loss->setObjectName(QStringLiteral("loss"));
    m_loss->setAccessibleName(tr("Loss"));
    for (QComboBox* box : {m_optimizer, m_loss}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }

    auto* grid = new QGridLayout;
    grid->setColumnMinimumWidth(0, scaled(this, labelWidth));
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("Optimizer")), 0, 0);
    grid->addWidget(m_optimizer, 0, 1);
    grid->addWidget(m_details, 1, 0, 1, 2);
    grid->addWidget(new QLabel(tr("Loss")), 2, 0);
    grid->addWidget(m_loss, 2, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new SectionHeader(IconName::Afresh, tr("Starts afresh"), tr("from epoch 0")));
    layout->addWidget(m_data);
    layout->addWidget(m_layers);
    layout->addWidget(m_initialization);
    layout->addLayout(grid);

    connectControls();
    showExperiment();
}

void AfreshSettings::connectControls() {
    connect(m_layers, &LayersEditor::hiddenChanged, this,
            [this](const std::vector<std::size_t>& hidden) {
                m_document.edit(tr("layers"), [&hidden](Experiment& experiment) {
                    setHiddenLayers(experiment, hidden);
                });
            });
    connect(m_initialization, &InitializationEditor::edited, this,
            [this](const Initialization& initialization) {
                m_document.edit(tr("initialization"), [&](Experiment& experiment) {
                    experiment.network.initialization = initialization;
                });
            });
    connect(m_optimizer, &QComboBox::activated, this, [this](int index) {
        chooseOptimizer(optimizerMethods()[static_cast<std::size_t>(index)].method);
    });
    connect(m_details, &OptimizerDetails::edited, this,
            [this](const QString& text, const OptimizerSpec& optimizer) {
                m_document.edit(text, [&optimizer](Experiment& experiment) {
                    experiment.training.optimizer = optimizer;
                });
            });
    connect(m_loss, &QComboBox::activated, this, [this](int index) {
        m_document.edit(tr("loss"), [this, index](Experiment& experiment) {
            experiment.training.loss = m_loss->itemData(index).value<std::optional<Loss>>();
        });
    });
    connect(&m_document, &ExperimentDocument::changed, this, &AfreshSettings::showExperiment);
    connect(&m_document, &ExperimentDocument::opened, this, &AfreshSettings::showExperiment);
}

void AfreshSettings::chooseOptimizer(OptimizerMethod method) {
    m_document.edit(tr("optimizer"), [method](Experiment& experiment) {
        OptimizerSpec& optimizer = experiment.training.optimizer;
        if (optimizer.method != method) {
            optimizer.method = method;
            // A rate that suits one is far off for another.
            optimizer.learningRate = optimizerMethodInfo(method).learningRate;
        }
    });
}

void AfreshSettings::showExperiment() {
    const Experiment& experiment = m_document.experiment();
    m_layers->setHidden(experiment.network.hidden);
    m_initialization->setInitialization(experiment.network.initialization);
    m_optimizer->setCurrentText(
        toQString(optimizerMethodInfo(experiment.training.optimizer.method).name));
    m_details->setOptimizer(experiment.training.optimizer);
    showLoss();
}

void AfreshSettings::showLoss() {
    const std::optional<Loss> loss = m_document.experiment().training.loss;
    int current = -1;
    for (int index = 0; index < m_loss->count(); ++index) {
        if (m_loss->itemData(index).value<std::optional<Loss>>() == loss) {
            current = index;
        }
    }
    m_loss->setCurrentIndex(current);
}

void AfreshSettings::showData(const Dataset& dataset) {
    m_data->showData(dataset);
    m_layers->setEnds(dataset.featureCount, dataset.outputCount());
    const auto add = [this](const QString& name, std::optional<Loss> loss) {
        m_loss->addItem(name, QVariant::fromValue(loss));
    };
    m_loss->clear();
    add(tr("Automatic"), std::nullopt);
    const QString automatic = nameOf(automaticLoss(dataset.task, dataset.outputCount()));
    m_loss->setToolTip(tr("The automatic one for these data: %1.").arg(automatic));
    for (const LossInfo& info : losses()) {
        if (fits(info.loss, dataset.task, dataset.outputCount())) {
            add(nameOf(info.loss), info.loss);
        }
    }
    showLoss();
}

} // namespace reluscope::ui
