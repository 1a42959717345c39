// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/panels.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace reluscope {
namespace {

// What this level of CPU has: the width of its vectors, and how many of them can hold sums while
// one or two others hold what is added to them.
#if defined(__AVX512F__)
constexpr std::size_t vectorBytes = 64;
constexpr std::size_t sumVectors = 24;
#elif defined(__AVX__)
constexpr std::size_t vectorBytes = 32;
constexpr std::size_t sumVectors = 12;
#else
constexpr std::size_t vectorBytes = 16;
constexpr std::size_t sumVectors = 12;
#endif

template <class Real, std::size_t lanes>
struct VectorOf {
    using Type [[gnu::vector_size(lanes * sizeof(Real))]] = Real;
};

/// Numbers side by side in one register.
template <class Real, std::size_t lanes>
using Vector = typename VectorOf<Real, lanes>::Type;

// By reference: not every CPU could return such a vector.
template <class V, class Real>
[[gnu::always_inline]] inline void load(const Real* from, V& lanes) {
    std::memcpy(&lanes, from, sizeof lanes);
}

template <class V, class Real>
[[gnu::always_inline]] inline void store(const V& lanes, Real* to) {
    std::memcpy(to, &lanes, sizeof lanes);
}

/// Calls `body` with 0, 1, ... as constants. A loop over an array of vectors that the compiler does
/// not unroll in time would keep them in memory.
template <std::size_t count, class Body>
[[gnu::always_inline]] inline void unrolled(const Body& body) {
    [&]<std::size_t... i>(std::index_sequence<i...>) {
        (body(std::integral_constant<std::size_t, i>{}), ...);
    }
    (std::make_index_sequence<count>{});
}

/// The sums that are computed together: of `rows` rows, each across `panels` panels of a width.
template <class Real, std::size_t width, std::size_t panels>
struct Tile {
    static constexpr std::size_t lanes = std::min(width, vectorBytes / sizeof(Real));
    static constexpr std::size_t vectorsPerPanel = width / lanes;
    static constexpr std::size_t vectors = panels * vectorsPerPanel;
    static constexpr std::size_t mostRows =
        std::clamp<std::size_t>(sumVectors / vectors, 1, sumVectors / 2);

    using V = Vector<Real, lanes>;

    /// Where vector `column` of a row begins, if its first panel begins at 0.
    static constexpr std::size_t offset(std::size_t column, std::size_t panelStep) {
        return column / vectorsPerPanel * panelStep + column % vectorsPerPanel * lanes;
    }

    /// sum over k of factor[k][row] line[k], where each line runs across all panels of the tile.
    /// Rows beyond the first \p rows have 1 for a factor.
    template <std::size_t rows, std::size_t allRows>
    [[gnu::always_inline]] static void
    sum(V (&sums)[allRows][vectors], std::size_t count, const Real* lines, std::size_t lineStep,
        std::size_t panelStep, const Real* factors, std::size_t factorStep, std::size_t rowStep) {
        unrolled<allRows>(
            [&](auto row) { unrolled<vectors>([&](auto column) { sums[row][column] = V{}; }); });
        for (std::size_t k = 0; k < count; ++k) {
            V line[vectors];
            unrolled<vectors>(
                [&](auto column) { load(lines + offset(column, panelStep), line[column]); });
            unrolled<rows>([&](auto row) {
                const Real factor = factors[row * rowStep];
                unrolled<vectors>([&](auto column) { sums[row][column] += line[column] * factor; });
            });
            unrolled<allRows - rows>([&](auto row) {
                unrolled<vectors>([&](auto column) { sums[rows + row][column] += line[column]; });
            });
            lines += lineStep;
            factors += factorStep;
        }
    }
};

/// What becomes of the sums of a forward or backward pass.
template <class Real>
struct Finish {
    const Real* bias;   ///< of the tile's first output; or null
    const Real* factor; ///< laid out as the result; or null
};

/// Stores rows of 8 numbers, which follow each other, two at a time: the activation reads them in
/// vectors of 16, and a CPU waits for numbers read together that were written apart.
template <std::size_t rows, class V, class Real>
[[gnu::always_inline]] inline void storeInPairs(const V (&sums)[rows][1], Real* z) {
    constexpr std::size_t lanes = sizeof(V) / sizeof(Real);
    static_assert(lanes == 8);
    unrolled<rows / 2>([&](auto pair) {
        constexpr std::size_t row = 2 * pair;
        const Vector<Real, 2 * lanes> both = __builtin_shufflevector(
            sums[row][0], sums[row + 1][0], 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        store(both, z + row * lanes);
    });
    if constexpr (rows % 2 != 0) {
        store(sums[rows - 1][0], z + (rows - 1) * lanes);
    }
}

/// z of `rows` examples for the outputs of one tile.
template <class T, std::size_t rows, class Real>
void multiplyTile(const Real* w, std::size_t inputs, const Rows<Real>& a,
                  const Finish<Real>& finish, Real* z, std::size_t width) {
    using V = typename T::V;
    constexpr std::size_t panel = T::lanes * T::vectorsPerPanel;
    V sums[rows][T::vectors];
    T::template sum<rows>(sums, inputs, w, panel, inputs * panel, a.data, 1, a.stride);
    const auto forEach = [&](const auto& finishOne) __attribute__((always_inline)) {
        unrolled<rows>([&](auto row) {
            unrolled<T::vectors>([&](auto column) {
                finishOne(sums[row][column], T::offset(column, panel), row * width);
            });
        });
    };
    // One question for all of them, not one each.
    V own;
    if (finish.bias != nullptr) {
        forEach([&](V& value, std::size_t at, std::size_t) {
            load(finish.bias + at, own);
            value += own;
        });
    }
    if (finish.factor != nullptr) {
        forEach([&](V& value, std::size_t at, std::size_t rowAt) {
            load(finish.factor + rowAt + at, own);
            value *= own;
        });
    }
    if constexpr (T::vectors == 1 && 2 * sizeof(V) <= vectorBytes) {
        storeInPairs<rows>(sums, z);
    } else {
        forEach([&](const V& value, std::size_t at, std::size_t rowAt) {
            store(value, z + rowAt + at);
        });
    }
}

/// Where a gradient goes: to the places of the weights and biases that it belongs to, or into a
/// step of descent by it.
template <class Real>
struct Destination {
    Real* weights;
    Real* biases;
    const Descent<Real>* descent; ///< or null
};

/// The gradient for `rows` inputs and the outputs of one tile, and if `hasBias` for their biases,
/// which are the weights of an input that is always 1.
template <class T, std::size_t rows, bool hasBias, class Real>
void gradientTile(const Rows<Real>& delta, const Rows<Real>& a, const Destination<Real>& to,
                  std::size_t panelStep) {
    using V = typename T::V;
    constexpr std::size_t panel = T::lanes * T::vectorsPerPanel;
    constexpr std::size_t allRows = rows + (hasBias ? 1 : 0);
    V sums[allRows][T::vectors];
    T::template sum<rows>(sums, delta.count, delta.data, delta.stride, panel, a.data, a.stride, 1);
    const auto forEach = [&](const auto& finishOne) __attribute__((always_inline)) {
        unrolled<rows>([&](auto row) {
            unrolled<T::vectors>([&](auto column) {
                finishOne(sums[row][column],
                          to.weights + row * panel + T::offset(column, panelStep));
            });
        });
        if constexpr (hasBias) {
            unrolled<T::vectors>([&](auto column) {
                finishOne(sums[rows][column], to.biases + T::offset(column, panel));
            });
        }
    };
    if (to.descent != nullptr) {
        const Descent<Real> descent = *to.descent;
        forEach([&](const V& gradient, Real* place) {
            V own;
            load(place, own);
            descent.update(own, gradient);
            store(own, place);
        });
    } else {
        forEach([](const V& gradient, Real* place) { store(gradient, place); });
    }
}

/// Calls `work.template operator()<rows>(first)` for tiles of about equal height that together have
/// `count` rows, none higher than `most`.
template <std::size_t most, class Work>
void splitRows(std::size_t count, const Work& work) {
    static constexpr auto calls = []<std::size_t... i>(std::index_sequence<i...>) {
        return std::array{+[](const Work& called, std::size_t first) {
            called.template operator()<i + 1>(first);
        }...};
    }
    (std::make_index_sequence<most>{});
    if (count <= most) {
        if (count > 0) {
            calls[count - 1](work, 0);
        }
        return;
    }
    const std::size_t tiles = (count + most - 1) / most;
    for (std::size_t tile = 0; tile < tiles; ++tile) {
        const std::size_t first = count * tile / tiles;
        calls[count * (tile + 1) / tiles - first - 1](work, first);
    }
}

/// Calls `work.template operator()<Tile>(out)` for tiles that together have these panels of
/// outputs.
template <class Real, class Work>
void splitOutputs(std::size_t outputs, Range panels, const Work& work) {
    if (isNarrow(outputs)) {
        if (panels.size() > 0) {
            work.template operator()<Tile<Real, narrowPanel, 1>>(0);
        }
        return;
    }
    // Two panels at a time where there are registers for it: each factor is then used twice.
    constexpr std::size_t together = sumVectors > 12 && sizeof(Real) == sizeof(float) ? 2 : 1;
    std::size_t panel = panels.begin;
    if constexpr (together == 2) {
        for (; panel + together <= panels.end; panel += together) {
            work.template operator()<Tile<Real, widePanel, 2>>(panel * widePanel);
        }
    }
    for (; panel < panels.end; ++panel) {
        work.template operator()<Tile<Real, widePanel, 1>>(panel * widePanel);
    }
}

/// How many rows and columns are transposed at a time.
constexpr std::size_t block = 4;

/// Columns from rows: `rows` of them, the rest being 0, to the first `columns`.
template <class Real>
void transposeBlock(const Real* from, std::size_t fromStep, std::size_t rows, Real* to,
                    std::size_t toStep, std::size_t columns) {
    using V = Vector<Real, block>;
    V row[block];
    unrolled<block>([&](auto i) {
        row[i] = V{};
        if (i < rows) {
            load(from + i * fromStep, row[i]);
        }
    });
    const V low02 = __builtin_shufflevector(row[0], row[2], 0, 4, 1, 5);
    const V low13 = __builtin_shufflevector(row[1], row[3], 0, 4, 1, 5);
    const V high02 = __builtin_shufflevector(row[0], row[2], 2, 6, 3, 7);
    const V high13 = __builtin_shufflevector(row[1], row[3], 2, 6, 3, 7);
    const V column[block]{__builtin_shufflevector(low02, low13, 0, 4, 1, 5),
                          __builtin_shufflevector(low02, low13, 2, 6, 3, 7),
                          __builtin_shufflevector(high02, high13, 0, 4, 1, 5),
                          __builtin_shufflevector(high02, high13, 2, 6, 3, 7)};
    unrolled<block>([&](auto i) {
        if (i < columns) {
            store(column[i], to + i * toStep);
        }
    });
}

template <class Real>
void multiply(PanelShape shape, Range panels, const Real* w, const Rows<Real>& a,
              const Finish<Real>& finish, Real* z) {
    const std::size_t width = paddedWidth(shape.outputs);
    splitOutputs<Real>(shape.outputs, panels, [&]<class T>(std::size_t out) {
        splitRows<T::mostRows>(a.count, [&]<std::size_t rows>(std::size_t example) {
            const std::size_t at = example * width + out;
            multiplyTile<T, rows, Real>(w + out * shape.inputs, shape.inputs,
                                        {a.data + example * a.stride, a.stride, rows},
                                        {finish.bias == nullptr ? nullptr : finish.bias + out,
                                         finish.factor == nullptr ? nullptr : finish.factor + at},
                                        z + at, width);
        });
    });
}

template <class Real>
void gradient(PanelShape shape, Range panels, const Rows<Real>& delta, const Rows<Real>& a,
              const Destination<Real>& to) {
    const std::size_t panel = panelWidth(shape.outputs);
    constexpr std::size_t most = Tile<Real, widePanel, 1>::mostRows;
    // Inputs outside: their column of a is then read once, while all of delta stays in the cache.
    splitRows<most>(shape.inputs, [&]<std::size_t rows>(std::size_t in) {
        splitOutputs<Real>(shape.outputs, panels, [&]<class T>(std::size_t out) {
            const Rows<Real> ownDelta{delta.data + out, delta.stride, delta.count};
            const Rows<Real> ownA{a.data + in, a.stride, a.count};
            const Destination<Real> ownTo{to.weights + out * shape.inputs + in * panel,
                                          to.biases + out, to.descent};
            if (in == 0) {
                gradientTile<T, rows, true, Real>(ownDelta, ownA, ownTo, shape.inputs * panel);
            } else {
                gradientTile<T, rows, false, Real>(ownDelta, ownA, ownTo, shape.inputs * panel);
            }
        });
    });
}

} // namespace

template <class Real>
void multiply(PanelShape shape, Range panels, std::span<const Real> w, std::span<const Real> bias,
              const Rows<Real>& a, std::span<Real> z) {
    multiply<Real>(shape, panels, w.data(), a, {bias.data(), nullptr}, z.data());
}

template <class Real>
void multiplyScaled(PanelShape shape, Range panels, std::span<const Real> w, const Rows<Real>& a,
                    std::span<const Real> factor, std::span<Real> z) {
    multiply<Real>(shape, panels, w.data(), a, {nullptr, factor.empty() ? nullptr : factor.data()},
                   z.data());
}

template <class Real>
void multiplyTransposed(PanelShape shape, Range panels, const Rows<Real>& delta,
                        const Rows<Real>& a, std::span<Real> weights, std::span<Real> biases) {
    gradient<Real>(shape, panels, delta, a, {weights.data(), biases.data(), nullptr});
}

template <class Real>
void descend(PanelShape shape, Range panels, const Rows<Real>& delta, const Rows<Real>& a,
             const Descent<Real>& descent, std::span<Real> weights, std::span<Real> biases) {
    gradient<Real>(shape, panels, delta, a, {weights.data(), biases.data(), &descent});
}

template <class Real>
void transpose(PanelShape shape, Range panels, std::span<const Real> w,
               std::span<Real> transposed) {
    const PanelShape to = shape.transposed();
    const std::size_t width = panelWidth(shape.inputs);
    for (std::size_t in = panels.begin * width; in < panels.end * width; in += block) {
        const std::size_t rows = std::min(block, shape.inputs - std::min(in, shape.inputs));
        for (std::size_t out = 0; out < shape.outputs; out += block) {
            transposeBlock<Real>(w.data() + shape.index(out, in), panelWidth(shape.outputs), rows,
                                 transposed.data() + to.index(in, out), width,
                                 std::min(block, shape.outputs - out));
        }
    }
}

#define RELUSCOPE_INSTANTIATE(Real)                                                                \
    template void multiply(PanelShape, Range, std::span<const Real>, std::span<const Real>,        \
                           const Rows<Real>&, std::span<Real>);                                    \
    template void multiplyScaled(PanelShape, Range, std::span<const Real>, const Rows<Real>&,      \
                                 std::span<const Real>, std::span<Real>);                          \
    template void multiplyTransposed(PanelShape, Range, const Rows<Real>&, const Rows<Real>&,      \
                                     std::span<Real>, std::span<Real>);                            \
    template void descend(PanelShape, Range, const Rows<Real>&, const Rows<Real>&,                 \
                          const Descent<Real>&, std::span<Real>, std::span<Real>);                 \
    template void transpose(PanelShape, Range, std::span<const Real>, std::span<Real>);
RELUSCOPE_INSTANTIATE(float)
RELUSCOPE_INSTANTIATE(double)
#undef RELUSCOPE_INSTANTIATE

} // namespace reluscope
