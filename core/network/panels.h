// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/part.h"

#include <cstddef>
#include <span>

/// The products of a dense layer, on weights kept in *panels*: 8 or 16 consecutive outputs side by
/// side, so that vectors hold a weight of each and nothing is ever packed in a forward pass or an
/// update. The layout is the same on every CPU; how many outputs one vector holds is not.
///
/// Every sum runs in the order of its index, one addition at a time, whatever the number of
/// examples: an example's result does not depend on its place in a batch, nor on which thread
/// computes it.
namespace reluscope {

// How many outputs stand side by side. Those of a narrow layer would leave most of a wide panel
// empty.
inline constexpr std::size_t narrowPanel = 8;
inline constexpr std::size_t widePanel = 16;

constexpr bool isNarrow(std::size_t outputs) {
    return outputs <= narrowPanel;
}
constexpr std::size_t panelWidth(std::size_t outputs) {
    return isNarrow(outputs) ? narrowPanel : widePanel;
}
constexpr std::size_t panelCount(std::size_t outputs) {
    return isNarrow(outputs) ? 1 : (outputs + widePanel - 1) / widePanel;
}
/// Outputs rounded up to whole panels: the width of activations and of bias vectors.
constexpr std::size_t paddedWidth(std::size_t outputs) {
    return panelCount(outputs) * panelWidth(outputs);
}

/// Where the entries of a matrix of outputs x inputs stand in its panels. Those between the last
/// output and the end of its panel are 0.
struct PanelShape {
    std::size_t outputs;
    std::size_t inputs;

    constexpr std::size_t size() const { return paddedWidth(outputs) * inputs; }
    constexpr PanelShape transposed() const { return {inputs, outputs}; }
    constexpr std::size_t index(std::size_t out, std::size_t in) const {
        return isNarrow(outputs) ? in * narrowPanel + out
                                 : (out / widePanel * inputs + in) * widePanel + out % widePanel;
    }
};

/// Rows of a matrix, one example after another, `stride` apart.
template <class Real>
struct Rows {
    const Real* data;
    std::size_t stride;
    std::size_t count;
};

// Each works for some of the panels of outputs: what one of several threads takes care of, so that
// a thread's weights stay in its own cache from step to step.

/// z[example][out] = bias[out] + sum over in of w[out][in] a[example][in].
/// \p bias paddedWidth(outputs); \p z examples x paddedWidth(outputs).
template <class Real>
void multiply(PanelShape shape, Range panels, std::span<const Real> w, std::span<const Real> bias,
              const Rows<Real>& a, std::span<Real> z);

/// z[example][out] = factor[example][out] times the sum over in of w[out][in] a[example][in].
/// \p factor as \p z, or empty for 1.
template <class Real>
void multiplyScaled(PanelShape shape, Range panels, std::span<const Real> w, const Rows<Real>& a,
                    std::span<const Real> factor, std::span<Real> z);

/// weights[out][in] = sum over examples of delta[example][out] a[example][in], in panels: the
/// gradient by them; and biases[out] = sum over examples of delta[example][out].
/// \p delta examples x paddedWidth(outputs), 0 beyond the outputs; \p biases paddedWidth(outputs).
template <class Real>
void multiplyTransposed(PanelShape shape, Range panels, const Rows<Real>& delta,
                        const Rows<Real>& a, std::span<Real> weights, std::span<Real> biases);

/// One step of gradient descent: w -= rate (gradient + decay w).
template <class Real>
struct Descent {
    Real rate;
    Real decay;

    template <class Value>
    void update(Value& w, const Value& gradient) const {
        w -= rate * (gradient + decay * w);
    }
};

/// The same gradient, applied to weights and biases as it is made rather than kept.
template <class Real>
void descend(PanelShape shape, Range panels, const Rows<Real>& delta, const Rows<Real>& a,
             const Descent<Real>& descent, std::span<Real> weights, std::span<Real> biases);

/// Panels of inputs x outputs from panels of outputs x inputs; \p panels are those of inputs.
template <class Real>
void transpose(PanelShape shape, Range panels, std::span<const Real> w, std::span<Real> transposed);

} // namespace reluscope
