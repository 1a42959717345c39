// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"
#include "core/training/experiment.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>
#include <vector>

class QWidget;

namespace reluscope::ui {

class ExperimentDocument;
class FileDialogs;

/// An experiment that comes with the program.
struct Example {
    QString resource; ///< ":/examples/..."
    QString title;    ///< in the language of the window
};

std::vector<Example> examples();
Experiment readExample(const QString& resource);
/// The experiment in a file. While it is open the paths of its data are whole, whatever becomes of
/// the file; in the file they are relative where they can be.
/// \throws InputError
Experiment readExperimentFile(const std::filesystem::path& path);
/// The experiment that the window starts with.
Experiment startUpExperiment();

/// Reads experiments into the document and writes them from it, without making the window wait.
/// Before another experiment takes the place of a changed one it asks what to do about that.
class ExperimentFiles : public QObject {
    Q_OBJECT

  public:
    /// The dialogs appear over the window.
    ExperimentFiles(ExperimentDocument& document, FileDialogs& dialogs, QWidget& window);

    void askAndOpen();
    void open(const std::filesystem::path& path);
    /// \p then follows if it comes to that.
    void openExample(const QString& resource, const std::function<void()>& then);
    void save();
    void saveAs();

    /// Does \p next once all changes are saved or given up. Not if the user wants neither or saving
    /// fails.
    void afterChanges(const std::function<void()>& next);

  signals:
    void failed(const reluscope::InputError& error);

  private:
    void read(const std::filesystem::path& path);
    void saveTo(const std::filesystem::path& path, const std::function<void()>& then);
    std::filesystem::path pathOrAsk();
    std::filesystem::path askForPath();

    ExperimentDocument& m_document;
    FileDialogs& m_dialogs;
    QWidget& m_window;
};

} // namespace reluscope::ui
