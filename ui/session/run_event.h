// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <variant>
#include <vector>

namespace reluscope::ui {

/// What is worth telling of a run: units of a layer died or were revived, it diverged or was
/// stopped, a setting was changed, or a slope that it learns has passed a notable value.
struct RunEvent {
    struct Units {
        std::size_t layer; ///< 0 is the first hidden one
        std::size_t died;
        std::size_t revived;
    };
    struct Slope {
        std::size_t layer;
        double value;
    };

    std::size_t epoch;
    std::size_t run;
    std::variant<Units, Divergence, Stop, Change, Slope> what;
};

/// The events of a race, oldest first. Beyond so many the oldest are forgotten.
class RunEvents {
  public:
    static constexpr std::size_t capacity = 2'000;

    void clear() { m_events.clear(); }
    /// Of a record that follows another measured one.
    void add(const std::optional<EpochRecord>& before, const EpochRecord& record);
    void add(std::size_t run, const Divergence& divergence);
    /// In place of what there was of it, if anything.
    void setStop(std::size_t run, const std::optional<Stop>& stop);
    /// A change that \p experiment's run went through, in the epoch after \p epoch.
    void add(const Experiment& experiment, const Change& change, std::size_t epoch);

    const std::deque<RunEvent>& all() const { return m_events; }
    std::size_t size() const { return m_events.size(); }

  private:
    void append(RunEvent event);

    std::deque<RunEvent> m_events;
};

} // namespace reluscope::ui
