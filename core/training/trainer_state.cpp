// SPDX-License-Identifier: GPL-3.0-or-later
// A Trainer's way back to where it stood, and on from there.
#include "core/training/experiment_check.h"
#include "core/training/trainer.h"

#include <utility>

namespace reluscope {

std::size_t Trainer::State::bytes() const noexcept {
    std::size_t sum = sizeof(State);
    for (const RunState& run : m_runs) {
        sum += run.bytes();
    }
    for (const Progress& progress : m_progress) {
        sum += sizeof(Progress);
        for (std::size_t layer = 0; progress.silent && layer < progress.silent->layerCount();
             ++layer) {
            sum += progress.silent->unitCount(layer);
        }
    }
    return sum;
}

void Trainer::State::addRun(std::size_t parent) {
    m_runs.push_back(m_runs[parent]);
    m_progress.push_back(m_progress[parent]);
}

Trainer::State Trainer::state() const {
    State state;
    for (const Run& run : m_runs) {
        state.m_runs.push_back(run.state());
    }
    state.m_progress = m_progress;
    state.m_epoch = m_epoch;
    state.m_batchInEpoch = m_batchInEpoch;
    state.m_batchSize = m_batches.batchSize();
    state.m_batchSizeFromNext = m_batchSize;
    return state;
}

void Trainer::restore(const State& state) {
    m_progress = state.m_progress;
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        m_runs[run].restore(state.m_runs[run]);
        // Those of this very step may have been made or may not; to make them again does no harm.
        const std::size_t step = m_runs[run].stepCount();
        m_progress[run].changesMade = step == 0 ? 0 : changesUpTo(run, step - 1);
    }
    m_epoch = state.m_epoch;
    m_batchInEpoch = state.m_batchInEpoch;
    m_batchSize = state.m_batchSizeFromNext;
    m_batches.startEpoch(m_epoch + 1, state.m_batchSize);
    for (GatheredBatch& room : m_rooms) {
        m_batches.prepare(room);
    }
    if (isBetweenEpochs()) {
        decideStops(); // by rules that may have come since
    }
}

void Trainer::addRun(const Experiment& experiment, std::size_t parent) {
    Experiment next = m_experiment;
    const RunSpec& spec = experiment.runs.back();
    next.runs.push_back(spec);
    for (const Change& change : experiment.training.changes) {
        if (change.run == spec.name) {
            addChange(next.training.changes, change);
        }
    }
    checkSuits(next, *m_data);
    checkMemory(next, *m_data, m_memoryLimit);
    Run run(next, spec, *m_data);
    run.follow(m_runs[parent]);
    m_experiment = std::move(next);
    m_runs.push_back(std::move(run));
    m_changes.emplace_back();
    findChanges(m_runs.size() - 1);
    m_progress.push_back(m_progress[parent]);
    m_taken.push_back(0);
    const std::size_t step = m_runs.back().stepCount();
    m_progress.back().changesMade = step == 0 ? 0 : changesUpTo(m_runs.size() - 1, step - 1);
}

} // namespace reluscope
