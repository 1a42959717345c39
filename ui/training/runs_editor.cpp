// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/runs_editor.h"

#include "ui/controls/number_field.h"
#include "ui/controls/number_text.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"
#include "ui/training/run_swatch.h"
#include "ui/training/section_header.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reluscope::ui {
namespace {

bool hasRun(const Experiment& experiment, const std::string& name) {
    return std::ranges::find(experiment.runs, name, &RunSpec::name) != experiment.runs.end();
}

/// A name that no run of the experiment has yet: "ReLU", "ReLU 2", ...
std::string freeName(const Experiment& experiment, std::string_view wanted) {
    std::string name(wanted);
    for (int number = 2; hasRun(experiment, name); ++number) {
        name = std::string(wanted) + ' ' + std::to_string(number);
    }
    return name;
}

/// A number can be shown beside the name where all layers have the same activation.
bool hasNumber(const RunSpec& run) {
    const auto& parameters = run.activations.front().info->parameters;
    return run.activations.size() == 1 && !parameters.empty() && !parameters.front().isChoice();
}

/// What sets a run apart besides its activation.
QString departure(const RunSpec& run) {
    return run.learningRate ? RunsEditor::tr("rate %1").arg(exactText(*run.learningRate))
                            : QString();
}

} // namespace

RunsEditor::RunsEditor(ExperimentDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_rows(new QVBoxLayout)
    , m_add(new QPushButton(icon(IconName::Plus), tr("Add a run"))) {
    m_add->setObjectName(QStringLiteral("addRun"));
    auto* menu = new QMenu(m_add);
    for (const ActivationInfo& activation : activationTable()) {
        menu->addAction(toQString(activation.name), this,
                        [this, &activation] { addRun(activation); });
    }
    m_add->setMenu(menu);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new SectionHeader(tr("Runs"), tr("same data, order and draws")));
    layout->addLayout(m_rows);
    layout->addWidget(m_add);
    connect(&m_document, &ExperimentDocument::changed, this, &RunsEditor::showExperiment);
    connect(&m_document, &ExperimentDocument::opened, this, &RunsEditor::showExperiment);
    showExperiment();
}

void RunsEditor::showExperiment() {
    const auto& runs = m_document.experiment().runs;
    m_add->setEnabled(runs.size() < mostRuns);
    if (m_shown == runs) {
        return;
    }
    m_shown = runs;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        // Later, since the change may come from a control in it.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t run = 0; run < runs.size(); ++run) {
        m_rows->addWidget(makeRow(run));
    }
}

QWidget* RunsEditor::makeRow(std::size_t run) {
    const RunSpec& spec = m_document.experiment().runs[run];
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLabel(toQString(spec.name));
    setTextRole(name, TextRole::Title);
    name->setTextFormat(Qt::PlainText);
    auto* note = new QLabel(departure(spec));
    setTextRole(note, TextRole::Note);
    layout->addWidget(new RunSwatch(static_cast<int>(run)));
    layout->addWidget(name);
    layout->addWidget(note);
    layout->addStretch();

    if (hasNumber(spec)) {
        constexpr qreal fieldWidth = 56;
        const ActivationParameter& parameter = spec.activations.front().info->parameters.front();
        auto* symbol = new QLabel(shortParameterName(parameter));
        setTextRole(symbol, TextRole::Note);
        auto* field = new NumberField(
            {.minimum = parameter.minimum, .maximum = parameter.maximum, .step = 0.01});
        field->setObjectName(QStringLiteral("parameterOfRun%1").arg(run + 1));
        field->setAccessibleName(
            tr("%1 of %2").arg(parameterName(parameter), toQString(spec.name)));
        field->setFixedWidth(scaled(this, fieldWidth));
        field->setValue(spec.activations.front().parameters.front());
        connect(field, &NumberField::valueChanged, this, [this, run](double value) {
            m_document.edit(tr("parameter"), [run, value](Experiment& experiment) {
                experiment.runs[run].activations.front().parameters.front() = value;
            });
        });
        layout->addWidget(symbol);
        layout->addWidget(field);
    }

    auto* more = new QToolButton;
    more->setObjectName(QStringLiteral("moreOfRun%1").arg(run + 1));
    more->setIcon(icon(IconName::More));
    more->setAutoRaise(true);
    more->setAccessibleName(tr("Change %1").arg(toQString(spec.name)));
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    fillRunMenu(*menu, run);
    more->setMenu(menu);
    layout->addWidget(more);
    return row;
}

void RunsEditor::fillRunMenu(QMenu& menu, std::size_t run) {
    QMenu* activations = menu.addMenu(tr("Activation"));
    for (const ActivationInfo& info : activationTable()) {
        activations->addAction(toQString(info.name), this, [this, run, &info] {
            m_document.edit(tr("activation"), [run, &info](Experiment& experiment) {
                RunSpec& spec = experiment.runs[run];
                spec.name.clear();
                spec.name = freeName(experiment, info.name);
                spec.activations = {Activation(info)};
            });
        });
    }
    QMenu* rates = menu.addMenu(tr("Learning rate"));
    rates->addAction(tr("As all others"), this, [this, run] {
        m_document.edit(tr("learning rate"), [run](Experiment& experiment) {
            experiment.runs[run].learningRate.reset();
        });
    });
    const double common = m_document.experiment().training.optimizer.learningRate;
    for (const double factor : {0.1, 0.5, 2.0, 10.0}) {
        const double rate = common * factor;
        rates->addAction(exactText(rate), this, [this, run, rate] {
            m_document.edit(tr("learning rate"), [run, rate](Experiment& experiment) {
                experiment.runs[run].learningRate = rate;
            });
        });
    }
    QAction* duplicate = menu.addAction(tr("Duplicate"), this, [this, run] {
        m_document.edit(tr("duplicate run"), [run](Experiment& experiment) {
            RunSpec copy = experiment.runs[run];
            copy.name = freeName(experiment, copy.name);
            experiment.runs.push_back(std::move(copy));
        });
    });
    duplicate->setEnabled(m_document.experiment().runs.size() < mostRuns);
    QAction* remove = menu.addAction(tr("Remove"), this, [this, run] {
        m_document.edit(tr("remove run"), [run](Experiment& experiment) {
            experiment.runs.erase(experiment.runs.begin() + static_cast<std::ptrdiff_t>(run));
        });
    });
    remove->setEnabled(m_document.experiment().runs.size() > 1);
}

void RunsEditor::addRun(const ActivationInfo& activation) {
    m_document.edit(tr("add run"), [&activation](Experiment& experiment) {
        RunSpec run;
        run.name = freeName(experiment, activation.name);
        run.activations = {Activation(activation)};
        experiment.runs.push_back(std::move(run));
    });
}

} // namespace reluscope::ui
