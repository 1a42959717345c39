// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/run_row.h"

#include "ui/controls/number_field.h"
#include "ui/controls/number_text.h"
#include "ui/controls/run_swatch.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"
#include "ui/training/setup/run_edits.h"
#include "ui/training/setup/run_form.h"
#include "ui/training/setup/run_name.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace reluscope::ui {
namespace {

constexpr qreal fieldWidth = 56;

/// A number can be shown beside the name where all layers have the same activation.
bool hasNumber(const RunSpec& run) {
    const auto& parameters = run.activations.front().info->parameters;
    return run.activations.size() == 1 && !parameters.empty() && !parameters.front().isChoice();
}

/// What sets a run apart besides its one activation.
QString departures(const RunSpec& run) {
    QStringList all;
    if (run.activations.size() > 1) {
        for (const Activation& activation : run.activations) {
            all << functionName(*activation.info);
        }
    }
    if (run.learningRate || run.optimizer) {
        const double rate = run.learningRate ? *run.learningRate : run.optimizer->learningRate;
        all << RunRow::tr("rate %1").arg(exactText(rate));
    }
    if (run.optimizer) {
        all << toQString(optimizerMethodInfo(run.optimizer->method).name);
    }
    if (run.initialization) {
        all << weightSchemeName(run.initialization->weights);
    }
    return all.join(QStringLiteral(", "));
}

} // namespace

RunRow::RunRow(ExperimentDocument& document, std::size_t run, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_run(run)
    , m_layout(new QVBoxLayout(this))
    , m_name(new RunName([this](const QString& name) { return problemWith(name); }))
    , m_symbol(new QLabel)
    , m_parameter(new NumberField({.minimum = 0, .maximum = 1}))
    , m_problem(new QLabel) {
    m_name->setObjectName(QStringLiteral("nameOfRun%1").arg(run + 1));
    setTextRole(m_symbol, TextRole::Note);
    m_parameter->setObjectName(QStringLiteral("parameterOfRun%1").arg(run + 1));
    m_parameter->setFixedWidth(scaled(this, fieldWidth));
    setTextRole(m_problem, TextRole::Value);
    m_problem->setObjectName(QStringLiteral("problemOfRun%1").arg(run + 1));
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto* more = new QToolButton;
    more->setObjectName(QStringLiteral("moreOfRun%1").arg(run + 1));
    more->setIcon(icon(IconName::More));
    more->setAutoRaise(true);
    more->setAccessibleName(tr("Change run %1").arg(run + 1));
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(*menu); });
    more->setMenu(menu);

    auto* row = new QHBoxLayout;
    row->addWidget(new RunSwatch(static_cast<int>(run)));
    row->addWidget(m_name, 1);
    row->addWidget(m_symbol);
    row->addWidget(m_parameter);
    row->addWidget(more);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addLayout(row);
    m_layout->addWidget(m_problem);

    auto* rename = new QShortcut(Qt::Key_F2, this);
    rename->setContext(Qt::WidgetWithChildrenShortcut);
    connect(rename, &QShortcut::activated, m_name, &RunName::rename);
    connect(m_name, &RunName::renamed, this, [this](const QString& name) {
        edit(tr("name"), [this, &name](Experiment& experiment) {
            renameRun(experiment, m_run, name.toStdString());
        });
    });
    connect(m_name, &RunName::problemChanged, this, [this](const QString& problem) {
        m_problem->setText(problem);
        m_problem->setVisible(!problem.isEmpty());
    });
    connect(m_parameter, &NumberField::valueChanged, this, [this](double value) {
        edit(tr("parameter"), [this, value](Experiment& experiment) {
            experiment.runs[m_run].activations.front().parameters.front() = value;
        });
    });
    showExperiment();
}

void RunRow::edit(const QString& text, const std::function<void(Experiment&)>& change) {
    // A field that goes with a removed run may still tell what was typed.
    if (m_run < m_document.experiment().runs.size()) {
        m_document.edit(text, change);
    }
}

const RunSpec& RunRow::spec() const {
    return m_document.experiment().runs[m_run];
}

QString RunRow::problemWith(const QString& name) const {
    if (name.isEmpty()) {
        return tr("A run needs a name.");
    }
    return hasRun(m_document.experiment(), name.toStdString()) ? tr("Another run is called that.")
                                                               : QString();
}

void RunRow::showExperiment() {
    m_name->setName(toQString(spec().name), departures(spec()));
    const bool isShown = hasNumber(spec());
    m_symbol->setVisible(isShown);
    m_parameter->setVisible(isShown);
    if (isShown) {
        const Activation& activation = spec().activations.front();
        const ActivationParameter& parameter = activation.info->parameters.front();
        m_symbol->setText(shortParameterName(parameter));
        m_parameter->setRange(
            {.minimum = parameter.minimum, .maximum = parameter.maximum, .step = 0.01});
        m_parameter->setAccessibleName(
            tr("%1 of %2").arg(parameterName(parameter), toQString(spec().name)));
        m_parameter->setValue(activation.parameters.front());
    }
    if (m_form != nullptr) {
        m_form->showExperiment();
    }
}

void RunRow::setFormOpen(bool isOpen) {
    if (isOpen) {
        m_form = new RunForm(m_document, m_run);
        m_form->setObjectName(QStringLiteral("formOfRun%1").arg(m_run + 1));
        m_layout->addWidget(m_form);
    } else {
        m_form->deleteLater();
        m_form = nullptr;
    }
}

void RunRow::fillMenu(QMenu& menu) {
    menu.clear();
    // Only named there: as a shortcut of the action it would be that of every row.
    menu.addAction(tr("Rename") + QStringLiteral("\tF2"), m_name, &RunName::rename);
    QMenu* activations = menu.addMenu(tr("Activation"));
    for (const ActivationInfo& info : activationTable()) {
        activations->addAction(functionName(info), this, [this, &info] {
            edit(tr("activation"),
                 [this, &info](Experiment& experiment) { setActivation(experiment, m_run, info); });
        });
    }
    fillRates(*menu.addMenu(tr("Learning rate")));
    QAction* own = menu.addAction(tr("Own settings"));
    own->setCheckable(true);
    own->setChecked(m_form != nullptr);
    connect(own, &QAction::triggered, this, &RunRow::setFormOpen);
    menu.addSeparator();
    const std::size_t count = m_document.experiment().runs.size();
    menu.addAction(tr("Duplicate"), this,
                   [this] {
                       edit(tr("duplicate run"),
                            [this](Experiment& experiment) { duplicateRun(experiment, m_run); });
                   })
        ->setEnabled(count < mostRuns);
    menu.addAction(tr("Remove"), this,
                   [this] {
                       edit(tr("remove run"),
                            [this](Experiment& experiment) { removeRun(experiment, m_run); });
                   })
        ->setEnabled(count > 1);
}

void RunRow::fillRates(QMenu& menu) {
    const auto setRate = [this](std::optional<double> rate) {
        edit(tr("learning rate"),
             [this, rate](Experiment& experiment) { experiment.runs[m_run].learningRate = rate; });
    };
    menu.addAction(tr("As all others"), this, [setRate] { setRate(std::nullopt); });
    const double common = m_document.experiment().training.optimizer.learningRate;
    for (const double factor : {0.1, 0.5, 2.0, 10.0}) {
        const double rate = common * factor;
        menu.addAction(exactText(rate), this, [setRate, rate] { setRate(rate); });
    }
}

} // namespace reluscope::ui
