// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer_thread.h"
#include "tests/core/training/small_experiment.h"

#include <chrono>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

namespace reluscope::test {

using namespace std::chrono_literals;

inline std::unique_ptr<Trainer> plainFactory(const command::Open& open, const std::stop_token&) {
    return std::make_unique<Trainer>(open.experiment, smallData(), steadyClock, anyMemory);
}

/// The window's side of a training thread.
class Player {
  public:
    explicit Player(TrainerThread::Factory factory = plainFactory)
        : thread(std::make_unique<TrainerThread>(std::move(factory), steadyClock)) {}

    void send(Command command) { thread->send(std::move(command)); }

    /// Takes what has come.
    void look() {
        while (auto next = thread->nextEvent()) {
            events.push_back(std::move(*next));
        }
        thread->takeProgress();
        thread->takePictures();
    }

    /// Looks until `holds`, which must be soon.
    template <class Condition>
    [[nodiscard]] bool waitUntil(Condition holds) {
        const auto end = std::chrono::steady_clock::now() + 20s;
        for (look(); !holds(); look()) {
            if (std::chrono::steady_clock::now() > end) {
                return false;
            }
            std::this_thread::sleep_for(200us);
        }
        return true;
    }

    [[nodiscard]] bool waitForCommands() {
        return waitUntil([this] { return progress().commandsDone == thread->commandsSent(); });
    }

    [[nodiscard]] bool waitForRest() {
        return waitUntil([this] {
            return progress().commandsDone == thread->commandsSent() && !progress().isTraining;
        });
    }

    const TrainerProgress& progress() const { return thread->progress(); }

    template <class Event>
    std::vector<Event> all() const {
        std::vector<Event> found;
        for (const TrainerEvent& event : events) {
            if (const auto* one = std::get_if<Event>(&event)) {
                found.push_back(*one);
            }
        }
        return found;
    }

    std::vector<EpochRecord> records() const {
        std::vector<EpochRecord> found;
        for (const auto& ended : all<event::EpochEnded>()) {
            found.push_back(ended.record);
        }
        return found;
    }

    std::unique_ptr<TrainerThread> thread;
    std::vector<TrainerEvent> events;
};

/// Nothing beside the work that closing cuts short, yet longer than a busy machine takes to wake a
/// thread.
inline constexpr std::chrono::seconds atOnce{2};

inline std::chrono::nanoseconds timeToClose(Player& player) {
    const auto begin = std::chrono::steady_clock::now();
    player.thread.reset();
    return std::chrono::steady_clock::now() - begin;
}

} // namespace reluscope::test
