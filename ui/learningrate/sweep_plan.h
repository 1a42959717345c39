// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/range_test.h"
#include "core/sweep/sweep_spec.h"
#include "ui/learningrate/row_choices.h"

#include <QObject>
#include <QUndoStack>

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace reluscope::ui {

/// What is to be done with the experiment on the page of learning rates: what a sweep is to be of,
/// and by what a range test goes.
struct SweepSettings {
    double lowestRate = 0.01;
    double highestRate = 10;
    std::size_t rates = 9;
    std::size_t seeds = 3;
    std::optional<std::size_t> epochs; ///< unset: those of the experiment
    SweepAxis axis = SweepAxis::Activations;
    std::size_t base = 0; ///< the run whose initialization or depth is varied
    /// Rows, by axis and name, that were chosen or left out; all others are as is usual.
    std::map<std::pair<SweepAxis, std::string>, bool> chosenRows;
    RangeTestSpec rangeTest;

    bool isChosen(const RowChoice& choice) const;

    friend bool operator==(const SweepSettings&, const SweepSettings&) = default;
};

/// A sweep, and how its rows look.
struct PlannedSweep {
    SweepSpec spec; ///< no rows where none are chosen
    SweepAxis axis = SweepAxis::Activations;
    std::vector<int> styles; ///< of runStyle(), by row

    friend bool operator==(const PlannedSweep&, const PlannedSweep&) = default;
};

PlannedSweep planSweep(const Experiment& experiment, const SweepSettings& settings);

/// The settings of the page on which sweeps are made, with a history of their own: what is undone
/// there is never out of sight.
class SweepPlan : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    const SweepSettings& settings() const { return m_settings; }

    /// Changes the settings by \p change, which is given a copy to work on. Edits of one \p
    /// gesture, such as the drag of a slider, are undone together; they end with endGesture().
    template <class Change>
    void edit(const QString& text, Change change, const QString& gesture = {}) {
        SweepSettings after = m_settings;
        change(after);
        push(text, std::move(after), gesture);
    }
    void endGesture() { ++m_gestureNumber; }
    /// Back to what is usual, for another experiment.
    void reset();

    QUndoStack& undoStack() { return m_undoStack; }

  signals:
    void changed();

  private:
    void push(const QString& text, SweepSettings after, const QString& gesture);

    SweepSettings m_settings;
    QUndoStack m_undoStack;
    int m_gestureNumber = 0;
};

} // namespace reluscope::ui
