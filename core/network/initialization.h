// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace reluscope {

template <class Real>
class Network;

/// How the weights of a layer are drawn, by the size of its input (fan-in) and output (fan-out).
enum class WeightScheme {
    Zeros,
    Constant,      ///< every weight is `parameter`
    Normal,        ///< N(0, parameter^2)
    Uniform,       ///< U(±parameter)
    XavierUniform, ///< Glorot & Bengio 2010: U(±sqrt(6 / (fan-in + fan-out)))
    XavierNormal,  ///< N(0, 2 / (fan-in + fan-out))
    HeUniform,     ///< He et al. 2015: U(±sqrt(6 / fan-in))
    HeNormal,      ///< N(0, 2 / fan-in)
    LecunNormal,   ///< LeCun et al. 1998: N(0, 1 / fan-in)
    TorchDefault,  ///< nn.Linear: weights and biases U(±1 / sqrt(fan-in))
};

/// The `initialization` object of an experiment file.
struct Initialization {
    WeightScheme weights = WeightScheme::TorchDefault;
    double parameter = 0.1; ///< of Constant, Normal and Uniform; unused by the others
    double gain = 1.0;      ///< multiplies the weights
    double bias = 0.0;      ///< every bias; no part of TorchDefault, which draws them

    friend bool operator==(const Initialization&, const Initialization&) = default;
};

/// A scheme as files and people call it.
struct WeightSchemeInfo {
    WeightScheme scheme;
    std::string_view id;
    std::string_view name;
    std::string_view parameter; ///< what files call Initialization::parameter; empty if unused
};

std::span<const WeightSchemeInfo> weightSchemes() noexcept;
const WeightSchemeInfo& weightSchemeInfo(WeightScheme scheme) noexcept;

/// Draws all weights and biases anew, and sets learned activation parameters to their initial
/// values. Each weight comes from one uniform number keyed by
/// (seed, layer, out, in), whatever the scheme, so that runs with one seed share their draws.
template <class Real>
void initialize(Network<Real>& network, const Initialization& initialization, std::uint64_t seed);

} // namespace reluscope
