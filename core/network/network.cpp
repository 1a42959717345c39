// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace reluscope {

std::size_t Architecture::hiddenUnitCount() const noexcept {
    return std::accumulate(hidden.begin(), hidden.end(), std::size_t{0});
}

std::size_t Architecture::learnedCount(std::size_t layer) const {
    switch (activations[layer].learning()) {
    case Learning::None:
        break;
    case Learning::Shared:
        return 1;
    case Learning::PerUnit:
        return hidden[layer];
    }
    return 0;
}

std::size_t Architecture::parameterCount() const {
    std::size_t count = 0;
    for (std::size_t layer = 0; layer < layerCount(); ++layer) {
        count += layerOutputs(layer) * (layerInputs(layer) + 1);
        count += layer < hidden.size() ? learnedCount(layer) : 0;
    }
    return count;
}

template <class Real>
Network<Real>::Network(Architecture architecture)
    : m_architecture(std::move(architecture)) {
    m_layerOffsets.push_back(0);
    for (std::size_t layer = 0; layer < m_architecture.layerCount(); ++layer) {
        const std::size_t width = paddedWidth(m_architecture.layerOutputs(layer));
        m_layerOffsets.push_back(m_layerOffsets.back() +
                                 width * (m_architecture.layerInputs(layer) + 1));
    }
    m_learnedOffsets.push_back(m_layerOffsets.back());
    for (std::size_t layer = 0; layer < m_architecture.hidden.size(); ++layer) {
        // As wide as z, so that each column has its own.
        const std::size_t count = m_architecture.learnedCount(layer);
        m_learnedOffsets.push_back(m_learnedOffsets.back() +
                                   (count > 1 ? paddedWidth(count) : count));
    }
    m_parameters.resize(m_learnedOffsets.back());
    for (std::size_t layer = 0; layer < m_architecture.hidden.size(); ++layer) {
        std::ranges::fill(learned(layer),
                          m_architecture.activations[layer].template leading<Real>()[0]);
    }
}

template <class Real>
std::size_t Network<Real>::biasOffset(std::size_t layer) const {
    return m_layerOffsets[layer + 1] - paddedWidth(m_architecture.layerOutputs(layer));
}

template <class Real>
std::size_t Network<Real>::weightIndex(std::size_t layer, std::size_t out, std::size_t in) const {
    return m_layerOffsets[layer] + panelIndex(out, in, m_architecture.layerInputs(layer));
}

template <class Real>
std::size_t Network<Real>::biasIndex(std::size_t layer, std::size_t out) const {
    return biasOffset(layer) + out;
}

template <class Real>
Real Network<Real>::weight(std::size_t layer, std::size_t out, std::size_t in) const {
    return m_parameters[weightIndex(layer, out, in)];
}

template <class Real>
Real Network<Real>::bias(std::size_t layer, std::size_t out) const {
    return m_parameters[biasIndex(layer, out)];
}

template <class Real>
void Network<Real>::setWeight(std::size_t layer, std::size_t out, std::size_t in, Real value) {
    m_parameters[weightIndex(layer, out, in)] = value;
}

template <class Real>
void Network<Real>::setBias(std::size_t layer, std::size_t out, Real value) {
    m_parameters[biasIndex(layer, out)] = value;
}

template <class Real>
std::span<Real> Network<Real>::learned(std::size_t layer) {
    return std::span(m_parameters)
        .subspan(m_learnedOffsets[layer], m_architecture.learnedCount(layer));
}

template <class Real>
std::span<const Real> Network<Real>::learned(std::size_t layer) const {
    return std::span(m_parameters)
        .subspan(m_learnedOffsets[layer], m_architecture.learnedCount(layer));
}

template <class Real>
Activation Network<Real>::activationOf(std::size_t layer, std::size_t unit) const {
    Activation activation = m_architecture.activations[layer];
    if (const auto values = learned(layer); !values.empty()) {
        activation.parameters[0] = values[values.size() == 1 ? 0 : unit];
    }
    return activation;
}

template <class Real>
std::span<const Real> Network<Real>::leading(std::size_t layer, std::array<Real, 1>& fixed) const {
    const std::size_t begin = m_learnedOffsets[layer];
    const std::size_t width = m_learnedOffsets[layer + 1] - begin;
    if (width > 0) {
        return std::span(m_parameters).subspan(begin, width);
    }
    fixed = m_architecture.activations[layer].template leading<Real>();
    return fixed;
}

template <class Real>
std::span<const Real> Network<Real>::weights(std::size_t layer) const {
    const std::size_t begin = m_layerOffsets[layer];
    return std::span(m_parameters).subspan(begin, biasOffset(layer) - begin);
}

template <class Real>
std::span<const Real> Network<Real>::biases(std::size_t layer) const {
    const std::size_t begin = biasOffset(layer);
    return std::span(m_parameters).subspan(begin, m_layerOffsets[layer + 1] - begin);
}

template <class Real>
void Network<Real>::forward(std::span<const Real> examples, Workspace<Real>& workspace) const {
    forward(examples, workspace, Keep::Values);
}

template <class Real>
void Network<Real>::forwardWithSlopes(std::span<const Real> examples,
                                      Workspace<Real>& workspace) const {
    forward(examples, workspace, Keep::ValuesAndSlopes);
}

template <class Real>
void Network<Real>::forward(std::span<const Real> examples, Workspace<Real>& workspace,
                            Keep keep) const {
    workspace.m_count = examples.size() / m_architecture.inputs;
    Rows<Real> a{examples.data(), m_architecture.inputs};
    for (std::size_t layer = 0; layer < m_architecture.layerCount(); ++layer) {
        auto& results = workspace.m_layers[layer];
        const std::size_t size = workspace.m_count * results.width;
        multiply<Real>(weights(layer), m_architecture.layerInputs(layer),
                       m_architecture.layerOutputs(layer), biases(layer), a, workspace.m_count,
                       results.z);
        if (layer < m_architecture.hidden.size()) {
            std::array<Real, 1> fixed{};
            const auto p = leading(layer, fixed);
            const std::span<const Real> z = std::span(results.z).first(size);
            const std::span<Real> ownA = std::span(results.a).first(size);
            const auto& kernels = m_architecture.activations[layer].info->template kernels<Real>();
            if (keep == Keep::Values) {
                kernels.value(p, z, ownA);
            } else {
                kernels.valueAndSlope(p, z, ownA, std::span(results.slopes).first(size));
            }
        }
        a = {results.a.data(), results.width};
    }
}

template <class Real>
void Network<Real>::backward(std::span<const Real> examples, Workspace<Real>& workspace,
                             std::span<Real> gradient) const {
    for (std::size_t layer = m_architecture.layerCount(); layer-- > 0;) {
        const std::size_t inputs = m_architecture.layerInputs(layer);
        const std::size_t outputs = m_architecture.layerOutputs(layer);
        const auto& results = workspace.m_layers[layer];
        const Rows<Real> delta{results.delta.data(), results.width};
        const Rows<Real> a = layer == 0 ? Rows<Real>{examples.data(), inputs}
                                        : Rows<Real>{workspace.m_layers[layer - 1].a.data(),
                                                     workspace.m_layers[layer - 1].width};

        multiplyTransposed<Real>(delta, a, workspace.m_count, inputs, outputs,
                                 gradient.subspan(m_layerOffsets[layer]));
        const auto biasGradient = gradient.subspan(biasOffset(layer), results.width);
        std::ranges::fill(biasGradient, Real{0});
        for (std::size_t example = 0; example < workspace.m_count; ++example) {
            for (std::size_t out = 0; out < results.width; ++out) {
                biasGradient[out] += results.delta[example * results.width + out];
            }
        }

        if (layer > 0) {
            auto& below = workspace.m_layers[layer - 1];
            const auto transposed =
                std::span(workspace.m_transposed).first(paddedWidth(inputs) * outputs);
            transpose<Real>(weights(layer), inputs, outputs, transposed);
            multiply<Real>(transposed, outputs, inputs, {}, delta, workspace.m_count, below.delta);
            const std::size_t size = workspace.m_count * below.width;
            const auto z = std::span(std::as_const(below.z)).first(size);
            const auto ownDelta = std::span(below.delta).first(size);
            const auto& kernels =
                m_architecture.activations[layer - 1].info->template kernels<Real>();
            std::array<Real, 1> fixed{};
            const auto p = leading(layer - 1, fixed);
            if (const std::size_t begin = m_learnedOffsets[layer - 1];
                begin < m_learnedOffsets[layer]) {
                const auto learnedGradient = gradient.subspan(begin, p.size());
                std::ranges::fill(learnedGradient, Real{0});
                kernels.learn(p, z, ownDelta, learnedGradient);
            }
            for (std::size_t i = 0; i < size; ++i) {
                ownDelta[i] *= below.slopes[i];
            }
        }
    }
}

template <class Real>
Workspace<Real>::Workspace(const Architecture& architecture, std::size_t capacity)
    : m_capacity(capacity) {
    std::size_t largest = 0;
    for (std::size_t layer = 0; layer < architecture.layerCount(); ++layer) {
        const std::size_t width = paddedWidth(architecture.layerOutputs(layer));
        const std::size_t size = capacity * width;
        const bool isHidden = layer < architecture.hidden.size();
        m_layers.push_back({.width = width,
                            .z = std::vector<Real>(size),
                            .a = std::vector<Real>(isHidden ? size : 0),
                            .slopes = std::vector<Real>(isHidden ? size : 0),
                            .delta = std::vector<Real>(size)});
        if (layer > 0) {
            largest = std::max(largest, paddedWidth(architecture.layerInputs(layer)) *
                                            architecture.layerOutputs(layer));
        }
    }
    m_transposed.resize(largest);
}

template class Network<float>;
template class Network<double>;
template class Workspace<float>;
template class Workspace<double>;

} // namespace reluscope
