// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/activation/normal_input.h"

#include <cstddef>
#include <vector>

namespace reluscope {

/// A single value that is taken with a probability of its own.
struct Atom {
    double value;
    double probability;
};

/// How f(z) is distributed.
struct OutputDistribution {
    std::vector<Atom> atoms;     ///< the values of f over its zero set, in ascending order
    std::vector<double> density; ///< of the rest, averaged over equal stretches
};

/// The distribution of f(z) under \p input, its density over \p count equal stretches between
/// \p lower and \p upper, each to about a hundredth of itself, but for what has less than 1e-6 of
/// the probability. What lies outside is left out.
OutputDistribution outputDistribution(const Activation& activation, const NormalInput& input,
                                      double lower, double upper, std::size_t count);

} // namespace reluscope
