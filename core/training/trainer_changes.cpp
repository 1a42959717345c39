// SPDX-License-Identifier: GPL-3.0-or-later
// What changes while a Trainer trains, made once and made again.
#include "core/training/experiment_check.h"
#include "core/training/trainer.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace reluscope {

void Trainer::findChanges(std::size_t run) {
    m_changes[run].clear();
    std::ranges::copy_if(
        m_experiment.training.changes, std::back_inserter(m_changes[run]),
        [&](const Change& change) { return change.run == m_experiment.runs[run].name; });
    std::ranges::stable_sort(m_changes[run], {}, &Change::step);
}

std::size_t Trainer::changesUpTo(std::size_t run, std::size_t step) const {
    const auto& changes = m_changes[run];
    return static_cast<std::size_t>(std::ranges::upper_bound(changes, step, {}, &Change::step) -
                                    changes.begin());
}

void Trainer::makeChanges(std::size_t run) {
    std::size_t& made = m_progress[run].changesMade;
    for (; made < m_changes[run].size() && m_changes[run][made].step <= m_runs[run].stepCount();
         ++made) {
        make(run, m_changes[run][made]);
    }
}

void Trainer::makeDueChanges() {
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        if (!m_runs[run].divergence()) {
            makeChanges(run);
        }
    }
}

void Trainer::make(std::size_t run, const Change& change) {
    Run& own = m_runs[run];
    OptimizerSpec optimizer = own.optimizer();
    switch (change.field) {
    case ChangedField::LearningRate:
        optimizer.learningRate = std::get<double>(change.value);
        break;
    case ChangedField::Momentum:
        optimizer.momentum = std::get<double>(change.value);
        break;
    case ChangedField::Nesterov:
        optimizer.nesterov = std::get<double>(change.value) != 0;
        break;
    case ChangedField::WeightDecay:
        optimizer.weightDecay = std::get<double>(change.value);
        break;
    case ChangedField::BatchSize:
        m_progress[run].batchSize =
            BatchSizeChange{change.step, static_cast<std::size_t>(std::get<double>(change.value))};
        break;
    case ChangedField::Kill:
        own.kill(std::get<UnitPlace>(change.value));
        break;
    case ChangedField::Revive:
        own.revive(std::get<UnitPlace>(change.value), m_data->train);
        break;
    }
    own.setOptimizer(optimizer);
}

/// Makes a change now and puts it on record, unless nothing has been trained that it would differ
/// from.
void Trainer::change(std::size_t run, ChangedField field, double before, double after,
                     std::vector<Change>& recorded) {
    makeChanges(run);
    const Change now{
        .run = m_experiment.runs[run].name,
        .step = m_runs[run].stepCount(),
        .field = field,
        .value = after,
    };
    make(run, now);
    const auto made = std::span(m_changes[run]).first(m_progress[run].changesMade);
    const bool isFirst = std::ranges::find(made, field, &Change::field) == made.end();
    if (isFirst && now.step > 0) {
        Change initial = now;
        initial.step = 0;
        initial.value = before;
        recorded.push_back(std::move(initial));
    }
    if (!isFirst || now.step > 0) {
        recorded.push_back(now);
    }
}

void Trainer::changeOptimizer(std::size_t run, const OptimizerSpec& before,
                              const OptimizerSpec& after, std::vector<Change>& recorded) {
    if (m_runs[run].divergence()) {
        return;
    }
    // What nobody touched stays as recorded changes have left it.
    for (const auto& [field, of] : changeableSettings()) {
        if (of(before) != of(after)) {
            change(run, field, of(m_runs[run].optimizer()), of(after), recorded);
        }
    }
}

void Trainer::changeTimetable(const TrainingSpec& training) {
    if (!m_timetables.empty()) {
        const Timetable& last = m_timetables.back();
        if (last.schedule == training.schedule && last.epochs == training.epochs &&
            last.stop == training.stop) {
            return;
        }
        // Those of later are of a future that a branch has gone back from.
        std::erase_if(m_timetables, [this](const Timetable& other) {
            return std::pair(other.epoch, other.batchInEpoch) >= std::pair(m_epoch, m_batchInEpoch);
        });
    }
    m_timetables.push_back({.epoch = m_epoch,
                            .batchInEpoch = m_batchInEpoch,
                            .schedule = training.schedule,
                            .epochs = training.epochs,
                            .stop = training.stop});
}

const Trainer::Timetable& Trainer::timetable(std::size_t epochsDone,
                                             std::size_t batchInEpoch) const {
    const auto next = std::ranges::upper_bound(
        m_timetables, std::pair(epochsDone, batchInEpoch), {},
        [](const Timetable& table) { return std::pair(table.epoch, table.batchInEpoch); });
    return *std::prev(next);
}

std::vector<Change> Trainer::adjust(const Experiment& experiment) {
    Experiment next = m_experiment;
    next.training = experiment.training;
    next.training.changes = m_experiment.training.changes;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        next.runs[i].learningRate = experiment.runs[i].learningRate;
        next.runs[i].optimizer = experiment.runs[i].optimizer;
    }
    checkSuits(next, *m_data);
    checkMemory(next, *m_data, m_memoryLimit);
    std::vector<Change> recorded;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        changeOptimizer(i, effectiveOptimizer(m_experiment, m_experiment.runs[i]),
                        effectiveOptimizer(next, next.runs[i]), recorded);
        m_runs[i].makeRoom(std::min(largestBatch(next), m_data->train.count()));
    }
    if (next.training.batchSize != m_experiment.training.batchSize) {
        // It is one for all runs, and of those with the same step the last one counts.
        std::size_t last = m_runs.size();
        while (last > 0 && !isLive(last - 1)) {
            --last;
        }
        if (last > 0) {
            change(last - 1, ChangedField::BatchSize, static_cast<double>(m_batchSize),
                   static_cast<double>(next.training.batchSize), recorded);
        }
    }
    changeTimetable(next.training);
    for (const Change& one : recorded) {
        addChange(next.training.changes, one);
    }
    // Last, so that no batch is larger than the room that every run has made for it.
    m_experiment = std::move(next);
    for (const Change& one : recorded) {
        const auto run =
            static_cast<std::size_t>(std::ranges::find(m_experiment.runs, one.run, &RunSpec::name) -
                                     m_experiment.runs.begin());
        findChanges(run);
        m_progress[run].changesMade = changesUpTo(run, m_runs[run].stepCount());
    }
    if (isBetweenEpochs()) {
        decideStops();
    }
    return recorded;
}

void Trainer::forgetChanges() {
    m_experiment.training.changes.clear();
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        m_changes[run].clear();
        m_progress[run].changesMade = 0;
    }
}

} // namespace reluscope
