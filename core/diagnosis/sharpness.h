// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/network/loss.h"
#include "core/network/network.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace reluscope {

/// The largest eigenvalue of the Hessian of the training loss over all training examples: gradient
/// descent at a rate above 2 / sharpness leaves a quadratic bowl, and with full batches hovers
/// where they are equal (Cohen et al. 2021, "Gradient descent on neural networks typically occurs
/// at the edge of stability").
struct Sharpness {
    double value = 0;
    std::vector<double> direction; ///< a unit eigenvector, laid out as the network's parameters
    std::size_t products = 0;      ///< Hessian-vector products that it took
    double error = 0;              ///< an eigenvalue lies no further from the value than this
};

struct SharpnessOptions {
    double tolerance = 1e-6;        ///< of the error, relatively
    std::size_t mostProducts = 200; ///< then it is as exact as it is
    std::span<const double> from{}; ///< an earlier direction, for a short way; empty for none
};

/// By Lanczos' method with full reorthogonalization on exact products (loss_hessian.h). Its time
/// and memory suit small networks. Nothing if stopped.
std::optional<Sharpness> findSharpness(const Network<float>& network, Loss loss,
                                       const Examples& examples,
                                       const SharpnessOptions& options = {},
                                       const std::stop_token& stop = {});

} // namespace reluscope
