// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/live_settings.h"

#include "ui/controls/section_header.h"
#include "ui/controls/value_row.h"
#include "ui/session/experiment_document.h"
#include "ui/training/setup/run_edits.h"
#include "ui/training/setup/schedule_editor.h"
#include "ui/training/setup/stop_editor.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace reluscope::ui {
namespace {

constexpr int labelWidth = 82;
constexpr int fieldWidth = 48;

} // namespace

LiveSettings::LiveSettings(ExperimentDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_nesterov(new QCheckBox(tr("Nesterov's momentum"))) {
    using enum ValueRange::Scale;
    m_learningRate = new ValueRow(tr("Learning rate"),
                                  {.minimum = 1e-4,
                                   .maximum = 10,
                                   .scale = Logarithmic,
                                   .typedMinimum = 1e-9,
                                   .typedMaximum = 1e6},
                                  ValueRow::Arrangement::TwoLines);
    m_learningRate->setTicks({{1e-4, QStringLiteral("10⁻⁴")},
                              {1e-3, QStringLiteral("10⁻³")},
                              {0.01, QStringLiteral("0.01")},
                              {0.1, QStringLiteral("0.1")},
                              {1, QStringLiteral("1")},
                              {10, QStringLiteral("10")}});
    m_momentum =
        new ValueRow(tr("Momentum"), {.minimum = 0, .maximum = 0.99, .typedMaximum = 0.9999});
    m_weightDecay = new ValueRow(tr("Weight decay"),
                                 {.minimum = 0, .maximum = 0.1, .step = 0.001, .typedMaximum = 10});
    m_batchSize = new ValueRow(tr("Batch"), {.minimum = 1,
                                             .maximum = 512,
                                             .scale = Logarithmic,
                                             .step = 1,
                                             .integersOnly = true,
                                             .typedMaximum = 100'000});
    m_epochs = new ValueRow(tr("Epochs"), {.minimum = 1,
                                           .maximum = 1'000,
                                           .scale = Logarithmic,
                                           .step = 1,
                                           .integersOnly = true,
                                           .typedMinimum = 0,
                                           .typedMaximum = 10'000'000});
    m_learningRate->setObjectName(QStringLiteral("learningRate"));
    m_momentum->setObjectName(QStringLiteral("momentum"));
    m_weightDecay->setObjectName(QStringLiteral("weightDecay"));
    m_nesterov->setObjectName(QStringLiteral("nesterov"));
    m_nesterov->setToolTip(tr("Looks ahead to where its momentum takes it."));
    m_batchSize->setObjectName(QStringLiteral("batchSize"));
    m_epochs->setObjectName(QStringLiteral("epochs"));
    m_epochs->setToolTip(tr("How many Run trains, and over how many a cosine goes."));
    m_batchSize->setToolTip(tr("Takes effect at the next epoch."));
    for (ValueRow* row : {m_momentum, m_weightDecay, m_batchSize, m_epochs}) {
        row->setLabelWidth(labelWidth);
        row->setFieldWidth(fieldWidth);
    }
    m_schedule = new ScheduleEditor(labelWidth);
    m_stop = new StopEditor;

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(
        new SectionHeader(IconName::Pulse, tr("Changes at once"), tr("while it trains")));
    layout->addWidget(m_learningRate);
    layout->addWidget(m_momentum);
    layout->addWidget(m_nesterov);
    layout->addWidget(m_weightDecay);
    layout->addWidget(m_batchSize);
    layout->addWidget(m_epochs);
    layout->addWidget(m_schedule);
    layout->addWidget(m_stop);
    connectControls();
    showExperiment();
}

void LiveSettings::connectControls() {
    const auto connectRow = [this](ValueRow* row, const QString& text, auto assign) {
        connect(row, &ValueRow::valueChanged, this,
                [this, text, assign](double value, bool isDragging) {
                    m_document.edit(
                        text, [&](Experiment& experiment) { assign(experiment.training, value); },
                        text);
                    if (!isDragging) {
                        m_document.endGesture();
                    }
                });
    };
    connectRow(m_learningRate, tr("learning rate"), [](TrainingSpec& training, double value) {
        training.optimizer.learningRate = value;
    });
    connectRow(m_momentum, tr("momentum"), [](TrainingSpec& training, double value) {
        setMomentum(training.optimizer, value);
    });
    connectRow(m_weightDecay, tr("weight decay"), [](TrainingSpec& training, double value) {
        training.optimizer.weightDecay = value;
    });
    connectRow(m_batchSize, tr("batch size"), [](TrainingSpec& training, double value) {
        training.batchSize = static_cast<std::size_t>(value);
    });
    connectRow(m_epochs, tr("epochs"), [](TrainingSpec& training, double value) {
        training.epochs = static_cast<std::size_t>(value);
    });
    connect(m_nesterov, &QCheckBox::clicked, this, [this](bool isNesterov) {
        m_document.edit(tr("Nesterov's momentum"), [isNesterov](Experiment& experiment) {
            experiment.training.optimizer.nesterov = isNesterov;
        });
    });
    connect(m_stop, &StopEditor::edited, this, [this](const StopRules& rules) {
        m_document.edit(tr("stop rules"),
                        [&rules](Experiment& experiment) { experiment.training.stop = rules; });
    });
    connect(m_schedule, &ScheduleEditor::edited, this, [this](const Schedule& schedule) {
        m_document.edit(tr("schedule"), [&schedule](Experiment& experiment) {
            experiment.training.schedule = schedule;
        });
    });
    connect(&m_document, &ExperimentDocument::changed, this, &LiveSettings::showExperiment);
    connect(&m_document, &ExperimentDocument::opened, this, &LiveSettings::showExperiment);
}

void LiveSettings::showData(const Dataset& dataset) {
    m_stop->setAccuracyAvailable(dataset.task == Task::Classification);
}

void LiveSettings::showExperiment() {
    const TrainingSpec& training = m_document.experiment().training;
    m_learningRate->setValue(training.optimizer.learningRate);
    const bool hasMomentum = training.optimizer.method != OptimizerMethod::Adam;
    m_momentum->setEnabled(hasMomentum);
    m_momentum->setToolTip(hasMomentum ? QString() : tr("Adam's momentum is a part of it."));
    m_momentum->setValue(training.optimizer.momentum);
    m_nesterov->setVisible(training.optimizer.method == OptimizerMethod::Sgd &&
                           training.optimizer.momentum != 0);
    m_nesterov->setChecked(training.optimizer.nesterov);
    m_weightDecay->setValue(training.optimizer.weightDecay);
    m_batchSize->setValue(static_cast<double>(training.batchSize));
    m_epochs->setValue(static_cast<double>(training.epochs));
    m_schedule->setSchedule(training.schedule);
    m_stop->setRules(training.stop);
}

} // namespace reluscope::ui
