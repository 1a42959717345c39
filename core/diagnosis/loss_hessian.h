// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpu/aligned_vector.h"
#include "core/network/loss.h"
#include "core/network/network.h"

#include <cstddef>
#include <span>
#include <vector>

namespace reluscope {

/// The Hessian of the mean loss over some examples by all parameters of a network, as a product
/// with vectors: exact up to rounding, and as cheap as a few gradients (Pearlmutter 1994, "Fast
/// exact multiplication by the Hessian"). Where f' jumps, f'' is that of one of its sides.
class LossHessian {
  public:
    /// \p features count x inputs. All in double, for \p network is one that was trained in float.
    LossHessian(const Network<float>& network, Loss loss, std::span<const float> features,
                const Targets& targets);
    LossHessian(Network<double> network, Loss loss, std::span<const float> features,
                const Targets& targets);

    /// The network at whose weights the Hessian is taken.
    const Network<double>& network() const noexcept { return m_network; }

    /// product = H vector. Both are laid out as the network's parameters, 0 between them.
    void multiply(std::span<const double> vector, std::span<double> product);

  private:
    /// Of a layer for all examples, examples x width.
    struct Layer {
        // Of the network.
        AlignedVector<double> slope;     ///< f'(z)
        AlignedVector<double> curvature; ///< f''(z)
        AlignedVector<double> loss;      ///< dLoss/da
        // By a learned parameter p of the activation; empty where there is none.
        AlignedVector<double> byParameter;        ///< df/dp
        AlignedVector<double> slopeByParameter;   ///< df'/dp
        AlignedVector<double> parameterCurvature; ///< d²f/dp²
        // How quantities change as the weights move along the vector.
        AlignedVector<double> zChange;
        AlignedVector<double> aChange;
        AlignedVector<double> lossChange;  ///< of dLoss/da
        AlignedVector<double> deltaChange; ///< of dLoss/dz
    };

    std::span<const double> weights(std::size_t layer) const {
        return m_network.weightsIn(layer, m_network.parameters());
    }
    void prepare(std::size_t layer);
    void changeForward(std::span<const double> vector);
    void changeLogitsGradient();
    void changeGradient(std::size_t layer, std::span<double> product);
    void changeBackward(std::size_t layer, std::span<const double> vector);
    void changeLearned(std::size_t layer, std::span<const double> vector,
                       std::span<double> product);

    Network<double> m_network;
    Loss m_loss;
    std::size_t m_count;
    AlignedVector<double> m_features;
    Workspace<double> m_workspace;
    std::vector<Layer> m_layers;
    AlignedVector<double> m_scratch; ///< for a second product of a layer
    AlignedVector<double> m_transposed;
    AlignedVector<double> m_part; ///< of the gradient, to be added to another
};

} // namespace reluscope
