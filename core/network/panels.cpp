// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/panels.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace reluscope {
namespace {

template <class Real>
struct LanesOf {
    using Type [[gnu::vector_size(panelWidth * sizeof(Real))]] = Real;
};

/// One panel's worth of numbers, computed side by side.
template <class Real>
using Lanes = typename LanesOf<Real>::Type;

template <class Real>
[[gnu::always_inline]] inline void load(const Real* from, Lanes<Real>& lanes) {
    std::memcpy(&lanes, from, sizeof lanes);
}

template <class Real>
[[gnu::always_inline]] inline void store(const Lanes<Real>& lanes, Real* to) {
    std::memcpy(to, &lanes, sizeof lanes);
}

/// As many sums as fit into the registers of every x86-64.
inline constexpr std::size_t tileRows = 6;

/// One panel of z for `count` examples.
template <std::size_t count, class Real>
void multiplyTile(const Real* panel, std::size_t inputs, const Lanes<Real>& bias, Rows<Real> a,
                  Real* z, std::size_t zStride) {
    std::array<Lanes<Real>, count> sums{};
    for (std::size_t in = 0; in < inputs; ++in) {
        Lanes<Real> weights;
        load(panel + in * panelWidth, weights);
        for (std::size_t row = 0; row < count; ++row) {
            sums[row] += weights * a.data[row * a.stride + in];
        }
    }
    for (std::size_t row = 0; row < count; ++row) {
        store<Real>(sums[row] + bias, z + row * zStride);
    }
}

/// One panel of the gradient for `count` inputs.
template <std::size_t count, class Real>
void multiplyTransposedTile(Rows<Real> delta, Rows<Real> a, std::size_t examples, Real* gradient) {
    std::array<Lanes<Real>, count> sums{};
    for (std::size_t example = 0; example < examples; ++example) {
        Lanes<Real> lanes;
        load(delta.data + example * delta.stride, lanes);
        for (std::size_t in = 0; in < count; ++in) {
            sums[in] += lanes * a.data[example * a.stride + in];
        }
    }
    for (std::size_t in = 0; in < count; ++in) {
        store<Real>(sums[in], gradient + in * panelWidth);
    }
}

} // namespace

template <class Real>
void multiply(std::span<const Real> w, std::size_t inputs, std::size_t outputs,
              std::span<const Real> bias, Rows<Real> a, std::size_t examples, std::span<Real> z) {
    const std::size_t width = paddedWidth(outputs);
    for (std::size_t out = 0; out < width; out += panelWidth) {
        const Real* panel = w.data() + out * inputs;
        Lanes<Real> lanes{};
        if (!bias.empty()) {
            load(bias.data() + out, lanes);
        }
        std::size_t example = 0;
        for (; example + tileRows <= examples; example += tileRows) {
            multiplyTile<tileRows, Real>(panel, inputs, lanes,
                                         {a.data + example * a.stride, a.stride},
                                         z.data() + example * width + out, width);
        }
        for (; example < examples; ++example) {
            multiplyTile<1, Real>(panel, inputs, lanes, {a.data + example * a.stride, a.stride},
                                  z.data() + example * width + out, width);
        }
    }
}

template <class Real>
void multiplyTransposed(Rows<Real> delta, Rows<Real> a, std::size_t examples, std::size_t inputs,
                        std::size_t outputs, std::span<Real> gradient) {
    for (std::size_t out = 0; out < paddedWidth(outputs); out += panelWidth) {
        const Rows<Real> column{delta.data + out, delta.stride};
        Real* panel = gradient.data() + out * inputs;
        std::size_t in = 0;
        for (; in + tileRows <= inputs; in += tileRows) {
            multiplyTransposedTile<tileRows, Real>(column, {a.data + in, a.stride}, examples,
                                                   panel + in * panelWidth);
        }
        for (; in < inputs; ++in) {
            multiplyTransposedTile<1, Real>(column, {a.data + in, a.stride}, examples,
                                            panel + in * panelWidth);
        }
    }
}

template <class Real>
void transpose(std::span<const Real> w, std::size_t inputs, std::size_t outputs,
               std::span<Real> transposed) {
    std::ranges::fill(transposed, Real{0});
    for (std::size_t out = 0; out < outputs; ++out) {
        for (std::size_t in = 0; in < inputs; ++in) {
            transposed[panelIndex(in, out, outputs)] = w[panelIndex(out, in, inputs)];
        }
    }
}

#define RELUSCOPE_INSTANTIATE(Real)                                                                \
    template void multiply(std::span<const Real>, std::size_t, std::size_t, std::span<const Real>, \
                           Rows<Real>, std::size_t, std::span<Real>);                              \
    template void multiplyTransposed(Rows<Real>, Rows<Real>, std::size_t, std::size_t,             \
                                     std::size_t, std::span<Real>);                                \
    template void transpose(std::span<const Real>, std::size_t, std::size_t, std::span<Real>);
RELUSCOPE_INSTANTIATE(float)
RELUSCOPE_INSTANTIATE(double)
#undef RELUSCOPE_INSTANTIATE

} // namespace reluscope
