// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/optimizer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace reluscope {
namespace {

constexpr std::array<OptimizerMethodInfo, 3> table{{
    {OptimizerMethod::Sgd, "sgd", "SGD", 0.01},
    {OptimizerMethod::Adam, "adam", "Adam", 0.001},
    {OptimizerMethod::RmsProp, "rmsprop", "RMSprop", 0.01},
}};

} // namespace

bool isPlainDescent(const OptimizerSpec& spec) noexcept {
    return spec.method == OptimizerMethod::Sgd && spec.momentum == 0;
}

std::span<const OptimizerMethodInfo> optimizerMethods() noexcept {
    return table;
}

const OptimizerMethodInfo& optimizerMethodInfo(OptimizerMethod method) noexcept {
    return *std::ranges::find(table, method, &OptimizerMethodInfo::method);
}

template <class Real>
void Optimizer<Real>::prepare(const OptimizerSpec& spec, std::size_t parameterCount) {
    const bool isAdam = spec.method == OptimizerMethod::Adam;
    const bool isRmsProp = spec.method == OptimizerMethod::RmsProp;
    if (!isAdam && spec.momentum != 0) {
        m_velocity.resize(parameterCount, Real{0});
    }
    if (isAdam || (isRmsProp && spec.centered)) {
        m_mean.resize(parameterCount, Real{0});
    }
    if (isAdam || isRmsProp) {
        m_meanSquare.resize(parameterCount, Real{0});
    }
}

template <class Real>
void Optimizer<Real>::update(const OptimizerSpec& spec, std::span<Real> parameters,
                             std::span<const Real> gradient, std::size_t decayed,
                             std::span<const Blocks> blocks, Team* team) {
    ++m_steps;
    const auto updateOwn = [&](Range own) {
        const std::size_t end = std::clamp(decayed, own.begin, own.end);
        updateRange(spec, static_cast<Real>(spec.weightDecay), {own.begin, end}, parameters.data(),
                    gradient.data());
        updateRange(spec, Real{0}, {end, own.end}, parameters.data(), gradient.data());
    };
    if (team == nullptr) {
        updateOwn({0, parameters.size()}); // small ones take no longer than a loop takes to begin
        return;
    }
    team->share([&](Part part) {
        for (const Blocks& each : blocks) {
            updateOwn(each.of(part));
        }
    });
}

/// Each method in one loop, which reads and writes every number once: a network's parameters,
/// gradient and state together are larger than most caches.
template <class Real>
void Optimizer<Real>::updateRange(const OptimizerSpec& spec, Real decay, Range range, Real* w,
                                  const Real* g) {
    const auto learningRate = static_cast<Real>(spec.learningRate);
    const auto momentum = static_cast<Real>(spec.momentum);
    const auto epsilon = static_cast<Real>(spec.epsilon);
    Real* const velocity = m_velocity.data();
    Real* const mean = m_mean.data();
    Real* const meanSquare = m_meanSquare.data();
    const auto decayedGradient = [=](std::size_t i) { return g[i] + decay * w[i]; };
    // How far along a direction: that itself, or what has gathered of it.
    const auto gathered = [=](std::size_t i, Real direction) {
        velocity[i] = momentum * velocity[i] + direction;
        return velocity[i];
    };

    switch (spec.method) {
    case OptimizerMethod::Sgd:
        if (spec.momentum == 0) {
            for (std::size_t i = range.begin; i < range.end; ++i) {
                w[i] -= learningRate * decayedGradient(i);
            }
        } else if (spec.nesterov) {
            for (std::size_t i = range.begin; i < range.end; ++i) {
                const Real direction = decayedGradient(i);
                w[i] -= learningRate * (direction + momentum * gathered(i, direction));
            }
        } else {
            for (std::size_t i = range.begin; i < range.end; ++i) {
                w[i] -= learningRate * gathered(i, decayedGradient(i));
            }
        }
        break;
    case OptimizerMethod::Adam: {
        const auto beta1 = static_cast<Real>(spec.beta1);
        const auto beta2 = static_cast<Real>(spec.beta2);
        const auto added1 = static_cast<Real>(1 - spec.beta1);
        const auto added2 = static_cast<Real>(1 - spec.beta2);
        const auto steps = static_cast<double>(m_steps);
        const auto corrected =
            static_cast<Real>(spec.learningRate / (1 - std::pow(spec.beta1, steps)));
        const auto root = static_cast<Real>(std::sqrt(1 - std::pow(spec.beta2, steps)));
        for (std::size_t i = range.begin; i < range.end; ++i) {
            const Real direction = decayedGradient(i);
            mean[i] = beta1 * mean[i] + added1 * direction;
            meanSquare[i] = beta2 * meanSquare[i] + added2 * direction * direction;
            w[i] -= corrected * mean[i] / (std::sqrt(meanSquare[i]) / root + epsilon);
        }
        break;
    }
    case OptimizerMethod::RmsProp: {
        const auto kept = static_cast<Real>(spec.alpha);
        const auto added = static_cast<Real>(1 - spec.alpha);
        const auto scaled = [=](std::size_t i, auto variance) {
            const Real direction = decayedGradient(i);
            meanSquare[i] = kept * meanSquare[i] + added * direction * direction;
            return direction / (std::sqrt(variance(i, direction)) + epsilon);
        };
        const auto aboutZero = [=](std::size_t i, Real) { return meanSquare[i]; };
        const auto aboutMean = [=](std::size_t i, Real direction) {
            mean[i] = kept * mean[i] + added * direction;
            // Rounding can leave the variance of a steady gradient below 0.
            return std::max(meanSquare[i] - mean[i] * mean[i], Real{0});
        };
        const auto descend = [&](auto variance) {
            if (spec.momentum == 0) {
                for (std::size_t i = range.begin; i < range.end; ++i) {
                    w[i] -= learningRate * scaled(i, variance);
                }
            } else {
                for (std::size_t i = range.begin; i < range.end; ++i) {
                    w[i] -= learningRate * gathered(i, scaled(i, variance));
                }
            }
        };
        if (spec.centered) {
            descend(aboutMean);
        } else {
            descend(aboutZero);
        }
        break;
    }
    }
}

template <class Real>
void Optimizer<Real>::forget(std::size_t parameter) {
    for (auto* state : {&m_velocity, &m_mean, &m_meanSquare}) {
        if (!state->empty()) {
            (*state)[parameter] = 0;
        }
    }
}

template <class Real>
std::size_t Optimizer<Real>::bytes() const noexcept {
    return (m_velocity.size() + m_mean.size() + m_meanSquare.size()) * sizeof(Real);
}

template class Optimizer<float>;
template class Optimizer<double>;

} // namespace reluscope
