// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/sharpness_watch.h"

#include "core/diagnosis/sharpness.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reluscope {

std::optional<double> stableSharpness(const OptimizerSpec& optimizer) {
    if (optimizer.method != OptimizerMethod::Sgd || optimizer.learningRate <= 0) {
        return std::nullopt;
    }
    const double momentum = optimizer.momentum;
    const double damping = optimizer.nesterov ? 1 + 2 * momentum : 1;
    const double edge = (2 + 2 * momentum) / (damping * optimizer.learningRate) -
                        std::max(optimizer.weightDecay, 0.0);
    return edge > 0 ? std::optional(edge) : std::nullopt;
}

bool canWatchSharpness(const Architecture& architecture, std::size_t examples) {
    const std::size_t parameters = architecture.parameterCount();
    const std::size_t units = std::max<std::size_t>(architecture.hiddenUnitCount(), 1);
    return examples <= mostWatchedValues / units && parameters <= mostWatchedParameters &&
           examples <= mostWatchedWork / parameters;
}

void SharpnessWatch::startOver() {
    m_directions.clear();
    m_isJoined = false;
    m_due = {};
    expectChange();
}

void SharpnessWatch::setWatched(bool isWatched) {
    if (std::exchange(m_isWatched, isWatched) != isWatched) {
        m_isJoined = false;
    }
}

bool SharpnessWatch::isDue(const Trainer& trainer, bool isTraining) const {
    return m_isWatched && trainer.isBetweenEpochs() && m_epoch != trainer.epoch() &&
           (!isTraining || m_clock() >= m_due);
}

std::vector<SharpnessPoint> SharpnessWatch::measure(const Trainer& trainer,
                                                    const std::stop_token& stop) {
    const auto begin = m_clock();
    std::vector<SharpnessPoint> points;
    m_directions.resize(trainer.runs().size());
    const Examples& examples = trainer.data().train;
    for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
        const Run& own = trainer.runs()[run];
        const auto& stopped = trainer.stopOf(run);
        if (own.divergence() || (stopped && stopped->epoch < trainer.epoch()) ||
            !canWatchSharpness(own.network().architecture(), examples.count())) {
            continue;
        }
        auto found =
            findSharpness(own.network(), own.loss(), examples, {.from = m_directions[run]}, stop);
        if (!found) {
            return points;
        }
        if (std::isfinite(found->value)) {
            points.push_back({.run = run,
                              .epoch = trainer.epoch(),
                              .value = found->value,
                              .optimizer = own.optimizer(),
                              .batchSize = trainer.batchSize(),
                              .isJoined = m_isJoined});
            points.back().optimizer.learningRate = trainer.nextRate(run);
            m_directions[run] = std::move(found->direction);
        }
    }
    constexpr std::chrono::milliseconds shortest{200};
    constexpr int shareOfTime = 20;
    const auto end = m_clock();
    m_due = end + std::max<std::chrono::nanoseconds>(shortest, shareOfTime * (end - begin));
    m_epoch = trainer.epoch();
    m_isJoined = true;
    return points;
}

} // namespace reluscope
