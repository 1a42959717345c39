// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/cpu/aligned_vector.h"
#include "core/network/panels.h"
#include "core/network/team.h"

#include <cstddef>
#include <span>
#include <vector>

namespace reluscope {

/// The form of a dense network: how wide each layer is and what it applies.
struct Architecture {
    std::size_t inputs = 0;
    std::vector<std::size_t> hidden;
    std::size_t outputs = 0;
    std::vector<Activation> activations; ///< one per hidden layer; the output layer is linear

    std::size_t layerCount() const noexcept { return hidden.size() + 1; }
    std::size_t layerInputs(std::size_t layer) const noexcept {
        return layer == 0 ? inputs : hidden[layer - 1];
    }
    std::size_t layerOutputs(std::size_t layer) const noexcept {
        return layer == hidden.size() ? outputs : hidden[layer];
    }
    PanelShape layerShape(std::size_t layer) const noexcept {
        return {layerOutputs(layer), layerInputs(layer)};
    }
    std::size_t hiddenUnitCount() const noexcept;
    /// Learned activation parameters of a hidden layer: none, one, or one for each unit.
    std::size_t learnedCount(std::size_t layer) const;
    /// How many stand in its place: those of units are as wide as z, so that each column has one.
    std::size_t learnedWidth(std::size_t layer) const;
    /// Weights, biases and learned activation parameters, without padding.
    std::size_t parameterCount() const;

    friend bool operator==(const Architecture&, const Architecture&) = default;
};

template <class Real>
class Workspace;

/// A dense network: z = W a + b and a = f(z) in each hidden layer, z alone in the last.
///
/// All parameters lie in one flat vector that layers view: for each layer its weights in panels
/// (see panels.h), then its biases, padded with zeros; after all layers the learned activation
/// parameters of each hidden layer that has some. Optimizers and gradients use that layout.
template <class Real>
class Network {
  public:
    /// All weights and biases 0; learned activation parameters at their initial values.
    explicit Network(Architecture architecture);

    const Architecture& architecture() const noexcept { return m_architecture; }

    std::span<Real> parameters() noexcept { return m_parameters; }
    std::span<const Real> parameters() const noexcept { return m_parameters; }
    /// How many of parameters(), from the first, are weights and biases.
    std::size_t weightAndBiasCount() const noexcept { return m_layerOffsets.back(); }

    /// All of parameters(), by panel: whose outputs a thread computes, their parameters it has in
    /// its cache.
    std::span<const Blocks> blocks() const noexcept { return m_blocks; }

    Real weight(std::size_t layer, std::size_t out, std::size_t in) const;
    Real bias(std::size_t layer, std::size_t out) const;
    void setWeight(std::size_t layer, std::size_t out, std::size_t in, Real value);
    void setBias(std::size_t layer, std::size_t out, Real value);

    /// Where a weight or a bias stands in parameters() and in a gradient.
    std::size_t weightIndex(std::size_t layer, std::size_t out, std::size_t in) const;
    std::size_t biasIndex(std::size_t layer, std::size_t out) const;

    // What belongs to a layer in a vector that is laid out as parameters(): weights in panels,
    // biases and learned activation parameters, both padded.
    template <class Value>
    std::span<Value> weightsIn(std::size_t layer, std::span<Value> vector) const {
        return vector.subspan(m_layerOffsets[layer], m_architecture.layerShape(layer).size());
    }
    template <class Value>
    std::span<Value> biasesIn(std::size_t layer, std::span<Value> vector) const {
        return vector.subspan(biasOffset(layer), m_layerOffsets[layer + 1] - biasOffset(layer));
    }
    template <class Value>
    std::span<Value> learnedIn(std::size_t layer, std::span<Value> vector) const {
        return vector.subspan(m_learnedOffsets[layer],
                              m_learnedOffsets[layer + 1] - m_learnedOffsets[layer]);
    }

    /// The activation parameters that a hidden layer has learned; see Architecture::learnedCount().
    std::span<const Real> learned(std::size_t layer) const;
    std::span<Real> learned(std::size_t layer);

    /// How a unit of a hidden layer now applies its function: learned values in their place.
    Activation activationOf(std::size_t layer, std::size_t unit) const;

    /// The first parameter of a hidden layer's activation as its loops take it: one value, or one
    /// for each column of z. \p fixed holds it where it is not learned.
    std::span<const Real> leading(std::size_t layer, std::array<Real, 1>& fixed) const;

    /// Fills the workspace with z and a of every layer for \p examples, count x inputs. No more
    /// examples than the workspace has room for.
    void forward(std::span<const Real> examples, Workspace<Real>& workspace) const;

    /// The same with f'(z), for a backward pass. Threads of \p team take panels of units each, here
    /// and below.
    void forwardWithSlopes(std::span<const Real> examples, Workspace<Real>& workspace,
                           Team* team = nullptr) const;

    /// The gradient of the loss by every parameter, from the last forwardWithSlopes() of
    /// \p examples and dLoss/dlogits in workspace.delta(last layer). \p gradient is laid out as
    /// parameters().
    void backward(std::span<const Real> examples, Workspace<Real>& workspace,
                  std::span<Real> gradient, Team* team = nullptr) const;

    /// One step of gradient descent by the same gradient, which is nowhere kept: as if backward()
    /// had been called and all parameters updated, without decay those of activations.
    void descend(std::span<const Real> examples, Workspace<Real>& workspace, Descent<Real> descent,
                 Team* team = nullptr);

  private:
    enum class Keep { Values, ValuesAndSlopes };

    void forward(std::span<const Real> examples, Workspace<Real>& workspace, Keep keep,
                 Team* team) const;
    void activate(std::size_t layer, Workspace<Real>& workspace, Range panels, Keep keep) const;
    void propagate(Workspace<Real>& workspace, Team* team) const;
    void learn(std::size_t layer, Workspace<Real>& workspace) const;
    template <class Visit>
    void visitGradients(std::span<const Real> examples, const Workspace<Real>& workspace, Part part,
                        std::span<Real> parameters, const Visit& visit) const;

    bool learns(std::size_t layer) const {
        return m_learnedOffsets[layer] < m_learnedOffsets[layer + 1];
    }
    std::span<const Real> weights(std::size_t layer) const {
        return weightsIn(layer, parameters());
    }
    std::span<const Real> biases(std::size_t layer) const { return biasesIn(layer, parameters()); }
    std::size_t biasOffset(std::size_t layer) const;

    Architecture m_architecture;
    std::vector<std::size_t> m_layerOffsets; ///< of each layer in m_parameters, and their end
    std::vector<std::size_t>
        m_learnedOffsets; ///< of each hidden layer's learned ones, and their end
    AlignedVector<Real> m_parameters;
    std::vector<Blocks> m_blocks;
};

/// Room for the intermediate results of one network on up to `capacity` examples, allocated once.
/// Layer results are examples x paddedWidth(outputs).
template <class Real>
class Workspace {
  public:
    Workspace(const Architecture& architecture, std::size_t capacity);

    std::size_t capacity() const noexcept { return m_capacity; }
    /// Examples of the last forward pass.
    std::size_t count() const noexcept { return m_count; }

    /// Pre-activations of a layer; of the last one, the logits.
    std::span<const Real> z(std::size_t layer) const { return used(m_layers[layer].z, layer); }
    std::span<const Real> logits() const { return z(m_layers.size() - 1); }
    /// Activations of a hidden layer.
    std::span<const Real> a(std::size_t layer) const { return used(m_layers[layer].a, layer); }
    /// f'(z) of a hidden layer, after forwardWithSlopes().
    std::span<const Real> slopes(std::size_t layer) const {
        return used(m_layers[layer].slopes, layer);
    }
    /// dLoss/dz of a layer.
    std::span<Real> delta(std::size_t layer) { return used(m_layers[layer].delta, layer); }
    std::size_t stride(std::size_t layer) const { return m_layers[layer].width; }

  private:
    friend class Network<Real>;

    struct Layer {
        std::size_t width;
        AlignedVector<Real> z;
        AlignedVector<Real> a;
        AlignedVector<Real> slopes; ///< f'(z)
        AlignedVector<Real> delta;
    };

    template <class Values>
    auto used(Values& values, std::size_t layer) const {
        return std::span(values).first(m_count * m_layers[layer].width);
    }

    std::size_t m_capacity;
    std::size_t m_count = 0;
    std::vector<Layer> m_layers;
    AlignedVector<Real> m_learned;    ///< gradient by the learned activation parameters
    AlignedVector<Real> m_transposed; ///< weights of the layer at hand in a backward pass
};

extern template class Network<float>;
extern template class Network<double>;
extern template class Workspace<float>;
extern template class Workspace<double>;

} // namespace reluscope
