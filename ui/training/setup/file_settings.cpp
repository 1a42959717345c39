// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/file_settings.h"

#include "core/input_error.h"
#include "core/io/data_file.h"
#include "core/io/dataset_loader.h"
#include "ui/controls/segments.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"
#include "ui/training/setup/data_files.h"
#include "ui/training/setup/run_edits.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrentRun>

#include <algorithm>

namespace reluscope::ui {
namespace {

/// Nothing where it cannot be read: whoever loads the data says so.
CsvOutline outlineIfReadable(const std::filesystem::path& path) {
    try {
        return readCsvOutline(path);
    } catch (const InputError&) {
        return {};
    }
}

constexpr int classes = 0; ///< in the segments of the task
constexpr int number = 1;

} // namespace

FileSettings::FileSettings(ExperimentDocument& document, DataFiles& files, int labelWidth,
                           QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_name(new QLabel)
    , m_csv(new QWidget)
    , m_target(new QComboBox)
    , m_task(new Segments({tr("Classes"), tr("A number")})) {
    m_name->setObjectName(QStringLiteral("dataFile"));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setMinimumWidth(1); // however long the name is
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setObjectName(QStringLiteral("chooseDataFile"));
    choose->setAccessibleName(tr("Choose a data file"));
    setStyleProperty(choose, "narrow", true);
    m_target->setObjectName(QStringLiteral("csvTarget"));
    m_target->setAccessibleName(tr("Target"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_task->setObjectName(QStringLiteral("csvTask"));

    auto* csv = new QGridLayout(m_csv);
    csv->setContentsMargins(0, 0, 0, 0);
    csv->setColumnMinimumWidth(0, scaled(this, labelWidth));
    csv->setColumnStretch(1, 1);
    csv->addWidget(new QLabel(tr("Target")), 0, 0);
    csv->addWidget(m_target, 0, 1);
    csv->addWidget(new QLabel(tr("Learns")), 1, 0);
    csv->addWidget(m_task, 1, 1, Qt::AlignLeft);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnMinimumWidth(0, scaled(this, labelWidth));
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("File")), 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(choose, 0, 2);
    grid->addWidget(m_csv, 1, 0, 1, 3);

    connect(choose, &QPushButton::clicked, &files, &DataFiles::askAndOpen);
    connect(m_target, &QComboBox::activated, this, &FileSettings::chooseTarget);
    connect(m_task, &Segments::selected, this, [this](int task) {
        chooseTask(task == classes ? Task::Classification : Task::Regression);
    });
    showExperiment();
}

void FileSettings::showExperiment() {
    const DataSpec& spec = m_document.experiment().data;
    const bool isCsv = spec.source == csvSource;
    const std::filesystem::path path = m_document.directory() / (isCsv ? spec.path : spec.images);
    m_name->setText(QString::fromStdString(path.filename().string()));
    m_name->setToolTip(QString::fromStdString(path.string()));
    m_csv->setVisible(isCsv);
    if (isCsv) {
        readColumns(path);
        showColumns();
    }
}

void FileSettings::readColumns(const std::filesystem::path& path) {
    if (path == m_path) {
        return;
    }
    m_path = path;
    m_outline = {};
    QtConcurrent::run(outlineIfReadable, path).then(this, [this, path](const CsvOutline& outline) {
        if (path == m_path) {
            m_outline = outline;
            showColumns();
        }
    });
}

void FileSettings::showColumns() {
    const DataSpec& spec = m_document.experiment().data;
    m_target->clear();
    for (const CsvColumn& column : m_outline.columns) {
        m_target->addItem(toQString(column.name));
    }
    if (m_outline.columns.empty()) {
        m_target->addItem(toQString(spec.target)); // while the others are being read
    }
    m_target->setCurrentIndex(m_target->findText(toQString(spec.target)));
    m_task->setCurrentIndex(spec.task == Task::Classification ? classes : number);
}

void FileSettings::chooseTarget(int column) {
    const auto chosen = static_cast<std::size_t>(column);
    if (chosen < m_outline.columns.size()) {
        m_document.edit(tr("target"), [&](Experiment& experiment) {
            experiment.data.target = m_outline.columns[chosen].name;
            experiment.data.task = m_outline.columns[chosen].task;
            suitData(experiment);
        });
    }
}

void FileSettings::chooseTask(Task task) {
    m_document.edit(tr("task"), [task](Experiment& experiment) {
        experiment.data.task = task;
        suitData(experiment);
    });
}

} // namespace reluscope::ui
