// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"
#include "core/training/append_log.h"
#include "core/training/latest_value.h"
#include "core/training/pictures.h"
#include "core/training/sharpness_watch.h"
#include "core/training/trainer.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <variant>
#include <vector>

namespace reluscope {

/// What the window asks of the training thread.
namespace command {
/// Starts afresh with another experiment, at epoch 0 and paused.
struct Open {
    Experiment experiment;
    std::filesystem::path directory; ///< where its relative paths begin
};
/// Takes over settings that may change while it trains; see Trainer::adjust.
struct Adjust {
    Experiment experiment;
};
/// Trains until `epochs` of the experiment are done; from there on, as many again.
struct Play {};
struct Pause {};
struct TrainBatch {};
/// Trains to the end of the epoch.
struct TrainEpoch {};
/// To epoch 0 with the present settings; what was changed while it trained is forgotten.
struct Rewind {};
/// Kills or revives a hidden unit between two batches; see Trainer::changeUnit.
struct ChangeUnit {
    std::uint64_t opening = 0; ///< whose networks are meant: of no others a unit is changed
    std::size_t run = 0;
    ChangedField field = ChangedField::Kill;
    UnitPlace place;
};
/// Pauses and goes back to the end of an epoch, to make pictures of it, and the records of its runs
/// if wanted; from the newest epoch on it returns to the present. So do all commands that train.
struct Show {
    std::size_t epoch = 0;
    bool isMeasured = false;
};
/// Adds the last run of \ref experiment, which is as \ref parent was at the end of an epoch, to
/// the race, which goes on from there: the other runs tell nothing until they are where they were.
struct Branch {
    Experiment experiment;
    std::size_t parent = 0;
    std::size_t epoch = 0;
};
/// So many bytes may hold the past from now on.
struct SetHistoryLimit {
    std::size_t bytes;
};
struct SetSpeed {
    double epochsPerSecond; ///< infinity: as fast as the machine can
};
/// What somebody looks at that is not made otherwise.
struct Watch {
    PictureRequest request;
};
} // namespace command

using Command =
    std::variant<command::Open, command::Adjust, command::Play, command::Pause, command::TrainBatch,
                 command::TrainEpoch, command::Rewind, command::ChangeUnit, command::Show,
                 command::Branch, command::SetHistoryLimit, command::SetSpeed, command::Watch>;

/// What happened, in order; every one of these arrives.
namespace event {
struct Opened {
    std::uint64_t opening; ///< counts experiments opened, from 1
    Experiment experiment;
    std::shared_ptr<const Dataset> data;
};
/// A command that was not carried out; what there was before goes on.
struct Refused {
    InputError error;
};
struct Rewound {};
/// What goes on record of an Adjust or a ChangeUnit, so that it can be done again. Of a unit, the
/// record of the last epoch follows anew for the run if that is between two epochs.
struct Changed {
    Change change;
};
/// Of an epoch that is shown.
struct EpochShown {
    EpochRecord record;
};
/// There is a run more, which stands where its parent stood; the race goes on from that epoch.
struct Branched {
    std::uint64_t opening = 0; ///< the next, since pictures of before lack the run
    Experiment experiment;
    std::size_t parent = 0;
    std::size_t epoch = 0;
};
/// Of every epoch, or where they come faster than a thousand a second, of so many.
struct EpochEnded {
    EpochRecord record;
};
struct RunDiverged {
    std::size_t run;
    Divergence divergence;
};
/// That a stop rule has ended a run, or that other rules let it go on. Where its last epoch was not
/// measured, the record of that follows anew.
struct RunStopped {
    std::size_t run;
    std::optional<Stop> stop;
};
/// Of an epoch that was measured because somebody watched; in any order, and again when it was
/// changed.
struct SharpnessFound {
    SharpnessPoint point;
};
} // namespace event

using TrainerEvent = std::variant<event::Opened, event::Refused, event::Rewound, event::Changed,
                                  event::EpochShown, event::Branched, event::EpochEnded,
                                  event::RunDiverged, event::RunStopped, event::SharpnessFound>;

/// Where training stands: only the newest counts.
struct TrainerProgress {
    std::uint64_t opening = 0;      ///< the experiment it speaks of
    std::uint64_t commandsDone = 0; ///< how many commands have taken effect
    bool isTraining = false;
    std::optional<std::size_t> shownEpoch; ///< in the past; all else is of the present
    std::size_t epoch = 0;                 ///< whole ones done
    std::size_t batchInEpoch = 0;
    std::size_t batchesPerEpoch = 0;
    std::size_t samples = 0;          ///< trained on, all runs together
    std::chrono::nanoseconds time{0}; ///< when that was
    std::vector<RunStatus> runStatus;
};

/// A Trainer on a thread of its own, with the controls of a player.
///
/// Commands and results never wait for a step: commands are taken between two batches, the newest
/// state is left in a triple buffer, and events are appended to a log. One thread sends and reads.
class TrainerThread {
  public:
    /// Loads the data of an experiment and makes its trainer; runs on the training thread.
    /// \throws InputError or any std::exception, which become event::Refused.
    using Factory =
        std::function<std::unique_ptr<Trainer>(const command::Open&, const std::stop_token&)>;

    /// So many bytes may hold the past, unless SetHistoryLimit says otherwise.
    static constexpr std::size_t defaultHistoryLimit = std::size_t{256} << 20U;

    TrainerThread(Factory factory, Trainer::Clock clock,
                  std::size_t historyLimit = defaultHistoryLimit);
    TrainerThread(const TrainerThread&) = delete;
    TrainerThread& operator=(const TrainerThread&) = delete;
    /// Ends at once, within one batch.
    ~TrainerThread();

    void send(Command command);
    std::uint64_t commandsSent() const noexcept { return m_commandsSent; }

    std::optional<TrainerEvent> nextEvent() { return m_events.next(); }

    /// Whether newest progress or pictures were not seen before.
    bool takeProgress() noexcept { return m_progress.take(); }
    const TrainerProgress& progress() const noexcept { return m_progress.newest(); }
    bool takePictures() noexcept { return m_pictures.take(); }
    const Pictures& pictures() const noexcept { return m_pictures.newest(); }

  private:
    class Worker;

    Trainer::Clock m_clock;
    LatestValue<TrainerProgress> m_progress;
    LatestValue<Pictures> m_pictures;
    AppendLog<TrainerEvent> m_events;

    // Held for the time of a push or a swap only, never while the worker computes.
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Command> m_commands;
    std::stop_source m_interrupt; ///< ends loading and passes over data that nobody waits for

    std::uint64_t m_commandsSent = 0;
    std::jthread m_thread; ///< last, so that it ends before what it uses
};

} // namespace reluscope
