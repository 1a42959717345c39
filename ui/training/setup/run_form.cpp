// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/run_form.h"

#include "ui/controls/number_field.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/theme.h"
#include "ui/training/setup/initialization_editor.h"
#include "ui/training/setup/optimizer_details.h"
#include "ui/training/setup/run_edits.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace reluscope::ui {
namespace {

constexpr int labelWidth = 66;
constexpr qreal indent = 22; ///< of an editor under its box

} // namespace

RunForm::RunForm(ExperimentDocument& document, std::size_t run, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_run(run)
    , m_rows(new QVBoxLayout(this))
    , m_rate(new NumberField(
          {.minimum = 1e-9, .maximum = 1e6, .scale = ValueRange::Scale::Logarithmic}))
    , m_initialization(new InitializationEditor(labelWidth))
    , m_method(new QComboBox)
    , m_layers(new QWidget) {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rate->setObjectName(QStringLiteral("ownLearningRate"));
    m_rate->setAccessibleName(tr("Learning rate"));
    auto* layers = new QGridLayout(m_layers);
    layers->setContentsMargins(0, 0, 0, 0);
    layers->setColumnMinimumWidth(0, scaled(this, labelWidth));
    layers->setColumnStretch(1, 1);

    const QString atOnce = tr("Changes at once.");
    const QString afresh = tr("Starts afresh, from epoch 0.");
    m_hasRate =
        addDeparture(tr("Own learning rate"), IconName::Pulse, atOnce, m_rate, [this](bool own) {
            edit(tr("learning rate"), [own](Experiment& experiment, RunSpec& spec) {
                const double rate = effectiveOptimizer(experiment, spec).learningRate;
                spec.learningRate = own ? std::optional(rate) : std::nullopt;
            });
        });
    m_hasInitialization = addDeparture(
        tr("Own initialization"), IconName::Afresh, afresh, m_initialization, [this](bool own) {
            edit(tr("initialization"), [own](Experiment& experiment, RunSpec& spec) {
                const Initialization initialization = effectiveInitialization(experiment, spec);
                spec.initialization = own ? std::optional(initialization) : std::nullopt;
            });
        });
    m_hasOptimizer =
        addDeparture(tr("Own optimizer"), IconName::Afresh,
                     tr("Another one starts afresh; momentum and decay change at once."),
                     makeOptimizer(), [this](bool own) {
                         edit(tr("optimizer"), [own](Experiment& experiment, RunSpec& spec) {
                             const OptimizerSpec optimizer = effectiveOptimizer(experiment, spec);
                             spec.optimizer = own ? std::optional(optimizer) : std::nullopt;
                             if (own) {
                                 spec.learningRate =
                                     optimizer.learningRate; // no longer that of all
                             }
                         });
                     });
    m_hasLayers = addDeparture(
        tr("An activation for each layer"), IconName::Afresh, afresh, m_layers, [this](bool own) {
            edit(tr("activation"), [own](Experiment& experiment, RunSpec& spec) {
                spec.activations = own ? activationPerLayer(experiment, spec)
                                       : std::vector{spec.activations.front()};
            });
        });

    connect(m_rate, &NumberField::valueChanged, this, [this](double rate) {
        edit(tr("learning rate"), [rate](Experiment&, RunSpec& spec) { spec.learningRate = rate; });
    });
    connect(m_initialization, &InitializationEditor::edited, this,
            [this](const Initialization& initialization) {
                edit(tr("initialization"),
                     [&](Experiment&, RunSpec& spec) { spec.initialization = initialization; });
            });
    m_hasRate->setObjectName(QStringLiteral("hasLearningRate"));
    m_hasInitialization->setObjectName(QStringLiteral("hasInitialization"));
    m_hasOptimizer->setObjectName(QStringLiteral("hasOptimizer"));
    m_hasLayers->setObjectName(QStringLiteral("hasLayers"));
    showExperiment();
}

QCheckBox* RunForm::addDeparture(const QString& text, IconName icon, const QString& hint,
                                 QWidget* editor, const std::function<void(bool)>& set) {
    auto* box = new QCheckBox(text);
    box->setIcon(ui::icon(icon));
    box->setToolTip(hint);
    box->setAccessibleDescription(hint);
    auto* indented = new QVBoxLayout;
    indented->setContentsMargins(scaled(this, indent), 0, 0, 0);
    indented->addWidget(editor);
    m_rows->addWidget(box);
    m_rows->addLayout(indented);
    connect(box, &QCheckBox::clicked, this, set);
    return box;
}

QWidget* RunForm::makeOptimizer() {
    auto* editor = new QWidget;
    auto* grid = new QGridLayout(editor);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    m_method->setObjectName(QStringLiteral("ownOptimizer"));
    m_method->setAccessibleName(tr("Optimizer"));
    for (const OptimizerMethodInfo& info : optimizerMethods()) {
        m_method->addItem(toQString(info.name));
    }
    m_momentum = addOptimizerField(tr("Momentum"), "ownMomentum", 0.9999, &setMomentum);
    m_weightDecay = addOptimizerField(
        tr("Weight decay"), "ownWeightDecay", 10,
        [](OptimizerSpec& optimizer, double value) { optimizer.weightDecay = value; });
    m_nesterov = new QCheckBox(tr("Nesterov's momentum"));
    m_nesterov->setObjectName(QStringLiteral("ownNesterov"));
    m_details = new OptimizerDetails;
    grid->addWidget(m_method, 0, 0, 1, 2);
    grid->addWidget(new QLabel(m_momentum->accessibleName()), 1, 0);
    grid->addWidget(m_momentum, 1, 1);
    grid->addWidget(m_nesterov, 2, 0, 1, 2);
    grid->addWidget(new QLabel(m_weightDecay->accessibleName()), 3, 0);
    grid->addWidget(m_weightDecay, 3, 1);
    grid->addWidget(m_details, 4, 0, 1, 2);
    connect(m_nesterov, &QCheckBox::clicked, this, [this](bool isNesterov) {
        edit(tr("Nesterov's momentum"),
             [isNesterov](Experiment&, RunSpec& spec) { spec.optimizer->nesterov = isNesterov; });
    });
    connect(m_details, &OptimizerDetails::edited, this,
            [this](const QString& text, const OptimizerSpec& optimizer) {
                edit(text,
                     [&optimizer](Experiment&, RunSpec& spec) { spec.optimizer = optimizer; });
            });
    connect(m_method, &QComboBox::activated, this, [this](int index) {
        const OptimizerMethodInfo& info = optimizerMethods()[static_cast<std::size_t>(index)];
        edit(tr("optimizer"), [&info](Experiment&, RunSpec& spec) {
            spec.optimizer->method = info.method;
            spec.learningRate = info.learningRate;
        });
    });
    return editor;
}

NumberField* RunForm::addOptimizerField(const QString& name, const char* objectName, double maximum,
                                        void (*set)(OptimizerSpec& optimizer, double value)) {
    auto* field = new NumberField({.minimum = 0, .maximum = maximum});
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(name);
    connect(field, &NumberField::valueChanged, this, [this, name, set](double value) {
        edit(name.toLower(),
             [set, value](Experiment&, RunSpec& spec) { set(*spec.optimizer, value); });
    });
    return field;
}

void RunForm::edit(const QString& text, const std::function<void(Experiment&, RunSpec&)>& change) {
    // A field that goes with a removed run may still tell what was typed.
    if (m_run < m_document.experiment().runs.size()) {
        m_document.edit(text, [this, &change](Experiment& experiment) {
            change(experiment, experiment.runs[m_run]);
        });
    }
}

void RunForm::showExperiment() {
    const Experiment& experiment = m_document.experiment();
    const RunSpec& spec = experiment.runs[m_run];
    m_hasRate->setChecked(spec.learningRate.has_value());
    m_rate->setVisible(spec.learningRate.has_value());
    const OptimizerSpec optimizer = effectiveOptimizer(experiment, spec);
    m_rate->setValue(optimizer.learningRate);

    m_hasInitialization->setChecked(spec.initialization.has_value());
    m_initialization->setVisible(spec.initialization.has_value());
    m_initialization->setInitialization(effectiveInitialization(experiment, spec));

    m_hasOptimizer->setChecked(spec.optimizer.has_value());
    m_method->parentWidget()->setVisible(spec.optimizer.has_value());
    m_method->setCurrentText(toQString(optimizerMethodInfo(optimizer.method).name));
    m_momentum->setEnabled(optimizer.method != OptimizerMethod::Adam);
    m_momentum->setValue(optimizer.momentum);
    m_nesterov->setVisible(optimizer.method == OptimizerMethod::Sgd && optimizer.momentum != 0);
    m_nesterov->setChecked(optimizer.nesterov);
    m_weightDecay->setValue(optimizer.weightDecay);
    m_details->setOptimizer(optimizer);

    const auto activations = activationPerLayer(experiment, spec);
    const bool isEach = spec.activations.size() > 1;
    m_hasLayers->setChecked(isEach);
    m_hasLayers->setVisible(activations.size() > 1);
    m_layers->setVisible(isEach);
    if (isEach) {
        showLayers(activations);
    }
}

void RunForm::showLayers(const std::vector<Activation>& activations) {
    auto* grid = static_cast<QGridLayout*>(m_layers->layout());
    while (m_activations.size() > activations.size()) {
        const auto row = static_cast<int>(m_activations.size()) - 1;
        delete grid->itemAtPosition(row, 0)->widget();
        delete m_activations.back();
        m_activations.pop_back();
    }
    while (m_activations.size() < activations.size()) {
        const std::size_t layer = m_activations.size();
        const QString name = tr("Layer %1").arg(layer + 1);
        auto* box = new QComboBox;
        box->setObjectName(QStringLiteral("activationOfLayer%1").arg(layer + 1));
        box->setAccessibleName(name);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        for (const ActivationInfo& info : activationTable()) {
            box->addItem(functionName(info));
        }
        connect(box, &QComboBox::activated, this, [this, layer](int index) {
            edit(tr("activation"), [layer, index](Experiment&, RunSpec& spec) {
                spec.activations[layer] =
                    Activation(activationTable()[static_cast<std::size_t>(index)]);
            });
        });
        const auto row = static_cast<int>(layer);
        grid->addWidget(new QLabel(name), row, 0);
        grid->addWidget(box, row, 1);
        m_activations.push_back(box);
    }
    for (std::size_t layer = 0; layer < activations.size(); ++layer) {
        m_activations[layer]->setCurrentText(functionName(*activations[layer].info));
    }
}

} // namespace reluscope::ui
