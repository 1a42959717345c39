// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace reluscope::ui {

enum class SaveAnswer { Save, Discard, Cancel };

/// Asks what is to be known about files. An interface, since native dialogs cannot be answered by a
/// test.
class FileDialogs {
  public:
    virtual ~FileDialogs() = default;

    /// Empty where the user changed their mind.
    virtual QString askForExperimentToOpen(QWidget* parent);
    /// A file of examples to learn from. Empty where the user changed their mind.
    virtual QString askForDataToOpen(QWidget* parent);
    /// The answer has the suffix of experiments.
    virtual QString askForExperimentToSave(QWidget* parent, const QString& suggestion);
    /// The suffix of \p suggestion says which kind of picture it is; the answer has it, too.
    virtual QString askForPictureToSave(QWidget* parent, const QString& suggestion);
    /// A table of results; the answer has the suffix of CSV.
    virtual QString askForTableToSave(QWidget* parent, const QString& suggestion);
    /// What to do about the changes of the experiment with this \p title, which would be lost.
    virtual SaveAnswer askWhetherToSave(QWidget* parent, const QString& title);
};

} // namespace reluscope::ui
