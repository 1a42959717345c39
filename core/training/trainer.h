// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/run.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace reluscope {

/// A unit that became silent, or stopped being so, since the last measurement.
struct UnitEvent {
    std::size_t layer; ///< 0 is the first hidden one
    std::size_t unit;
    bool hasDied; ///< else revived

    friend bool operator==(const UnitEvent&, const UnitEvent&) = default;
};

/// What is known of one run at the end of an epoch.
struct EpochRecord {
    std::size_t run = 0;
    std::size_t epoch = 0; ///< 0: before any step
    std::size_t step = 0;
    double learningRate = 0;             ///< of the last step; at epoch 0, of the first
    double trainLoss = 0;                ///< as it trained; at epoch 0, of a full pass
    std::optional<double> trainAccuracy; ///< of a classification
    /// Unset where the epoch was not measured, because epochs came too fast.
    struct Measured {
        double testLoss = 0;
        std::optional<double> testAccuracy;
        // Units per hidden layer.
        std::vector<std::size_t> silent = {};
        std::vector<std::size_t> permanentlyDead = {}; ///< 0 where momentum or decay may move them
        std::vector<std::size_t> saturated = {};
        double deadFraction = 0;
        LayerStatistics layers = {};
        std::vector<std::vector<float>> learned = {}; ///< activation parameters, per hidden layer
        bool isOutputConstant = false;
        std::vector<UnitEvent> events = {}; ///< by layer, then by unit
        /// Over the test examples, of a classification with no more than its most classes.
        std::optional<ConfusionMatrix> confusion = {};

        friend bool operator==(const Measured&, const Measured&) = default;
    };
    std::optional<Measured> measured;
    double seconds = 0; ///< of training alone, since epoch 0
};

enum class RunStatus {
    Training,
    Finished,
    Failed,   ///< finite, but the final training loss is above epoch 0's
    Diverged, ///< the training loss left the finite range
};

/// Races the runs of one experiment on shared data, batches and random draws, one batch at a time.
/// Deterministic: results depend on the experiment alone. Used by one thread at a time.
class Trainer {
  public:
    /// Tells seconds for records; it never affects a result.
    using Clock = std::chrono::nanoseconds (*)();

    /// \p memoryLimit in bytes bounds what will be allocated. So many \p threads train runs side by
    /// side, or one run together where there is only one and it is large.
    /// \throws InputError if the experiment does not suit the data, or needs more memory.
    Trainer(Experiment experiment, std::shared_ptr<const Dataset> data, Clock clock,
            double memoryLimit, std::size_t threads = 1);

    const Experiment& experiment() const noexcept { return m_experiment; }
    const Dataset& data() const noexcept { return *m_data; }
    std::shared_ptr<const Dataset> sharedData() const noexcept { return m_data; }
    const std::vector<Run>& runs() const noexcept { return m_runs; }

    /// Whole epochs done.
    std::size_t epoch() const noexcept { return m_epoch; }
    std::size_t batchesPerEpoch() const noexcept { return m_batches.batchesPerEpoch(); }
    std::size_t batchInEpoch() const noexcept { return m_batchInEpoch; }
    /// Between epochs: of the next one.
    std::size_t batchSize() const noexcept { return m_batchSize; }
    /// Whether no batch of a new epoch has been taken yet.
    bool isBetweenEpochs() const noexcept { return m_batchInEpoch == 0; }
    /// Whether there is a run that has neither diverged nor been stopped.
    bool isAnyRunTraining() const noexcept;

    /// Trains so many batches, but none of the next epoch, in every run that has neither diverged
    /// nor been stopped. True if that ended an epoch.
    bool trainBatches(std::size_t most);
    bool trainBatch() { return trainBatches(1); }

    /// The next step that a run will make, with its numbers; it is not made. Nothing if the run has
    /// diverged.
    std::optional<StepTrace> traceNextStep(std::size_t run);

    /// How many batches should take so long, going by the last ones; at least one.
    std::size_t batchesWithin(std::chrono::nanoseconds span) const;

    /// Back to epoch 0: same draws, current settings, and the changes that are on record.
    void rewind();
    void forgetChanges();

    /// All that decides how training goes on, and what is told of it.
    class State;
    State state() const;
    /// Goes back to where it stood once; from there it goes the same way again, bit for bit, with
    /// the changes that were made since.
    void restore(const State& state);

    /// Takes over the last run of \p experiment, which there was not before, and the changes on
    /// record for it. It stands where \p parent does, whose network it has.
    /// \throws InputError as the constructor does; then nothing has changed.
    void addRun(const Experiment& experiment, std::size_t parent);

    /// Kills or revives a hidden unit of a run now, and adds that to the changes of the experiment.
    /// \throws InputError if the run has no such unit, or one that cannot be killed.
    const Change& changeUnit(std::size_t run, ChangedField field, UnitPlace place);

    /// Makes \p parameters, laid out as those of the run's network, the ones that the run starts
    /// from. Only at epoch 0.
    void startFrom(std::size_t run, std::span<const float> parameters);

    /// Takes over the training settings of \p experiment that may change while it trains: learning
    /// rates, momentum and decay at the next step, batch size at the next epoch, epochs, stop
    /// rules. Returns what goes on record, so that the same is done again when it trains again:
    /// with the first change of a setting also what it was at step 0, since the experiment no
    /// longer tells.
    /// \throws InputError as the constructor does; then nothing has changed.
    std::vector<Change> adjust(const Experiment& experiment);

    /// Makes the changes on record whose step has come, rather than before the next batch: the end
    /// of an epoch is what somebody saw who changed something there.
    void makeDueChanges();

    /// The record of a run at the end of the last epoch, due changes made. \p isMeasured also makes
    /// a test pass and a diagnosis. Only between epochs; nothing if stopped.
    std::optional<EpochRecord> record(std::size_t run, bool isMeasured,
                                      const std::stop_token& stop = {});

    /// The same for each run, side by side; nothing for those that have diverged, or were stopped
    /// at the end of an earlier epoch.
    std::vector<std::optional<EpochRecord>> recordAll(bool isMeasured,
                                                      const std::stop_token& stop = {});

    /// The learning rate of the next step of a run.
    double nextRate(std::size_t run) const {
        return learningRate(m_runs[run], m_epoch, m_batchInEpoch);
    }

    RunStatus status(std::size_t run) const;
    /// Where the stop rules have ended a run. It stays so when others go on into the next epoch;
    /// until then other rules may let it go on.
    const std::optional<Stop>& stopOf(std::size_t run) const { return m_progress[run].stop; }
    double trainingSeconds(std::size_t run) const;
    /// Examples that a run has been trained on.
    std::size_t samples(std::size_t run) const { return m_progress[run].samples; }

    /// Logits of any features; see Run::predict.
    void predict(std::size_t run, std::span<const float> features, std::span<float> logits) {
        m_runs[run].predict(features, logits);
    }

    /// The health of a run over all training examples; nothing if stopped.
    std::optional<NetworkHealth> findHealth(std::size_t run, const std::stop_token& stop) {
        return m_runs[run].findHealth(m_data->train, stop);
    }
    /// Whether a unit of it that gets no gradient keeps its weights.
    bool isDeathPermanent(std::size_t run) const;

  private:
    struct BatchSizeChange {
        std::size_t step;
        std::size_t size;
    };
    struct Progress {
        std::chrono::nanoseconds trained{0};
        std::size_t samples = 0;
        std::optional<double> initialLoss; ///< training loss of epoch 0, once recorded
        LowestLoss lowest;                 ///< of the epochs as it trained
        std::optional<Stop> stop;
        std::optional<UnitFlags> silent;          ///< when it was last measured
        bool wasDeathPermanent = false;           ///< at the last step; see isDeathPermanent()
        std::size_t changesMade = 0;              ///< of those that the experiment has for the run
        std::optional<BatchSizeChange> batchSize; ///< the last one of this epoch, for the next
    };
    /// How learning rates change and runs are stopped from a batch on: not on record as a Change,
    /// but needed to go the same way again.
    struct Timetable {
        std::size_t epoch = 0;
        std::size_t batchInEpoch = 0;
        Schedule schedule;
        std::size_t epochs = 0;
        StopRules stop;
    };

    bool isLive(std::size_t run) const {
        return !m_runs[run].divergence() && !m_progress[run].stop;
    }
    /// Calls \p work(run, thread) for each run that \p isWanted(run), on all threads.
    template <class Wanted, class Work>
    void forEachRun(const Wanted& isWanted, const Work& work);
    void startEpoch();
    void endEpoch();
    /// By the figures of the epoch that has ended, and the rules that the next one would have.
    void decideStops();
    /// Trains a run on batches of this epoch, and says how many it took until it diverged.
    std::size_t trainRun(std::size_t run, Range batches, GatheredBatch& room, Team* team);
    /// Those whose step has come.
    void makeChanges(std::size_t run);
    void make(std::size_t run, const Change& change);
    void change(std::size_t run, ChangedField field, double before, double after,
                std::vector<Change>& recorded);
    void changeOptimizer(std::size_t run, const OptimizerSpec& before, const OptimizerSpec& after,
                         std::vector<Change>& recorded);
    void changeTimetable(const TrainingSpec& training);
    const Timetable& timetable(std::size_t epochsDone, std::size_t batchInEpoch) const;
    void findChanges(std::size_t run);
    std::size_t changesUpTo(std::size_t run, std::size_t step) const;
    double learningRate(const Run& run, std::size_t epochsDone, std::size_t batchInEpoch) const;
    std::optional<EpochRecord::Measured> measure(std::size_t run, const std::stop_token& stop);

    Experiment m_experiment;
    std::shared_ptr<const Dataset> m_data;
    Clock m_clock;
    double m_memoryLimit;
    std::vector<Run> m_runs;
    std::vector<std::vector<Change>> m_changes; ///< per run, by step
    std::vector<Timetable> m_timetables;        ///< by epoch and batch; the first from the start
    std::vector<Progress> m_progress;
    Batches m_batches;
    std::size_t m_batchSize; ///< of the next epoch
    std::unique_ptr<Team> m_team;
    std::vector<GatheredBatch> m_rooms; ///< one for each thread of the team
    std::vector<std::size_t> m_taken;   ///< batches that each run just took
    std::chrono::nanoseconds m_batchTook{0};
    std::size_t m_epoch = 0;
    std::size_t m_batchInEpoch = 0;
};

class Trainer::State {
  public:
    std::size_t epoch() const noexcept { return m_epoch; }
    std::size_t bytes() const noexcept;
    /// Puts a run after the others that is as \p parent.
    void addRun(std::size_t parent);

  private:
    friend class Trainer;

    std::vector<RunState> m_runs;
    std::vector<Progress> m_progress;
    std::size_t m_epoch = 0;
    std::size_t m_batchInEpoch = 0;
    std::size_t m_batchSize = 0; ///< of this epoch
    std::size_t m_batchSizeFromNext = 0;
};

} // namespace reluscope
