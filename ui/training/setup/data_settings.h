// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace reluscope::ui {

class DataFiles;
class DataThumbnails;
class ExperimentDocument;
class FileSettings;
class PointsEditor;
class ValueRow;

/// Which examples are learned from.
class DataSettings : public QWidget {
    Q_OBJECT

  public:
    /// \p labelWidth in designed pixels, to line it up with the rows around it.
    DataSettings(ExperimentDocument& document, DataFiles& files, int labelWidth,
                 QWidget* parent = nullptr);

    /// What the data of the experiment turned out to be.
    void showData(const Dataset& dataset);

  private:
    void showExperiment();
    void choose(const QString& id);

    ExperimentDocument& m_document;
    DataFiles& m_files;
    QComboBox* m_source;
    DataThumbnails* m_thumbnails;
    ValueRow* m_noise;
    PointsEditor* m_points;
    FileSettings* m_file;
    QLabel* m_examples;
};

} // namespace reluscope::ui
