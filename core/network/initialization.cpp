// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/initialization.h"

#include "core/network/network.h"
#include "core/random/counter_generator.h"
#include "core/random/transforms.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace reluscope {
namespace {

constexpr std::array<WeightSchemeInfo, 6> table{{
    {WeightScheme::HeNormal, "he_normal", "He normal"},
    {WeightScheme::HeUniform, "he_uniform", "He uniform"},
    {WeightScheme::XavierNormal, "xavier_normal", "Xavier normal"},
    {WeightScheme::XavierUniform, "xavier_uniform", "Xavier uniform"},
    {WeightScheme::TorchDefault, "torch_default", "PyTorch default"},
    {WeightScheme::Zeros, "zeros", "Zeros"},
}};

/// A distribution around 0: uniform in ±scale, or normal with that standard deviation.
struct Spread {
    bool isNormal;
    double scale;
};

Spread spread(WeightScheme scheme, double fanIn, double fanOut) {
    switch (scheme) {
    case WeightScheme::Zeros:
        return {false, 0};
    case WeightScheme::XavierUniform:
        return {false, std::sqrt(6 / (fanIn + fanOut))};
    case WeightScheme::XavierNormal:
        return {true, std::sqrt(2 / (fanIn + fanOut))};
    case WeightScheme::HeUniform:
        return {false, std::sqrt(6 / fanIn)};
    case WeightScheme::HeNormal:
        return {true, std::sqrt(2 / fanIn)};
    case WeightScheme::TorchDefault:
        return {false, 1 / std::sqrt(fanIn)};
    }
    return {false, 0};
}

double drawFrom(const Spread& spread, double u) {
    return spread.scale * (spread.isNormal ? normalQuantile(u) : 2 * u - 1);
}

} // namespace

std::span<const WeightSchemeInfo> weightSchemes() noexcept {
    return table;
}

const WeightSchemeInfo& weightSchemeInfo(WeightScheme scheme) noexcept {
    return *std::ranges::find(table, scheme, &WeightSchemeInfo::scheme);
}

template <class Real>
void initialize(Network<Real>& network, const Initialization& initialization, std::uint64_t seed) {
    const Architecture& architecture = network.architecture();
    for (std::size_t layer = 0; layer < architecture.layerCount(); ++layer) {
        const std::size_t inputs = architecture.layerInputs(layer);
        const std::size_t outputs = architecture.layerOutputs(layer);
        const Spread weights = spread(initialization.weights, static_cast<double>(inputs),
                                      static_cast<double>(outputs));
        const auto l = static_cast<std::uint32_t>(layer);
        for (std::size_t out = 0; out < outputs; ++out) {
            const auto o = static_cast<std::uint32_t>(out);
            for (std::size_t in = 0; in < inputs; ++in) {
                const double u =
                    uniformDraw(seed, Draw::Weight, l, o, static_cast<std::uint32_t>(in));
                network.setWeight(layer, out, in,
                                  static_cast<Real>(initialization.gain * drawFrom(weights, u)));
            }
            const double bias = initialization.weights == WeightScheme::TorchDefault
                                    ? drawFrom(weights, uniformDraw(seed, Draw::Bias, l, o, 0))
                                    : initialization.bias;
            network.setBias(layer, out, static_cast<Real>(bias));
        }
    }
}

template void initialize(Network<float>&, const Initialization&, std::uint64_t);
template void initialize(Network<double>&, const Initialization&, std::uint64_t);

} // namespace reluscope
