// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUndoCommand>

#include <functional>
#include <utility>

namespace reluscope::ui {

/// A step in the undo history of settings: the whole of them on both sides of it. They are a few
/// hundred bytes, so a command for each kind of setting would save nothing. A stack holds edits of
/// one State only.
template <class State>
class StateEdit : public QUndoCommand {
  public:
    /// \p take puts a state in force. Edits of one \p gesture that follow each other, such as the
    /// steps of a drag, are one step; one that comes back to where it began is none.
    StateEdit(const QString& text, State before, State after, QString gesture,
              std::function<void(const State&)> take)
        : QUndoCommand(text)
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_gesture(std::move(gesture))
        , m_take(std::move(take)) {}

    void undo() override { m_take(m_before); }
    void redo() override { m_take(m_after); }

    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const StateEdit*>(other);
        if (m_gesture.isEmpty() || next->m_gesture != m_gesture) {
            return false;
        }
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

  private:
    State m_before;
    State m_after;
    QString m_gesture;
    std::function<void(const State&)> m_take;
};

} // namespace reluscope::ui
