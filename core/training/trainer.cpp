// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include "core/training/experiment_check.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>

namespace reluscope {
namespace {

std::optional<double> accuracyOf(const Score& score, Task task) {
    return task == Task::Classification ? std::optional(score.accuracy()) : std::nullopt;
}

std::vector<UnitEvent> eventsBetween(const UnitFlags& before, const UnitFlags& after) {
    std::vector<UnitEvent> events;
    for (std::size_t layer = 0; layer < after.layerCount(); ++layer) {
        for (std::size_t unit = 0; unit < after.unitCount(layer); ++unit) {
            if (before.at(layer, unit) != after.at(layer, unit)) {
                events.push_back({layer, unit, after.at(layer, unit)});
            }
        }
    }
    return events;
}

} // namespace

Trainer::Trainer(Experiment experiment, std::shared_ptr<const Dataset> data, Clock clock,
                 double memoryLimit, std::size_t threads)
    : m_experiment(std::move(experiment))
    , m_data(std::move(data))
    , m_clock(clock)
    , m_memoryLimit(memoryLimit)
    , m_progress(m_experiment.runs.size())
    , m_batches(*m_data, m_experiment.network.seed, m_experiment.training.batchSize,
                m_experiment.training.shuffle, m_experiment.training.dropLast)
    , m_batchSize(m_experiment.training.batchSize)
    , m_team(std::make_unique<Team>(threads))
    , m_rooms(threads)
    , m_taken(m_experiment.runs.size()) {
    changeTimetable(m_experiment.training);
    checkSuits(m_experiment, *m_data);
    checkMemory(m_experiment, *m_data, m_memoryLimit);
    m_runs.reserve(m_experiment.runs.size());
    m_changes.resize(m_experiment.runs.size());
    for (std::size_t run = 0; run < m_experiment.runs.size(); ++run) {
        m_runs.emplace_back(m_experiment, m_experiment.runs[run], *m_data);
        findChanges(run);
    }
}

bool Trainer::isAnyRunTraining() const noexcept {
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        if (isLive(run)) {
            return true;
        }
    }
    return false;
}

template <class Wanted, class Work>
void Trainer::forEachRun(const Wanted& isWanted, const Work& work) {
    std::atomic<std::size_t> next = 0;
    m_team->share([&](Part part) {
        for (std::size_t run = next++; run < m_runs.size(); run = next++) {
            if (isWanted(run)) {
                work(run, part.index);
            }
        }
    });
}

bool Trainer::trainBatches(std::size_t most) {
    const auto begin = m_clock();
    if (m_batchInEpoch == 0) {
        startEpoch();
    }
    const Range batches{m_batchInEpoch, std::min(m_batchInEpoch + most, batchesPerEpoch())};
    std::ranges::fill(m_taken, 0U);
    if (m_runs.size() == 1) {
        m_taken[0] = trainRun(0, batches, m_rooms[0], m_team.get());
    } else {
        forEachRun([this](std::size_t run) { return isLive(run); },
                   [&](std::size_t run, std::size_t thread) {
                       m_taken[run] = trainRun(run, batches, m_rooms[thread], nullptr);
                   });
    }
    const std::size_t furthest = *std::ranges::max_element(m_taken);
    m_batchInEpoch += furthest;
    m_batchTook = (m_clock() - begin) / std::max<std::size_t>(1, furthest);
    if (m_batchInEpoch < batchesPerEpoch()) {
        return false;
    }
    endEpoch();
    return true;
}

void Trainer::startEpoch() {
    std::optional<BatchSizeChange> batchSize;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        if (isLive(run)) {
            makeChanges(run);
            m_runs[run].startEpoch();
        }
        const auto own = std::exchange(m_progress[run].batchSize, std::nullopt);
        if (own && (!batchSize || own->step >= batchSize->step)) {
            batchSize = own;
        }
    }
    if (batchSize) {
        m_batchSize = batchSize->size;
    }
    m_batches.startEpoch(m_epoch + 1, m_batchSize);
    for (GatheredBatch& room : m_rooms) {
        m_batches.prepare(room);
    }
}

void Trainer::endEpoch() {
    ++m_epoch;
    m_batchInEpoch = 0;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        if (isLive(run)) {
            m_progress[run].lowest.add(m_runs[run].epochScore().meanLoss(), m_epoch);
        }
    }
    decideStops();
}

void Trainer::decideStops() {
    if (m_epoch == 0) {
        return;
    }
    const StopRules& rules = timetable(m_epoch, 0).stop;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        Progress& progress = m_progress[run];
        const bool isBehind = progress.stop && progress.stop->epoch < m_epoch;
        if (!m_runs[run].divergence() && !isBehind) {
            const Score& score = m_runs[run].epochScore();
            progress.stop = findStop(rules, {.epoch = m_epoch,
                                             .loss = score.meanLoss(),
                                             .accuracy = accuracyOf(score, m_data->task),
                                             .lowest = progress.lowest});
        }
    }
}

std::size_t Trainer::trainRun(std::size_t run, Range batches, GatheredBatch& room, Team* team) {
    Run& own = m_runs[run];
    Progress& progress = m_progress[run];
    const auto begin = m_clock();
    std::size_t taken = 0;
    for (; taken < batches.size() && !own.divergence(); ++taken) {
        makeChanges(run);
        const std::size_t number = batches.begin + taken;
        const Batch batch = m_batches.gather(number, room);
        own.step(batch, m_epoch + 1, learningRate(own, m_epoch, number), team);
        progress.wasDeathPermanent = isDeathPermanent(run);
        progress.samples += own.divergence() ? 0 : batch.targets.count();
    }
    progress.trained += m_clock() - begin;
    return taken;
}

std::optional<StepTrace> Trainer::traceNextStep(std::size_t run) {
    Run& own = m_runs[run];
    if (own.divergence()) {
        return std::nullopt;
    }
    // It is made after all, and taken back.
    const State standing = state();
    if (m_batchInEpoch == 0) {
        startEpoch();
    }
    makeChanges(run);
    const Batch batch = m_batches.gather(m_batchInEpoch, m_rooms[0]);
    StepTrace trace =
        own.stepTraced(batch, m_epoch + 1, learningRate(own, m_epoch, m_batchInEpoch));
    trace.batch = m_batchInEpoch + 1;
    trace.batchesPerEpoch = batchesPerEpoch();
    restore(standing);
    return trace;
}

std::size_t Trainer::batchesWithin(std::chrono::nanoseconds span) const {
    return m_batchTook.count() == 0
               ? 1
               : std::max<std::size_t>(1, static_cast<std::size_t>(span / m_batchTook));
}

void Trainer::rewind() {
    m_epoch = 0;
    m_batchInEpoch = 0;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        m_runs[run].setOptimizer(effectiveOptimizer(m_experiment, m_experiment.runs[run]));
        m_runs[run].rewind();
    }
    m_progress.assign(m_runs.size(), {});
    m_timetables.clear();
    changeTimetable(m_experiment.training);
    m_batchSize = m_experiment.training.batchSize;
}

const Change& Trainer::changeUnit(std::size_t run, ChangedField field, UnitPlace place) {
    Experiment next = m_experiment;
    next.training.changes.push_back({.run = m_experiment.runs[run].name,
                                     .step = m_runs[run].stepCount(),
                                     .field = field,
                                     .value = place});
    checkSuits(next, *m_data);
    m_experiment = std::move(next);
    const Change& change = m_experiment.training.changes.back();
    // After those of this step that the experiment had already, as when it is read again.
    makeChanges(run);
    const auto now = static_cast<std::ptrdiff_t>(m_progress[run].changesMade);
    m_changes[run].insert(m_changes[run].begin() + now, change);
    makeChanges(run);
    return change;
}

void Trainer::startFrom(std::size_t run, std::span<const float> parameters) {
    m_runs[run].startFrom(parameters);
    m_progress[run] = {};
}

std::optional<EpochRecord> Trainer::record(std::size_t run, bool isMeasured,
                                           const std::stop_token& stop) {
    makeChanges(run);
    Run& own = m_runs[run];
    Score trained = own.epochScore();
    if (m_epoch == 0) {
        const auto pass = own.evaluate(m_data->train, stop);
        if (!pass) {
            return std::nullopt;
        }
        trained = *pass;
        m_progress[run].initialLoss = trained.meanLoss();
    }
    EpochRecord record{.run = run,
                       .epoch = m_epoch,
                       .step = own.stepCount(),
                       .learningRate = m_epoch == 0 ? learningRate(own, 0, 0) : own.learningRate(),
                       .trainLoss = trained.meanLoss(),
                       .trainAccuracy = accuracyOf(trained, m_data->task),
                       .measured = {},
                       .seconds = trainingSeconds(run)};
    if (isMeasured) {
        record.measured = measure(run, stop);
        if (!record.measured) {
            return std::nullopt;
        }
    }
    return record;
}

std::vector<std::optional<EpochRecord>> Trainer::recordAll(bool isMeasured,
                                                           const std::stop_token& stop) {
    std::vector<std::optional<EpochRecord>> records(m_runs.size());
    const auto isOfThisEpoch = [this](std::size_t run) {
        const auto& ended = m_progress[run].stop;
        return !m_runs[run].divergence() && (!ended || ended->epoch == m_epoch);
    };
    forEachRun(isOfThisEpoch,
               [&](std::size_t run, std::size_t) { records[run] = record(run, isMeasured, stop); });
    return records;
}

std::optional<EpochRecord::Measured> Trainer::measure(std::size_t run,
                                                      const std::stop_token& stop) {
    Run& own = m_runs[run];
    std::optional<ConfusionMatrix> confusion;
    if (m_data->task == Task::Classification &&
        m_data->classCount <= ConfusionMatrix::mostClasses) {
        confusion.emplace(m_data->classCount);
    }
    const auto test = own.evaluate(m_data->test, stop, confusion ? &*confusion : nullptr);
    auto health = findHealth(run, stop);
    if (!test || !health) {
        return std::nullopt;
    }
    const Network<float>& network = own.network();
    EpochRecord::Measured measured{.testLoss = test->meanLoss(),
                                   .testAccuracy = accuracyOf(*test, m_data->task),
                                   .silent = health->silent.countPerLayer(),
                                   .permanentlyDead =
                                       std::vector<std::size_t>(health->silent.layerCount()),
                                   .saturated = health->saturated.countPerLayer(),
                                   .deadFraction = health->deadFraction(),
                                   .layers = own.measureLayers(m_data->train),
                                   .learned = {},
                                   .isOutputConstant = health->isOutputConstant,
                                   .events = {},
                                   .confusion = std::move(confusion)};
    // An epoch that has ended was trained with the settings of then, whatever is to follow.
    if (own.stepCount() == 0 ? isDeathPermanent(run) : m_progress[run].wasDeathPermanent) {
        measured.permanentlyDead = findPermanentlyDead(network, health->silent).countPerLayer();
    }
    for (std::size_t layer = 0; layer < network.architecture().hidden.size(); ++layer) {
        const auto learned = network.learned(layer);
        measured.learned.emplace_back(learned.begin(), learned.end());
    }
    auto& before = m_progress[run].silent;
    if (before) {
        measured.events = eventsBetween(*before, health->silent);
    }
    before = std::move(health->silent);
    return measured;
}

bool Trainer::isDeathPermanent(std::size_t run) const {
    const OptimizerSpec& optimizer = m_runs[run].optimizer();
    return isPlainDescent(optimizer) && optimizer.weightDecay == 0;
}

double Trainer::learningRate(const Run& run, std::size_t epochsDone,
                             std::size_t batchInEpoch) const {
    const Timetable& now = timetable(epochsDone, batchInEpoch);
    return learningRateAt(now.schedule, run.optimizer().learningRate,
                          {.epochsDone = epochsDone,
                           .batchInEpoch = batchInEpoch,
                           .batchesPerEpoch = batchesPerEpoch(),
                           .epochs = now.epochs});
}

RunStatus Trainer::status(std::size_t run) const {
    const Run& own = m_runs[run];
    if (own.divergence()) {
        return RunStatus::Diverged;
    }
    const bool areEpochsDone = m_epoch >= m_experiment.training.epochs && isBetweenEpochs();
    if (!areEpochsDone && !m_progress[run].stop) {
        return RunStatus::Training;
    }
    const auto& initial = m_progress[run].initialLoss;
    const bool isWorse = m_epoch > 0 && initial && own.epochScore().meanLoss() > *initial;
    return isWorse ? RunStatus::Failed : RunStatus::Finished;
}

double Trainer::trainingSeconds(std::size_t run) const {
    return std::chrono::duration<double>(m_progress[run].trained).count();
}

} // namespace reluscope
