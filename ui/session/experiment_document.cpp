// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/experiment_document.h"

#include <QUndoCommand>

#include <utility>

namespace reluscope::ui {

/// A step in the undo history: the experiment on both sides of it. An experiment is a few hundred
/// bytes, so a command for each kind of setting would save nothing.
class ExperimentDocument::Edit : public QUndoCommand {
  public:
    Edit(ExperimentDocument& document, const QString& text, Experiment after, QString gesture)
        : QUndoCommand(text)
        , m_document(document)
        , m_before(document.experiment())
        , m_after(std::move(after))
        , m_gesture(std::move(gesture)) {}

    void undo() override { m_document.take(m_before); }
    void redo() override { m_document.take(m_after); }

    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const Edit*>(other);
        if (m_gesture.isEmpty() || next->m_gesture != m_gesture) {
            return false;
        }
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

  private:
    ExperimentDocument& m_document;
    Experiment m_before;
    Experiment m_after;
    QString m_gesture;
};

ExperimentDocument::ExperimentDocument(Experiment experiment, QObject* parent)
    : QObject(parent)
    , m_experiment(std::move(experiment)) {}

void ExperimentDocument::open(Experiment experiment, std::filesystem::path path) {
    m_undoStack.clear();
    m_experiment = std::move(experiment);
    m_path = std::move(path);
    emit opened();
    emit pathChanged();
}

void ExperimentDocument::setSaved(std::filesystem::path path) {
    m_path = std::move(path);
    m_undoStack.setClean();
    emit pathChanged();
}

void ExperimentDocument::push(const QString& text, Experiment after, const QString& gesture) {
    if (after != m_experiment) {
        const QString numbered =
            gesture.isEmpty() ? QString() : gesture + QString::number(m_gestureNumber);
        m_undoStack.push(new Edit(*this, text, std::move(after), numbered));
    }
}

void ExperimentDocument::take(const Experiment& experiment) {
    const Experiment before = std::exchange(m_experiment, experiment);
    emit changed(before);
}

} // namespace reluscope::ui
