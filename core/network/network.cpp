// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"

#include <algorithm>
#include <functional>
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

std::size_t Architecture::learnedWidth(std::size_t layer) const {
    return activations[layer].learning() == Learning::PerUnit ? paddedWidth(hidden[layer])
                                                              : learnedCount(layer);
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
        const PanelShape shape = m_architecture.layerShape(layer);
        m_layerOffsets.push_back(m_layerOffsets.back() + shape.size() + paddedWidth(shape.outputs));
    }
    m_learnedOffsets.push_back(m_layerOffsets.back());
    for (std::size_t layer = 0; layer < m_architecture.hidden.size(); ++layer) {
        m_learnedOffsets.push_back(m_learnedOffsets.back() + m_architecture.learnedWidth(layer));
    }
    m_parameters.resize(m_learnedOffsets.back());
    for (std::size_t layer = 0; layer < m_architecture.layerCount(); ++layer) {
        const std::size_t outputs = m_architecture.layerOutputs(layer);
        const std::size_t width = panelWidth(outputs);
        m_blocks.push_back({m_layerOffsets[layer], panelCount(outputs),
                            width * m_architecture.layerInputs(layer)});
        m_blocks.push_back({biasOffset(layer), panelCount(outputs), width});
    }
    m_blocks.push_back({weightAndBiasCount(), 1, m_parameters.size() - weightAndBiasCount()});
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
    return m_layerOffsets[layer] + m_architecture.layerShape(layer).index(out, in);
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
void Network<Real>::forward(std::span<const Real> examples, Workspace<Real>& workspace) const {
    forward(examples, workspace, Keep::Values, nullptr);
}

template <class Real>
void Network<Real>::forwardWithSlopes(std::span<const Real> examples, Workspace<Real>& workspace,
                                      Team* team) const {
    forward(examples, workspace, Keep::ValuesAndSlopes, team);
}

template <class Real>
void Network<Real>::forward(std::span<const Real> examples, Workspace<Real>& workspace, Keep keep,
                            Team* team) const {
    workspace.m_count = examples.size() / m_architecture.inputs;
    Rows<Real> a{examples.data(), m_architecture.inputs, workspace.m_count};
    for (std::size_t layer = 0; layer < m_architecture.layerCount(); ++layer) {
        auto& results = workspace.m_layers[layer];
        const PanelShape shape = m_architecture.layerShape(layer);
        share(team, [&](Part part) {
            const Range panels = part.of(panelCount(shape.outputs));
            multiply<Real>(shape, panels, weights(layer), biases(layer), a, results.z);
            if (layer < m_architecture.hidden.size()) {
                activate(layer, workspace, panels, keep);
            }
        });
        a = {results.a.data(), results.width, workspace.m_count};
    }
}

template <class Real>
void Network<Real>::activate(std::size_t layer, Workspace<Real>& workspace, Range panels,
                             Keep keep) const {
    auto& results = workspace.m_layers[layer];
    const auto& kernels = m_architecture.activations[layer].info->template kernels<Real>();
    std::array<Real, 1> fixed{};
    const auto p = leading(layer, fixed);
    const auto apply = [&](std::span<const Real> own, std::size_t begin, std::size_t size) {
        const auto z = std::span(results.z).subspan(begin, size);
        const auto f = std::span(results.a).subspan(begin, size);
        if (keep == Keep::Values) {
            kernels.value(own, z, f);
        } else {
            kernels.valueAndSlope(own, z, f, std::span(results.slopes).subspan(begin, size));
        }
    };
    const std::size_t width = panels.size() * panelWidth(m_architecture.hidden[layer]);
    if (width == results.width) {
        apply(p, 0, workspace.m_count * width);
        return;
    }
    const std::size_t first = panels.begin * panelWidth(m_architecture.hidden[layer]);
    for (std::size_t example = 0; example < workspace.m_count; ++example) {
        apply(p.size() == 1 ? p : p.subspan(first, width), example * results.width + first, width);
    }
}

template <class Real>
void Network<Real>::propagate(Workspace<Real>& workspace, Team* team) const {
    for (std::size_t layer = m_architecture.layerCount() - 1; layer > 0; --layer) {
        const auto& results = workspace.m_layers[layer];
        auto& below = workspace.m_layers[layer - 1];
        const PanelShape shape = m_architecture.layerShape(layer);
        const bool isLearning = learns(layer - 1);
        share(team, [&](Part part) {
            const Range panels = part.of(panelCount(shape.inputs));
            transpose<Real>(shape, panels, weights(layer), workspace.m_transposed);
            multiplyScaled<Real>(shape.transposed(), panels, workspace.m_transposed,
                                 {results.delta.data(), results.width, workspace.m_count},
                                 isLearning ? std::span<const Real>{} : below.slopes, below.delta);
        });
        if (isLearning) {
            learn(layer - 1, workspace);
        }
    }
}

/// Takes the gradient by a layer's learned parameters from dLoss/da, of which it makes dLoss/dz.
template <class Real>
void Network<Real>::learn(std::size_t layer, Workspace<Real>& workspace) const {
    auto& results = workspace.m_layers[layer];
    const auto used = [&](AlignedVector<Real>& values) {
        return std::span(values).first(workspace.m_count * results.width);
    };
    const std::size_t begin = m_learnedOffsets[layer];
    const auto gradient =
        std::span(workspace.m_learned)
            .subspan(begin - weightAndBiasCount(), m_learnedOffsets[layer + 1] - begin);
    std::array<Real, 1> fixed{};
    std::ranges::fill(gradient, Real{0});
    m_architecture.activations[layer].info->template kernels<Real>().learn(
        leading(layer, fixed), used(results.z), used(results.delta), gradient);
    std::ranges::transform(used(results.delta), used(results.slopes), results.delta.begin(),
                           std::multiplies{});
}

/// Calls \p visit with what makes up the gradient by the parameters of each layer, and where those
/// are among all parameters, for the panels of one thread.
template <class Real>
template <class Visit>
void Network<Real>::visitGradients(std::span<const Real> examples, const Workspace<Real>& workspace,
                                   Part part, std::span<Real> parameters,
                                   const Visit& visit) const {
    const std::size_t count = workspace.m_count;
    Rows<Real> a{examples.data(), m_architecture.inputs, count};
    for (std::size_t layer = 0; layer < m_architecture.layerCount(); ++layer) {
        const auto& results = workspace.m_layers[layer];
        visit(m_architecture.layerShape(layer),
              part.of(panelCount(m_architecture.layerOutputs(layer))),
              Rows<Real>{results.delta.data(), results.width, count}, a,
              weightsIn(layer, parameters), biasesIn(layer, parameters));
        a = {results.a.data(), results.width, count};
    }
}

template <class Real>
void Network<Real>::backward(std::span<const Real> examples, Workspace<Real>& workspace,
                             std::span<Real> gradient, Team* team) const {
    propagate(workspace, team);
    share(team, [&](Part part) {
        visitGradients(examples, workspace, part, gradient,
                       [](PanelShape shape, Range panels, const Rows<Real>& delta,
                          const Rows<Real>& a, std::span<Real> weights, std::span<Real> biases) {
                           multiplyTransposed<Real>(shape, panels, delta, a, weights, biases);
                       });
    });
    std::ranges::copy(workspace.m_learned, gradient.last(workspace.m_learned.size()).begin());
}

template <class Real>
void Network<Real>::descend(std::span<const Real> examples, Workspace<Real>& workspace,
                            Descent<Real> descent, Team* team) {
    propagate(workspace, team);
    share(team, [&](Part part) {
        visitGradients(examples, workspace, part, std::span(m_parameters),
                       [&](PanelShape shape, Range panels, const Rows<Real>& delta,
                           const Rows<Real>& a, std::span<Real> weights, std::span<Real> biases) {
                           reluscope::descend<Real>(shape, panels, delta, a, descent, weights,
                                                    biases);
                       });
    });
    const Descent<Real> undecayed{descent.rate, 0};
    for (std::size_t i = 0; i < workspace.m_learned.size(); ++i) {
        undecayed.update(m_parameters[weightAndBiasCount() + i], workspace.m_learned[i]);
    }
}

template <class Real>
Workspace<Real>::Workspace(const Architecture& architecture, std::size_t capacity)
    : m_capacity(capacity) {
    std::size_t learned = 0;
    std::size_t transposed = 0;
    for (std::size_t layer = 0; layer < architecture.layerCount(); ++layer) {
        const std::size_t width = paddedWidth(architecture.layerOutputs(layer));
        const std::size_t size = capacity * width;
        const bool isHidden = layer < architecture.hidden.size();
        if (layer > 0) {
            transposed = std::max(transposed, architecture.layerShape(layer).transposed().size());
        }
        m_layers.push_back({.width = width,
                            .z = AlignedVector<Real>(size),
                            .a = AlignedVector<Real>(isHidden ? size : 0),
                            .slopes = AlignedVector<Real>(isHidden ? size : 0),
                            .delta = AlignedVector<Real>(size)});
        learned += isHidden ? architecture.learnedWidth(layer) : 0;
    }
    m_learned.resize(learned);
    m_transposed.resize(transposed);
}

template class Network<float>;
template class Network<double>;
template class Workspace<float>;
template class Workspace<double>;

} // namespace reluscope
