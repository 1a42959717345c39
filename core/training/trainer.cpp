// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include "core/input_error.h"
#include "core/training/memory.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace reluscope {
namespace {

Experiment checked(Experiment experiment, const Dataset& data, double memoryLimit) {
    const auto& loss = experiment.training.loss;
    if (loss && !fits(*loss, data.outputCount())) {
        throw InputError({}, "training.loss",
                         std::string(lossId(*loss)) + " does not suit " +
                             std::to_string(data.classCount) + " classes",
                         "use " + std::string(lossId(automaticLoss(data.outputCount()))));
    }
    if (experiment.training.dropLast && experiment.training.batchSize > data.train.count()) {
        throw InputError({}, "training.batch_size",
                         "larger than the " + std::to_string(data.train.count()) +
                             " training examples, so that drop_last leaves no batch",
                         "use a smaller batch");
    }
    constexpr double gigabyte = 1e9;
    const double bytes = trainingBytes(experiment, data);
    if (bytes > memoryLimit) {
        throw InputError({}, "network.hidden",
                         "training would need " + std::to_string(std::lround(bytes / gigabyte)) +
                             " GB of memory",
                         "this machine has " + std::to_string(std::lround(memoryLimit / gigabyte)) +
                             " GB");
    }
    return experiment;
}

} // namespace

Trainer::Trainer(Experiment experiment, std::shared_ptr<const Dataset> data, Clock clock,
                 double memoryLimit)
    : m_experiment(checked(std::move(experiment), *data, memoryLimit))
    , m_data(std::move(data))
    , m_clock(clock)
    , m_memoryLimit(memoryLimit)
    , m_progress(m_experiment.runs.size())
    , m_batches(*m_data, m_experiment.network.seed, m_experiment.training.batchSize,
                m_experiment.training.shuffle, m_experiment.training.dropLast) {
    m_runs.reserve(m_experiment.runs.size());
    for (const RunSpec& spec : m_experiment.runs) {
        m_runs.emplace_back(m_experiment, spec, *m_data);
    }
}

bool Trainer::isAnyRunTraining() const noexcept {
    return std::ranges::any_of(m_runs, [](const Run& run) { return !run.divergence(); });
}

bool Trainer::trainBatch() {
    const auto begin = m_clock();
    if (m_batchInEpoch == 0) {
        m_batches.startEpoch(m_epoch + 1, m_experiment.training.batchSize);
        for (Run& run : m_runs) {
            run.startEpoch();
        }
    }
    const Batch batch = m_batches.next();
    ++m_batchInEpoch;

    // Every run would have had to gather the batch, had it trained alone.
    const auto gathering = m_clock() - begin;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (!m_runs[i].divergence()) {
            const auto stepBegin = m_clock();
            m_runs[i].step(batch, m_epoch + 1);
            m_progress[i].trained += gathering + (m_clock() - stepBegin);
            m_progress[i].samples += m_runs[i].divergence() ? 0 : batch.labels.size();
        }
    }
    if (!m_batches.isEpochOver()) {
        return false;
    }
    ++m_epoch;
    m_batchInEpoch = 0;
    return true;
}

void Trainer::rewind() {
    for (Run& run : m_runs) {
        run.rewind();
    }
    m_progress.assign(m_runs.size(), {});
    m_epoch = 0;
    m_batchInEpoch = 0;
}

void Trainer::adjust(const Experiment& experiment) {
    Experiment next = m_experiment;
    next.training = experiment.training;
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        next.runs[i].learningRate = experiment.runs[i].learningRate;
        next.runs[i].optimizer = experiment.runs[i].optimizer;
    }
    next = checked(std::move(next), *m_data, m_memoryLimit);
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        m_runs[i].adjust(effectiveOptimizer(next, next.runs[i]),
                         std::min(next.training.batchSize, m_data->train.count()));
    }
    // Last, so that no batch is larger than the room that every run has made for it.
    m_experiment = std::move(next);
}

std::optional<EpochRecord> Trainer::record(std::size_t run, bool isMeasured,
                                           const std::stop_token& stop) {
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
                       .learningRate = own.optimizer().learningRate,
                       .trainLoss = trained.meanLoss(),
                       .trainAccuracy = trained.accuracy(),
                       .measured = {},
                       .seconds = trainingSeconds(run)};
    if (isMeasured) {
        const auto test = own.evaluate(m_data->test, stop);
        const auto silent = own.diagnose(m_data->train, stop);
        if (!test || !silent) {
            return std::nullopt;
        }
        record.measured = {.testLoss = test->meanLoss(),
                           .testAccuracy = test->accuracy(),
                           .silent = silent->countPerLayer(),
                           .deadFraction = silent->deadFraction()};
    }
    return record;
}

RunStatus Trainer::status(std::size_t run) const {
    const Run& own = m_runs[run];
    if (own.divergence()) {
        return RunStatus::Diverged;
    }
    if (m_epoch < m_experiment.training.epochs || !isBetweenEpochs()) {
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
