// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_setup.h"

#include "ui/controls/section_header.h"
#include "ui/controls/value_row.h"
#include "ui/learningrate/rate_range_row.h"
#include "ui/learningrate/row_list.h"
#include "ui/learningrate/sweep_progress.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace reluscope::ui {
namespace {

constexpr int labelWidth = 66;
constexpr int fieldWidth = 48;

QLabel* makeWords() {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextRole(label, TextRole::Value);
    label->hide();
    return label;
}

} // namespace

SweepSetup::SweepSetup(ExperimentDocument& document, SweepSession& sweep, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_sweep(sweep)
    , m_controls(new QWidget)
    , m_range(new RateRangeRow(labelWidth))
    , m_rates(
          new ValueRow(tr("Steps"), {.minimum = 2, .maximum = 41, .step = 1, .integersOnly = true}))
    , m_seeds(new ValueRow(
          tr("Seeds"),
          {.minimum = 1, .maximum = 20, .step = 1, .integersOnly = true, .typedMaximum = 1'000}))
    , m_epochs(new ValueRow(tr("Epochs"), {.minimum = 1,
                                           .maximum = 1'000,
                                           .scale = ValueRange::Scale::Logarithmic,
                                           .step = 1,
                                           .integersOnly = true,
                                           .typedMinimum = 0,
                                           .typedMaximum = 1'000'000}))
    , m_axis(new QComboBox)
    , m_baseLabel(new QLabel(tr("Of run")))
    , m_base(new QComboBox)
    , m_rows(new RowList(document, sweep.plan()))
    , m_noRows(makeWords()) {
    m_range->setObjectName(QStringLiteral("sweepRange"));
    m_rates->setObjectName(QStringLiteral("sweepRates"));
    m_seeds->setObjectName(QStringLiteral("sweepSeeds"));
    m_epochs->setObjectName(QStringLiteral("sweepEpochs"));
    m_axis->setObjectName(QStringLiteral("sweepAxis"));
    m_base->setObjectName(QStringLiteral("sweepBase"));
    m_axis->setAccessibleName(tr("Compare"));
    m_base->setAccessibleName(tr("Of run"));
    m_seeds->setToolTip(tr("Each draws other weights and another order of batches."));
    m_noRows->setText(
        tr("The layers of this run have activations of their own; choose another run."));
    for (ValueRow* row : {m_rates, m_seeds, m_epochs}) {
        row->setLabelWidth(labelWidth);
        row->setFieldWidth(fieldWidth);
    }
    m_axis->addItems({tr("Activations"), tr("Initializations"), tr("Depths")}); // as SweepAxis
    for (QComboBox* box : {m_axis, m_base}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }

    auto* compared = new QGridLayout;
    compared->setColumnMinimumWidth(0, scaled(this, labelWidth));
    compared->setColumnStretch(1, 1);
    compared->addWidget(new QLabel(tr("Compare")), 0, 0);
    compared->addWidget(m_axis, 0, 1);
    compared->addWidget(m_baseLabel, 1, 0);
    compared->addWidget(m_base, 1, 1);
    auto* controls = new QVBoxLayout(m_controls);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->addWidget(m_range);
    controls->addWidget(m_rates);
    controls->addWidget(m_seeds);
    controls->addWidget(m_epochs);
    controls->addLayout(compared);
    controls->addWidget(m_rows);
    controls->addWidget(m_noRows);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new SectionHeader(tr("Sweep"), tr("rates × runs × seeds")));
    layout->addWidget(m_controls);
    layout->addWidget(new SweepProgress(sweep));

    connectControls();
    showPlan();
    showState();
}

void SweepSetup::connectControls() {
    SweepPlan& plan = m_sweep.plan();
    connect(m_range, &RateRangeRow::ratesChanged, this, [&plan](double lowest, double highest) {
        plan.edit(tr("rates"), [lowest, highest](SweepSettings& settings) {
            settings.lowestRate = lowest;
            settings.highestRate = highest;
        });
    });
    const auto connectRow = [this, &plan](ValueRow* row, const QString& text, const auto& set) {
        connect(row, &ValueRow::valueChanged, this,
                [row, text, set, &plan](double value, bool isDragging) {
                    plan.edit(
                        text,
                        [&](SweepSettings& settings) {
                            set(settings, static_cast<std::size_t>(value));
                        },
                        row->objectName());
                    if (!isDragging) {
                        plan.endGesture();
                    }
                });
    };
    connectRow(m_rates, tr("number of rates"),
               [](SweepSettings& settings, std::size_t rates) { settings.rates = rates; });
    connectRow(m_seeds, tr("seeds"),
               [](SweepSettings& settings, std::size_t seeds) { settings.seeds = seeds; });
    connectRow(m_epochs, tr("epochs"),
               [](SweepSettings& settings, std::size_t epochs) { settings.epochs = epochs; });
    connect(m_axis, &QComboBox::activated, this, [&plan](int index) {
        plan.edit(tr("what is compared"), [index](SweepSettings& settings) {
            settings.axis = static_cast<SweepAxis>(index);
        });
    });
    connect(m_base, &QComboBox::activated, this, [&plan](int index) {
        plan.edit(tr("run that is varied"), [index](SweepSettings& settings) {
            settings.base = static_cast<std::size_t>(index);
        });
    });
    connect(&plan, &SweepPlan::changed, this, &SweepSetup::showPlan);
    connect(&m_document, &ExperimentDocument::changed, this, &SweepSetup::showPlan);
    connect(&m_document, &ExperimentDocument::opened, this, &SweepSetup::showPlan);
    connect(&m_sweep, &SweepSession::stateChanged, this, &SweepSetup::showState);
}

void SweepSetup::showPlan() {
    const SweepSettings& settings = m_sweep.plan().settings();
    m_range->setRates(settings.lowestRate, settings.highestRate);
    m_rates->setValue(static_cast<double>(settings.rates));
    m_seeds->setValue(static_cast<double>(settings.seeds));
    m_epochs->setValue(
        static_cast<double>(settings.epochs.value_or(m_document.experiment().training.epochs)));
    m_axis->setCurrentIndex(static_cast<int>(settings.axis));
    showRuns();
    m_rows->showChoices();
    m_noRows->setVisible(rowChoices(m_document.experiment(), settings.axis, settings.base).empty());
}

void SweepSetup::showRuns() {
    const SweepSettings& settings = m_sweep.plan().settings();
    const auto& runs = m_document.experiment().runs;
    m_base->clear();
    for (const RunSpec& run : runs) {
        m_base->addItem(toQString(run.name));
    }
    m_base->setCurrentIndex(static_cast<int>(std::min(settings.base, runs.size() - 1)));
    const bool isVaried = settings.axis != SweepAxis::Activations;
    m_baseLabel->setVisible(isVaried);
    m_base->setVisible(isVaried);
}

void SweepSetup::showState() {
    m_controls->setEnabled(!m_sweep.isUnderWay());
}

} // namespace reluscope::ui
