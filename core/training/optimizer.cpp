// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/optimizer.h"

#include <Eigen/Core>
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

template <class Real>
auto asArray(std::span<Real> values) {
    return Eigen::Map<Eigen::Array<Real, Eigen::Dynamic, 1>>(
        values.data(), static_cast<Eigen::Index>(values.size()));
}

} // namespace

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
                             std::span<Real> gradient, std::size_t decayed) {
    auto w = asArray(parameters);
    auto g = asArray(gradient);
    const auto learningRate = static_cast<Real>(spec.learningRate);
    const auto momentum = static_cast<Real>(spec.momentum);
    const auto epsilon = static_cast<Real>(spec.epsilon);
    ++m_steps;

    if (spec.weightDecay != 0) {
        asArray(gradient.first(decayed)) +=
            static_cast<Real>(spec.weightDecay) * asArray(parameters.first(decayed));
    }
    switch (spec.method) {
    case OptimizerMethod::Sgd:
        if (spec.momentum != 0) {
            auto v = asArray<Real>(m_velocity);
            v = momentum * v + g;
            if (spec.nesterov) {
                g += momentum * v;
            } else {
                g = v;
            }
        }
        w -= learningRate * g;
        break;
    case OptimizerMethod::Adam: {
        auto mean = asArray<Real>(m_mean);
        auto meanSquare = asArray<Real>(m_meanSquare);
        mean = static_cast<Real>(spec.beta1) * mean + static_cast<Real>(1 - spec.beta1) * g;
        meanSquare = static_cast<Real>(spec.beta2) * meanSquare +
                     static_cast<Real>(1 - spec.beta2) * g.square();
        const auto steps = static_cast<double>(m_steps);
        const double meanCorrection = 1 - std::pow(spec.beta1, steps);
        const double squareCorrection = 1 - std::pow(spec.beta2, steps);
        w -= static_cast<Real>(spec.learningRate / meanCorrection) * mean /
             (meanSquare.sqrt() / static_cast<Real>(std::sqrt(squareCorrection)) + epsilon);
        break;
    }
    case OptimizerMethod::RmsProp: {
        const auto kept = static_cast<Real>(spec.alpha);
        const auto added = static_cast<Real>(1 - spec.alpha);
        auto meanSquare = asArray<Real>(m_meanSquare);
        meanSquare = kept * meanSquare + added * g.square();
        if (spec.centered) {
            auto mean = asArray<Real>(m_mean);
            mean = kept * mean + added * g;
            // Rounding can leave the variance of a steady gradient below 0.
            g /= (meanSquare - mean.square()).max(Real{0}).sqrt() + epsilon;
        } else {
            g /= meanSquare.sqrt() + epsilon;
        }
        if (spec.momentum != 0) {
            auto v = asArray<Real>(m_velocity);
            v = momentum * v + g;
            g = v;
        }
        w -= learningRate * g;
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

template class Optimizer<float>;
template class Optimizer<double>;

} // namespace reluscope
