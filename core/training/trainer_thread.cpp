// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer_thread.h"

#include "core/cpu/thread_priority.h"
#include "core/training/past.h"
#include "core/training/picture_maker.h"
#include "core/training/record_pace.h"
#include "core/training/reporter.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <utility>

namespace reluscope {

/// The life of the thread: what it owns, no other thread sees.
class TrainerThread::Worker {
  public:
    Worker(TrainerThread& thread, Factory factory, std::size_t historyLimit)
        : m_thread(thread)
        , m_factory(std::move(factory))
        , m_past(thread.m_clock, historyLimit)
        , m_reporter(thread.m_events)
        , m_recordPace(thread.m_clock)
        , m_sharpness(thread.m_clock) {}

    void live(const std::stop_token& stop) {
        giveWayToOtherThreads();
        while (!stop.stop_requested()) {
            for (Command& next : takeCommands(stop)) {
                std::visit([this](auto& command) { execute(command); }, next);
                ++m_commandsDone;
                m_sharpness.expectChange();
            }
            if (m_past.isOnTheWay()) {
                goToPast();
            } else if (isDue()) {
                trainBatches();
            }
            tellSharpness();
            publish();
        }
    }

  private:
    /// What is late is made up for, but not a long halt.
    static constexpr std::chrono::milliseconds longestLag{50};

    /// Until when to train.
    enum class Goal { Nothing, Batch, EpochEnd, LastEpoch };

    /// Whether a batch is to be trained now, rather than later or never.
    bool isDue() const { return m_goal != Goal::Nothing && m_thread.m_clock() >= m_due; }

    /// Commands that have come; waits for them while there is nothing else to do.
    std::vector<Command> takeCommands(const std::stop_token& stop) {
        std::unique_lock lock(m_thread.m_mutex);
        const auto hasCommands = [this] { return !m_thread.m_commands.empty(); };
        if (m_past.isOnTheWay()) {
            // There is something to do.
        } else if (m_goal == Goal::Nothing) {
            m_thread.m_wake.wait(lock, stop, hasCommands);
        } else if (const auto wait = m_due - m_thread.m_clock(); wait.count() > 0) {
            m_thread.m_wake.wait_for(lock, stop, wait, hasCommands);
        }
        if (m_thread.m_interrupt.stop_requested() && !stop.stop_requested()) {
            m_thread.m_interrupt = {};
        }
        m_interrupt = m_thread.m_interrupt.get_token();
        return std::exchange(m_thread.m_commands, {});
    }

    void execute(command::Open& open) {
        m_goal = Goal::Nothing;
        if (!tryTo([&] { m_trainer = m_factory(open, m_interrupt); })) {
            return;
        }
        ++m_opening;
        m_thread.m_events.append(
            event::Opened{m_opening, m_trainer->experiment(), m_trainer->sharedData()});
        m_pictureMaker = PictureMaker(m_trainer->data());
        startOver();
    }

    void execute(const command::Adjust& adjust) {
        if (m_trainer) {
            const std::size_t epochs = m_trainer->experiment().training.epochs;
            const bool wasPastShown = m_past.isShown();
            m_past.returnToPresent(*m_trainer);
            tryTo([&] {
                for (Change& change : m_trainer->adjust(adjust.experiment)) {
                    m_thread.m_events.append(event::Changed{std::move(change)});
                }
            });
            m_reporter.tellStops(*m_trainer, false, m_interrupt);
            m_arePicturesStale = true; // the next step is another
            if (wasPastShown) {
                m_past.show(*m_trainer, m_past.shownEpoch());
            }
            // Who trains on beyond the last epoch and turns a knob goes on.
            if (m_trainer->experiment().training.epochs != epochs) {
                m_lastEpoch = std::max(m_trainer->experiment().training.epochs, m_trainer->epoch());
            }
        }
    }

    void execute(const command::Play&) {
        if (!m_trainer) {
            return;
        }
        const std::size_t epochs = m_trainer->experiment().training.epochs;
        if (presentEpoch() >= m_lastEpoch) {
            m_lastEpoch = presentEpoch() + std::max<std::size_t>(epochs, 1);
        }
        start(Goal::LastEpoch);
    }

    void execute(const command::Pause&) {
        m_goal = Goal::Nothing;
        m_arePicturesStale = true;
    }

    void execute(const command::TrainBatch&) { start(Goal::Batch); }

    void execute(const command::TrainEpoch&) { start(Goal::EpochEnd); }

    void execute(const command::Rewind&) {
        if (m_trainer) {
            m_goal = Goal::Nothing;
            m_trainer->forgetChanges();
            m_trainer->rewind();
            m_thread.m_events.append(event::Rewound{});
            startOver();
        }
    }

    void execute(const command::ChangeUnit& wanted) {
        if (!m_trainer || wanted.opening != m_opening || wanted.run >= m_trainer->runs().size()) {
            return;
        }
        m_past.returnToPresent(*m_trainer);
        if (m_trainer->runs()[wanted.run].divergence() || m_trainer->stopOf(wanted.run)) {
            return;
        }
        const bool isChanged = tryTo([&] {
            m_thread.m_events.append(
                event::Changed{m_trainer->changeUnit(wanted.run, wanted.field, wanted.place)});
        });
        if (!isChanged) {
            return;
        }
        m_arePicturesStale = true;
        if (m_trainer->isBetweenEpochs()) {
            if (auto record = m_trainer->record(wanted.run, true, m_interrupt)) {
                m_thread.m_events.append(event::EpochEnded{std::move(*record)});
            }
        }
    }

    void execute(const command::Show& show) {
        if (!m_trainer) {
            return;
        }
        m_goal = Goal::Nothing;
        m_arePicturesStale = true;
        if (show.epoch < presentEpoch()) {
            m_isShownMeasured = show.isMeasured;
            m_past.show(*m_trainer, show.epoch);
        } else {
            m_past.returnToPresent(*m_trainer);
        }
    }

    void execute(command::Branch& branch) {
        if (!m_trainer) {
            return;
        }
        m_goal = Goal::Nothing;
        m_arePicturesStale = true;
        const std::size_t present = presentEpoch();
        m_past.show(*m_trainer, std::min(branch.epoch, present));
        while (!m_interrupt.stop_requested() && !m_past.goOn(*m_trainer)) {
        }
        if (m_interrupt.stop_requested() ||
            !tryTo([&] { m_trainer->addRun(branch.experiment, branch.parent); })) {
            m_past.returnToPresent(*m_trainer);
            return;
        }
        m_past.branch(branch.parent);
        m_reporter.addRun(*m_trainer);
        ++m_opening;
        m_thread.m_events.append(
            event::Branched{m_opening, m_trainer->experiment(), branch.parent, m_trainer->epoch()});
    }

    void execute(const command::SetHistoryLimit& limit) { m_past.setByteLimit(limit.bytes); }

    void execute(const command::SetSpeed& speed) {
        m_epochsPerSecond = speed.epochsPerSecond;
        m_due = m_thread.m_clock(); // not when the old speed would have had it
    }

    void execute(const command::Watch& watch) {
        m_request = watch.request;
        m_sharpness.setWatched(m_request.sharpness);
        m_arePicturesStale = true;
    }

    template <class Attempt>
    bool tryTo(Attempt attempt) {
        try {
            attempt();
            return true;
        } catch (const InputError& error) {
            reportFailure(error);
        } catch (const std::exception& error) {
            reportFailure(InputError({}, {}, error.what()));
        }
        return false;
    }

    void reportFailure(const InputError& error) {
        // Loading that was interrupted has failed for no reason that anybody needs to hear.
        if (!m_interrupt.stop_requested()) {
            m_thread.m_events.append(event::Refused{error});
        }
    }

    void startOver() {
        m_lastEpoch = m_trainer->experiment().training.epochs;
        m_arePicturesStale = true;
        m_reporter.startOver(*m_trainer);
        m_sharpness.startOver();
        recordEpoch(true);
        m_past.startOver(*m_trainer);
    }

    std::size_t presentEpoch() const {
        return m_past.isShown() ? m_past.presentEpoch() : m_trainer->epoch();
    }

    void goToPast() {
        if (m_past.goOn(*m_trainer) && m_isShownMeasured) {
            for (auto& record : m_trainer->recordAll(true, m_interrupt)) {
                if (record) {
                    m_thread.m_events.append(event::EpochShown{std::move(*record)});
                }
            }
        }
    }

    void start(Goal goal) {
        if (m_trainer) {
            m_past.returnToPresent(*m_trainer);
            if (m_trainer->isAnyRunTraining()) {
                m_goal = goal;
                m_due = m_thread.m_clock();
            }
        }
    }

    void trainBatches() {
        const std::size_t batches = m_goal == Goal::Batch ? 1 : batchesDue();
        const bool isEpochOver = m_trainer->trainBatches(batches);
        m_reporter.tellDivergences(*m_trainer);
        m_arePicturesStale = true;
        if (!m_trainer->isAnyRunTraining() || m_goal == Goal::Batch ||
            (isEpochOver && (m_goal == Goal::EpochEnd || m_trainer->epoch() >= m_lastEpoch))) {
            m_goal = Goal::Nothing;
        }
        if (isEpochOver) {
            const bool isMeasured = m_recordPace.isMeasurementDue() || m_goal == Goal::Nothing;
            if (isMeasured || m_recordPace.isRecordDue()) {
                recordEpoch(isMeasured);
            }
            m_reporter.tellStops(*m_trainer, isMeasured, m_interrupt);
            m_past.keep(*m_trainer);
            m_recordPace.noteEpochEnd();
        }
        setPace(batches);
    }

    /// How many batches to train before looking up again: as many as are due in a moment, but no
    /// more than leave commands waiting.
    std::size_t batchesDue() const {
        constexpr std::chrono::milliseconds moment{1};
        const double due = moment / std::max(batchInterval(), std::chrono::duration<double>(1e-9));
        return std::clamp<std::size_t>(static_cast<std::size_t>(due), 1,
                                       m_trainer->batchesWithin(2 * moment));
    }

    std::chrono::duration<double> batchInterval() const {
        constexpr double longest = 3600; // seconds: the clock's numbers end somewhere
        return std::chrono::duration<double>(std::min(
            longest, 1 / (m_epochsPerSecond * static_cast<double>(m_trainer->batchesPerEpoch()))));
    }

    /// When the next batch is due, after so many.
    void setPace(std::size_t batches) {
        m_due = std::max(m_due, m_thread.m_clock() - longestLag) +
                std::chrono::duration_cast<std::chrono::nanoseconds>(static_cast<double>(batches) *
                                                                     batchInterval());
    }

    void recordEpoch(bool isMeasured) {
        const auto begin = m_thread.m_clock();
        m_recordPace.noteRecord();
        m_reporter.tellEpoch(*m_trainer, isMeasured, m_interrupt);
        if (m_interrupt.stop_requested()) {
            return;
        }
        if (isMeasured) {
            m_recordPace.noteMeasurement(begin);
        }
    }

    void tellSharpness() {
        if (m_trainer && !m_past.isShown() &&
            m_sharpness.isDue(*m_trainer, m_goal != Goal::Nothing)) {
            for (const SharpnessPoint& point : m_sharpness.measure(*m_trainer, m_interrupt)) {
                m_thread.m_events.append(event::SharpnessFound{point});
            }
        }
    }

    void publish() {
        if (isDue() && !m_thread.m_progress.wasTaken()) {
            return;
        }
        if (m_trainer && !m_past.isShown()) {
            noteProgress();
        }
        m_standing.opening = m_opening;
        m_standing.commandsDone = m_commandsDone;
        m_standing.isTraining = m_goal != Goal::Nothing;
        m_standing.time = m_thread.m_clock();
        m_standing.shownEpoch =
            m_past.isShown() ? std::optional(m_past.shownEpoch()) : std::nullopt;
        m_thread.m_progress.writable() = m_standing;
        if (m_trainer) {
            publishPictures();
        }
        m_thread.m_progress.publish();
    }

    void noteProgress() {
        m_standing.epoch = m_trainer->epoch();
        m_standing.batchInEpoch = m_trainer->batchInEpoch();
        m_standing.batchesPerEpoch = m_trainer->batchesPerEpoch();
        m_standing.samples = 0;
        m_standing.runStatus.clear();
        for (std::size_t run = 0; run < m_trainer->runs().size(); ++run) {
            m_standing.samples += m_trainer->samples(run);
            m_standing.runStatus.push_back(m_trainer->status(run));
        }
    }

    void publishPictures() {
        // What is looked at may take one twentieth of the time; a standing picture is always made.
        constexpr int shareOfTime = 20;
        const auto begin = m_thread.m_clock();
        const bool isAffordable =
            m_goal == Goal::Nothing || (m_thread.m_pictures.wasTaken() &&
                                        begin - m_picturedAt >= shareOfTime * m_picturingTook);
        if (m_request.isEmpty() || !m_arePicturesStale || !isAffordable || m_past.isOnTheWay()) {
            return;
        }
        Pictures& pictures = m_thread.m_pictures.writable();
        pictures.opening = m_opening;
        if (!m_pictureMaker.make(*m_trainer, m_request, m_interrupt, pictures)) {
            return;
        }
        m_thread.m_pictures.publish();
        m_arePicturesStale = false;
        m_picturedAt = m_thread.m_clock();
        m_picturingTook = m_picturedAt - begin;
    }

    TrainerThread& m_thread;
    Factory m_factory;
    std::stop_token m_interrupt;

    std::unique_ptr<Trainer> m_trainer;
    Past m_past;
    Reporter m_reporter;
    bool m_isShownMeasured = false;
    std::uint64_t m_opening = 0;
    std::uint64_t m_commandsDone = 0;
    TrainerProgress m_standing; ///< of the present
    Goal m_goal = Goal::Nothing;
    std::size_t m_lastEpoch = 0;

    double m_epochsPerSecond = std::numeric_limits<double>::infinity();
    std::chrono::nanoseconds m_due{0};
    RecordPace m_recordPace;
    SharpnessWatch m_sharpness;

    PictureRequest m_request;
    PictureMaker m_pictureMaker;
    bool m_arePicturesStale = false;
    std::chrono::nanoseconds m_picturedAt{0};
    std::chrono::nanoseconds m_picturingTook{0};
};

TrainerThread::TrainerThread(Factory factory, Trainer::Clock clock, std::size_t historyLimit)
    : m_clock(clock)
    , m_thread(
          [this, factory = std::move(factory), historyLimit](const std::stop_token& stop) mutable {
              Worker(*this, std::move(factory), historyLimit).live(stop);
          }) {}

TrainerThread::~TrainerThread() {
    m_thread.request_stop();
    const std::lock_guard lock(m_mutex);
    m_interrupt.request_stop();
}

void TrainerThread::send(Command command) {
    {
        const std::lock_guard lock(m_mutex);
        if (std::holds_alternative<command::Open>(command)) {
            m_interrupt.request_stop();
        }
        m_commands.push_back(std::move(command));
    }
    ++m_commandsSent;
    m_wake.notify_one();
}

} // namespace reluscope
