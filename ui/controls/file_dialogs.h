// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace reluscope::ui {

/// Asks for the names of files. An interface, since native dialogs cannot be answered by a test.
class FileDialogs {
  public:
    virtual ~FileDialogs() = default;

    /// Empty where the user changed their mind.
    virtual QString askForExperimentToOpen(QWidget* parent);
    virtual QString askForExperimentToSave(QWidget* parent, const QString& suggestion);
    /// The suffix of \p suggestion says which kind of picture it is; the answer has it, too.
    virtual QString askForPictureToSave(QWidget* parent, const QString& suggestion);
};

} // namespace reluscope::ui
