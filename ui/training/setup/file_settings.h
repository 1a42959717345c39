// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csv_outline.h"

#include <QWidget>

#include <filesystem>

class QComboBox;
class QLabel;

namespace reluscope::ui {

class DataFiles;
class ExperimentDocument;
class Segments;

/// Which file the examples come from; of a CSV file also which column is to be learned, and whether
/// that is classes or a number.
class FileSettings : public QWidget {
    Q_OBJECT

  public:
    /// \p labelWidth in designed pixels, to line it up with the rows around it.
    FileSettings(ExperimentDocument& document, DataFiles& files, int labelWidth,
                 QWidget* parent = nullptr);

    void showExperiment();

  private:
    void readColumns(const std::filesystem::path& path);
    void showColumns();
    void chooseTarget(int column);
    void chooseTask(Task task);

    ExperimentDocument& m_document;
    QLabel* m_name;
    QWidget* m_csv; ///< what only CSV files have
    QComboBox* m_target;
    Segments* m_task;
    std::filesystem::path m_path; ///< whose columns are known, or being read
    CsvOutline m_outline;
};

} // namespace reluscope::ui
