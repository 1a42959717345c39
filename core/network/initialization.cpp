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

constexpr std::array<WeightSchemeInfo, 10> table{{
    {WeightScheme::HeNormal, "he_normal", "He normal", {}},
    {WeightScheme::HeUniform, "he_uniform", "He uniform", {}},
    {WeightScheme::XavierNormal, "xavier_normal", "Xavier normal", {}},
    {WeightScheme::XavierUniform, "xavier_uniform", "Xavier uniform", {}},
    {WeightScheme::LecunNormal, "lecun_normal", "LeCun normal", {}},
    {WeightScheme::TorchDefault, "torch_default", "PyTorch default", {}},
    {WeightScheme::Normal, "normal", "Normal", "std"},
    {WeightScheme::Uniform, "uniform", "Uniform", "bound"},
    {WeightScheme::Constant, "constant", "Constant", "value"},
    {WeightScheme::Zeros, "zeros", "Zeros", {}},
}};

/// How a number uniform in (0, 1) becomes a weight: one value for all, uniform in ±scale, or normal
/// with that standard deviation.
struct Distribution {
    enum class Shape { Constant, Uniform, Normal };

    Shape shape;
    double scale;

    double draw(double u) const {
        switch (shape) {
        case Shape::Constant:
            break;
        case Shape::Uniform:
            return scale * (2 * u - 1);
        case Shape::Normal:
            return scale * normalQuantile(u);
        }
        return scale;
    }
};

Distribution distribution(const Initialization& initialization, double fanIn, double fanOut) {
    using enum Distribution::Shape;
    switch (initialization.weights) {
    case WeightScheme::Zeros:
        return {Constant, 0};
    case WeightScheme::Constant:
        return {Constant, initialization.parameter};
    case WeightScheme::Normal:
        return {Normal, initialization.parameter};
    case WeightScheme::Uniform:
        return {Uniform, initialization.parameter};
    case WeightScheme::XavierUniform:
        return {Uniform, std::sqrt(6 / (fanIn + fanOut))};
    case WeightScheme::XavierNormal:
        return {Normal, std::sqrt(2 / (fanIn + fanOut))};
    case WeightScheme::HeUniform:
        return {Uniform, std::sqrt(6 / fanIn)};
    case WeightScheme::HeNormal:
        return {Normal, std::sqrt(2 / fanIn)};
    case WeightScheme::LecunNormal:
        return {Normal, std::sqrt(1 / fanIn)};
    case WeightScheme::TorchDefault:
        return {Uniform, 1 / std::sqrt(fanIn)};
    }
    return {Constant, 0};
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
        const Distribution weights =
            distribution(initialization, static_cast<double>(inputs), static_cast<double>(outputs));
        const auto l = static_cast<std::uint32_t>(layer);
        for (std::size_t out = 0; out < outputs; ++out) {
            const auto o = static_cast<std::uint32_t>(out);
            for (std::size_t in = 0; in < inputs; ++in) {
                const double u =
                    uniformDraw(seed, Draw::Weight, l, o, static_cast<std::uint32_t>(in));
                network.setWeight(layer, out, in,
                                  static_cast<Real>(initialization.gain * weights.draw(u)));
            }
            const double bias = initialization.weights == WeightScheme::TorchDefault
                                    ? weights.draw(uniformDraw(seed, Draw::Bias, l, o, 0))
                                    : initialization.bias;
            network.setBias(layer, out, static_cast<Real>(bias));
        }
        if (layer < architecture.hidden.size()) {
            std::ranges::fill(network.learned(layer),
                              architecture.activations[layer].template leading<Real>()[0]);
        }
    }
}

template void initialize(Network<float>&, const Initialization&, std::uint64_t);
template void initialize(Network<double>&, const Initialization&, std::uint64_t);

} // namespace reluscope
