// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"
#include "core/training/experiment.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <vector>

namespace reluscope::ui {

class ExperimentDocument;

/// An experiment that comes with the program.
struct Example {
    QString resource; ///< ":/examples/..."
    QString title;    ///< in the language of the window
};

std::vector<Example> examples();
Experiment readExample(const QString& resource);
/// The experiment that the window starts with.
Experiment startUpExperiment();

/// Reads experiments into the document and writes them from it, without making the window wait.
class ExperimentFiles : public QObject {
    Q_OBJECT

  public:
    explicit ExperimentFiles(ExperimentDocument& document, QObject* parent = nullptr);

    void open(const std::filesystem::path& path);
    void openExample(const QString& resource);
    void save(const std::filesystem::path& path);

  signals:
    void failed(const reluscope::InputError& error);

  private:
    ExperimentDocument& m_document;
};

} // namespace reluscope::ui
