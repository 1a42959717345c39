// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <filesystem>
#include <utility>

namespace reluscope::ui {

/// The experiment that all pages show. Every setting changes through edit(), so that it can be
/// undone; whoever shows one listens to changed().
class ExperimentDocument : public QObject {
    Q_OBJECT

  public:
    explicit ExperimentDocument(Experiment experiment, QObject* parent = nullptr);

    const Experiment& experiment() const { return m_experiment; }

    /// The file it was read from or written to; empty for an example that nobody saved.
    const std::filesystem::path& path() const { return m_path; }
    /// Where its relative paths begin.
    std::filesystem::path directory() const { return m_path.parent_path(); }

    /// Replaces the whole document; clears the undo history.
    void open(Experiment experiment, std::filesystem::path path);
    /// Notes that the experiment now stands in `path`.
    void setSaved(std::filesystem::path path);
    bool isModified() const { return !m_undoStack.isClean(); }

    /// Changes the experiment by \p change, which is given a copy to work on. \p text is what the
    /// Edit menu calls it. Edits of one \p gesture, such as the drag of a slider, are undone
    /// together; they end with endGesture().
    template <class Change>
    void edit(const QString& text, Change change, const QString& gesture = {}) {
        Experiment after = m_experiment;
        change(after);
        push(text, std::move(after), gesture);
    }
    void endGesture() { ++m_gestureNumber; }

    /// Adds a run that branched off another while it trained, with what is on record for it.
    void addBranch(const QString& text, const RunSpec& run, const std::vector<Change>& changes);

    // What networks were put through while they trained is no setting and no step of the undo
    // history. An edit that starts them afresh forgets it, and its undo brings it back.
    void record(const Change& change);
    void forgetChanges();

    QUndoStack& undoStack() { return m_undoStack; }

  signals:
    /// An edit, an undo or a redo took place.
    void changed(const reluscope::Experiment& before);
    /// Another experiment has taken the place of this one.
    void opened();
    void pathChanged();

  private:
    void push(const QString& text, Experiment after, const QString& gesture);
    void put(const QString& text, Experiment after, const QString& gesture = {});
    void take(const Experiment& experiment, bool keepsChanges);

    Experiment m_experiment;
    std::filesystem::path m_path;
    QUndoStack m_undoStack;
    int m_gestureNumber = 0;
};

} // namespace reluscope::ui
