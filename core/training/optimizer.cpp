// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/optimizer.h"

#include <Eigen/Core>

namespace reluscope {

template <class Real>
void Optimizer<Real>::update(const OptimizerSpec& spec, std::span<Real> parameters,
                             std::span<Real> gradient) {
    using Array = Eigen::Array<Real, Eigen::Dynamic, 1>;
    const auto size = static_cast<Eigen::Index>(parameters.size());
    Eigen::Map<Array> w(parameters.data(), size);
    Eigen::Map<Array> g(gradient.data(), size);
    const auto learningRate = static_cast<Real>(spec.learningRate);
    const auto momentum = static_cast<Real>(spec.momentum);

    if (spec.weightDecay != 0) {
        g += static_cast<Real>(spec.weightDecay) * w;
    }
    if (spec.momentum != 0) {
        // Zeros make the first step v = g, as PyTorch has it.
        m_velocity.resize(parameters.size(), Real{0});
        Eigen::Map<Array> v(m_velocity.data(), size);
        v = momentum * v + g;
        if (spec.nesterov) {
            g += momentum * v;
        } else {
            g = v;
        }
    }
    w -= learningRate * g;
}

template class Optimizer<float>;
template class Optimizer<double>;

} // namespace reluscope
