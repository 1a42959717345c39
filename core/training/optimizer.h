// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpu/aligned_vector.h"
#include "core/network/team.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace reluscope {

/// The methods of torch.optim that networks can be trained with.
enum class OptimizerMethod {
    Sgd,     ///< v = momentum v + g;  w -= learningRate v, or learningRate (g + momentum v)
    Adam,    ///< Kingma & Ba 2015, with bias correction
    RmsProp, ///< Tieleman & Hinton 2012; centered: Graves 2013
};

/// Which method, and its settings, by PyTorch's names, formulas and defaults. A method passes over
/// what it does not have.
struct OptimizerSpec {
    OptimizerMethod method = OptimizerMethod::Sgd;
    double learningRate = 0.01;
    double momentum = 0.0;    ///< SGD, RMSprop
    bool nesterov = false;    ///< SGD
    double weightDecay = 0.0; ///< L2, added to the gradient; biases included, learned slopes not
    double beta1 = 0.9;       ///< Adam: of the mean of the gradient
    double beta2 = 0.999;     ///< Adam: of the mean of its square
    double alpha = 0.99;      ///< RMSprop: of the mean of the gradient's square
    bool centered = false;    ///< RMSprop: divide by the deviation rather than the mean square
    double epsilon = 1e-8;    ///< Adam, RMSprop

    friend bool operator==(const OptimizerSpec&, const OptimizerSpec&) = default;
};

/// A method as files and people call it.
struct OptimizerMethodInfo {
    OptimizerMethod method;
    std::string_view id;
    std::string_view name;
    double learningRate; ///< PyTorch's default; 0.01 for SGD, which has none there
};

/// Whether a step is gradient descent and nothing else, but for decay: w -= rate (g + decay w).
bool isPlainDescent(const OptimizerSpec& spec) noexcept;

std::span<const OptimizerMethodInfo> optimizerMethods() noexcept;
const OptimizerMethodInfo& optimizerMethodInfo(OptimizerMethod method) noexcept;

/// The state that an optimizer keeps for one network, and its update.
template <class Real>
class Optimizer {
  public:
    /// Makes room for the state that `spec` needs, so that update() allocates nothing. State that
    /// there is already stays.
    void prepare(const OptimizerSpec& spec, std::size_t parameterCount);

    /// One update of `parameters` by their `gradient`. Weight decay counts for the first `decayed`
    /// parameters. Sizes are those prepared for. Threads of `team` take their part of each of
    /// `blocks`, which are all parameters together.
    void update(const OptimizerSpec& spec, std::span<Real> parameters,
                std::span<const Real> gradient, std::size_t decayed,
                std::span<const Blocks> blocks = {}, Team* team = nullptr);

    /// Forgets what came before of one parameter.
    void forget(std::size_t parameter);

    /// Of the state.
    std::size_t bytes() const noexcept;

  private:
    void updateRange(const OptimizerSpec& spec, Real decay, Range range, Real* w, const Real* g);

    // Zeros before the first step: PyTorch starts so too.
    AlignedVector<Real> m_velocity;   ///< momentum's
    AlignedVector<Real> m_mean;       ///< of the gradient: Adam, centered RMSprop
    AlignedVector<Real> m_meanSquare; ///< of the gradient: Adam, RMSprop
    std::uint64_t m_steps = 0;
};

} // namespace reluscope
