// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"

#include <QObject>

#include <filesystem>

class QWidget;

namespace reluscope::ui {

class ExperimentDocument;
class FileDialogs;

/// Makes a file of examples the data of the experiment, without making the window wait. A file that
/// cannot be learned from changes nothing.
class DataFiles : public QObject {
    Q_OBJECT

  public:
    /// The dialog appears over the window.
    DataFiles(ExperimentDocument& document, FileDialogs& dialogs, QWidget& window);

    void askAndOpen();
    void open(const std::filesystem::path& path);

  signals:
    void failed(const reluscope::InputError& error);

  private:
    ExperimentDocument& m_document;
    FileDialogs& m_dialogs;
    QWidget& m_window;
};

} // namespace reluscope::ui
