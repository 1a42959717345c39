// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/data_settings.h"

#include "core/io/dataset_loader.h"
#include "ui/controls/number_text.h"
#include "ui/controls/value_row.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/theme.h"
#include "ui/training/setup/data_files.h"
#include "ui/training/setup/data_thumbnails.h"
#include "ui/training/setup/file_settings.h"
#include "ui/training/setup/points_editor.h"
#include "ui/training/setup/run_edits.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace reluscope::ui {
namespace {

constexpr int fieldWidth = 56;

bool isOfFile(std::string_view source) {
    return source == idxSource || source == csvSource;
}

bool isOfImages(std::string_view source) {
    return source == idxSource || source == fashionMnistSource;
}

} // namespace

DataSettings::DataSettings(ExperimentDocument& document, DataFiles& files, int labelWidth,
                           QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_files(files)
    , m_source(new QComboBox)
    , m_thumbnails(new DataThumbnails)
    , m_noise(new ValueRow(
          tr("Noise"),
          {.minimum = 0, .maximum = 0.5, .step = 0.005, .typedMinimum = 0, .typedMaximum = 10}))
    , m_points(new PointsEditor(document))
    , m_file(new FileSettings(document, files, labelWidth))
    , m_examples(new QLabel) {
    m_source->setObjectName(QStringLiteral("dataSource"));
    m_source->setAccessibleName(tr("Data"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_noise->setObjectName(QStringLiteral("noise"));
    m_noise->setLabelWidth(labelWidth);
    m_noise->setFieldWidth(fieldWidth);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnMinimumWidth(0, scaled(this, labelWidth));
    grid->setColumnStretch(1, 1);
    grid->addWidget(new QLabel(tr("Data")), 0, 0);
    grid->addWidget(m_source, 0, 1);
    grid->addWidget(m_thumbnails, 1, 0, 1, 2);
    grid->addWidget(m_noise, 2, 0, 1, 2);
    grid->addWidget(m_points, 3, 0, 1, 2);
    grid->addWidget(m_file, 4, 0, 1, 2);
    grid->addWidget(new QLabel(tr("Examples")), 5, 0);
    grid->addWidget(m_examples, 5, 1);

    connect(m_source, &QComboBox::activated, this,
            [this](int index) { choose(m_source->itemData(index).toString()); });
    connect(m_thumbnails, &DataThumbnails::sourceChosen, this, &DataSettings::choose);
    connect(m_noise, &ValueRow::valueChanged, this, [this](double value, bool isDragging) {
        m_document.edit(
            tr("noise"), [value](Experiment& experiment) { experiment.data.noise = value; },
            QStringLiteral("noise"));
        if (!isDragging) {
            m_document.endGesture();
        }
    });
    connect(&m_document, &ExperimentDocument::changed, this, &DataSettings::showExperiment);
    connect(&m_document, &ExperimentDocument::opened, this, &DataSettings::showExperiment);
    showExperiment();
}

void DataSettings::showExperiment() {
    const DataSpec& spec = m_document.experiment().data;
    m_source->clear();
    for (const DataSource& source : dataSources()) {
        const QString name = dataSourceName(source.id);
        m_source->addItem(isOfFile(source.id) ? tr("%1…").arg(name) : name, toQString(source.id));
    }
    m_source->setCurrentIndex(m_source->findData(toQString(spec.source)));
    if (!isOfImages(spec.source)) {
        m_thumbnails->showSets(spec);
    }
    m_noise->setVisible(isGenerated(spec.source));
    m_noise->setValue(spec.noise);
    m_points->setVisible(spec.source == pointsSource);
    m_points->showExperiment();
    m_file->setVisible(isOfFile(spec.source));
    m_file->showExperiment();
}

void DataSettings::showData(const Dataset& dataset) {
    if (dataset.isImages() && isOfImages(m_document.experiment().data.source)) {
        m_thumbnails->showImages(dataset);
    }
    m_examples->setText(tr("%1 train, %2 test")
                            .arg(countText(static_cast<qint64>(dataset.train.count())),
                                 countText(static_cast<qint64>(dataset.test.count()))));
}

void DataSettings::choose(const QString& id) {
    if (isOfFile(id.toStdString())) {
        showExperiment(); // the source stays until there is a file
        m_files.askAndOpen();
        return;
    }
    m_document.edit(tr("data"), [source = id.toStdString()](Experiment& experiment) {
        DataSpec& spec = experiment.data;
        const bool wasGenerated = isGenerated(spec.source);
        spec.source = source;
        if (source == pointsSource && spec.points.empty()) {
            spec.points = firstPoints();
        }
        // Counts carry over between generated sets only; a file offers all that it has.
        if (wasGenerated != isGenerated(spec.source)) {
            spec.train.reset();
            spec.test.reset();
        }
        suitData(experiment);
    });
}

} // namespace reluscope::ui
