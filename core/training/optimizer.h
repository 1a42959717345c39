// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace reluscope {

/// Stochastic gradient descent by PyTorch's formulas:
/// g += weightDecay w;  v = momentum v + g (v = g at the first step);
/// w -= learningRate v, or learningRate (g + momentum v) with Nesterov.
struct OptimizerSpec {
    double learningRate = 0.01;
    double momentum = 0.0;
    bool nesterov = false;
    double weightDecay = 0.0; ///< L2, added to the gradient, biases included

    friend bool operator==(const OptimizerSpec&, const OptimizerSpec&) = default;
};

/// The state that an optimizer keeps for one network, and its update. Allocates only when momentum
/// is first used.
template <class Real>
class Optimizer {
  public:
    /// One update of `parameters` by their `gradient`, which is used up. Sizes must be the same at
    /// every call.
    void update(const OptimizerSpec& spec, std::span<Real> parameters, std::span<Real> gradient);

  private:
    std::vector<Real> m_velocity; ///< empty until the first step with momentum
};

} // namespace reluscope
