// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

/// The products of a dense layer, on weights kept in *panels*: `panelWidth` consecutive outputs
/// side by side, so that one vector holds a weight of each and nothing is ever packed or transposed
/// in a forward pass or an update. Entry (out, in) of a matrix with `inputs` columns stands at
/// `panelIndex(out, in, inputs)`; rows between the last output and the panel's end are 0.
///
/// Every sum runs in the order of its index, one addition at a time, whatever the number of
/// examples: an example's result does not depend on its place in a batch.
namespace reluscope {

inline constexpr std::size_t panelWidth = 8;

/// Outputs rounded up to whole panels: the width of activations and of bias vectors.
constexpr std::size_t paddedWidth(std::size_t outputs) {
    return (outputs + panelWidth - 1) / panelWidth * panelWidth;
}

constexpr std::size_t panelIndex(std::size_t out, std::size_t in, std::size_t inputs) {
    return (out / panelWidth * inputs + in) * panelWidth + out % panelWidth;
}

/// Rows of a matrix, one example after another, `stride` apart.
template <class Real>
struct Rows {
    const Real* data;
    std::size_t stride;
};

/// z[example][out] = bias[out] + sum over in of w[out][in] a[example][in].
/// At least one example. \p w panels of outputs x inputs; \p bias paddedWidth(outputs) or empty for
/// none; \p z examples x paddedWidth(outputs).
template <class Real>
void multiply(std::span<const Real> w, std::size_t inputs, std::size_t outputs,
              std::span<const Real> bias, Rows<Real> a, std::size_t examples, std::span<Real> z);

/// gradient[out][in] = sum over examples of delta[example][out] a[example][in], in panels.
/// At least one example.
/// \p delta examples x paddedWidth(outputs), 0 beyond the outputs.
template <class Real>
void multiplyTransposed(Rows<Real> delta, Rows<Real> a, std::size_t examples, std::size_t inputs,
                        std::size_t outputs, std::span<Real> gradient);

/// Panels of inputs x outputs from panels of outputs x inputs.
template <class Real>
void transpose(std::span<const Real> w, std::size_t inputs, std::size_t outputs,
               std::span<Real> transposed);

} // namespace reluscope
