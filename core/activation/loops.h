// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/activation/formulas/formula.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

/// The elementwise loops of a formula, for `table.cpp`: compiled for each level of CPU, they become
/// vector code there.
namespace reluscope::formulas {

template <class Formula>
constexpr bool hasZeroSet = requires {
    Formula::inZeroSet(0.0, 0.0);
};

template <std::size_t columns>
using Columns = std::integral_constant<std::size_t, columns>;

/// Calls `visit(begin, Columns)` for blocks of neighbouring columns: a layer is 8 wide or some
/// panels of 16.
template <class Visit>
void forBlocks(std::size_t width, Visit visit) {
    std::size_t begin = 0;
    for (; begin + 16 <= width; begin += 16) {
        visit(begin, Columns<16>{});
    }
    for (; begin + 8 <= width; begin += 8) {
        visit(begin, Columns<8>{});
    }
    for (; begin < width; ++begin) {
        visit(begin, Columns<1>{});
    }
}

/// Calls `visit(i, p of i)` for each place of `size`, row by row.
template <class Real, class Visit>
void forEach(std::span<const Real> p, std::size_t size, Visit visit) {
    if (p.size() == 1) {
        const Real own = p[0];
        for (std::size_t i = 0; i < size; ++i) {
            visit(i, own);
        }
    } else {
        for (std::size_t row = 0; row < size; row += p.size()) {
            for (std::size_t column = 0; column < p.size(); ++column) {
                visit(row + column, p[column]);
            }
        }
    }
}

/// Calls `visit(form, begin, size)` for each stretch of z with the form of the formula that suits
/// it: the formula itself, or one of those that it chooses from for some whole rows.
template <class Formula, class Real, class Visit>
void withForm(std::span<const Real> p, std::span<const Real> z, Visit visit) {
    if constexpr (requires { Formula::choose(p, z, [](auto) {}); }) {
        constexpr std::size_t usual = 1024; // which L1 holds when they are read again
        const std::size_t most = std::max(usual / p.size(), std::size_t{1}) * p.size();
        for (std::size_t begin = 0; begin < z.size(); begin += most) {
            const std::size_t size = std::min(most, z.size() - begin);
            Formula::choose(p, z.subspan(begin, size),
                            [&](auto form) { visit(form, begin, size); });
        }
    } else {
        visit(Formula{}, std::size_t{0}, z.size());
    }
}

template <class Formula, class Real>
ValueAndSlope<Real> trainingOf(Real x, Real p) {
    if constexpr (requires { Formula::training(x, p); }) {
        return Formula::training(x, p);
    } else {
        return {Formula::value(x, p), Formula::derivative(x, p)};
    }
}

// Compilers shy away from inlining all that a formula is made of, and what is called can't be
// turned into vector code: hence `flatten`.

template <class Formula, class Real>
[[gnu::flatten]] void value(std::span<const Real> p, std::span<const Real> z, std::span<Real> f) {
    withForm<Formula>(p, z, [&]<class Form>(Form, std::size_t begin, std::size_t size) {
        const Real* from = z.data() + begin;
        Real* to = f.data() + begin;
        forEach(p, size, [=](std::size_t i, Real own) { to[i] = Form::value(from[i], own); });
    });
}

template <class Formula, class Real>
[[gnu::flatten]] void derivative(std::span<const Real> p, std::span<const Real> z,
                                 std::span<Real> df) {
    withForm<Formula>(p, z, [&]<class Form>(Form, std::size_t begin, std::size_t size) {
        const Real* from = z.data() + begin;
        Real* to = df.data() + begin;
        forEach(p, size, [=](std::size_t i, Real own) { to[i] = Form::derivative(from[i], own); });
    });
}

template <class Formula, class Real>
[[gnu::flatten]] void valueAndSlope(std::span<const Real> p, std::span<const Real> z,
                                    std::span<Real> f, std::span<Real> slope) {
    withForm<Formula>(p, z, [&]<class Form>(Form, std::size_t begin, std::size_t size) {
        const Real* from = z.data() + begin;
        Real* value = f.data() + begin;
        Real* steepness = slope.data() + begin;
        forEach(p, size, [=](std::size_t i, Real own) {
            const auto both = trainingOf<Form>(from[i], own);
            value[i] = both.value;
            steepness[i] = both.slope;
        });
    });
}

/// What rows of z, `stride` apart, add to the gradient in some neighbouring columns, whose sums
/// stay in vector registers over all rows.
template <class Formula, std::size_t columns, class Real>
void learnColumns(const Real* p, const Real* z, const Real* delta, std::size_t rows,
                  std::size_t stride, Real* gradient) {
    std::array<Real, columns> sums{};
    for (std::size_t row = 0; row < rows; ++row, z += stride, delta += stride) {
        for (std::size_t i = 0; i < columns; ++i) {
            sums[i] += delta[i] * Formula::parameterDerivative(z[i], p[i]);
        }
    }
    for (std::size_t i = 0; i < columns; ++i) {
        gradient[i] += sums[i];
    }
}

/// Where all share one p, every sixteenth product goes to the same of 16 sums, which are added up
/// in the end: an order that vector units of each level can follow, and that only the data decides.
template <class Formula, class Real>
[[gnu::flatten]] void learn(std::span<const Real> p, std::span<const Real> z,
                            std::span<const Real> delta, std::span<Real> gradient) {
    if (p.size() > 1) {
        forBlocks(p.size(), [&]<std::size_t columns>(std::size_t begin, Columns<columns>) {
            learnColumns<Formula, columns>(p.data() + begin, z.data() + begin, delta.data() + begin,
                                           z.size() / p.size(), p.size(), gradient.data() + begin);
        });
        return;
    }
    const Real own = p[0];
    std::array<Real, 16> sums{};
    for (std::size_t first = 0; first < z.size(); first += sums.size()) {
        const std::size_t count = std::min(sums.size(), z.size() - first);
        for (std::size_t i = 0; i < count; ++i) {
            sums[i] += delta[first + i] * Formula::parameterDerivative(z[first + i], own);
        }
    }
    for (std::size_t half = sums.size() / 2; half > 0; half /= 2) {
        for (std::size_t i = 0; i < half; ++i) {
            sums[i] += sums[i + half];
        }
    }
    gradient[0] += sums[0];
}

/// Marks some neighbouring columns of z, whose rows are `stride` apart. Their flags are as wide
/// as its numbers and stay in vector registers over all rows.
template <class Formula, std::size_t columns, class Real>
void markColumns(const Real* p, const Real* z, std::size_t rows, std::size_t stride,
                 unsigned char* active) {
    using Flag = std::conditional_t<sizeof(Real) == 4, std::uint32_t, std::uint64_t>;
    std::array<Flag, columns> isActive{};
    for (std::size_t row = 0; row < rows; ++row, z += stride) {
        for (std::size_t i = 0; i < columns; ++i) {
            isActive[i] |= static_cast<Flag>(!Formula::inZeroSet(z[i], p[i]));
        }
    }
    for (std::size_t i = 0; i < columns; ++i) {
        active[i] |= static_cast<unsigned char>(isActive[i]);
    }
}

template <class Formula, class Real>
[[gnu::flatten]] void markActive(std::span<const Real> p, std::span<const Real> z,
                                 std::span<unsigned char> active) {
    if constexpr (hasZeroSet<Formula>) {
        forBlocks(active.size(), [&]<std::size_t columns>(std::size_t begin, Columns<columns>) {
            std::array<Real, columns> own{};
            for (std::size_t i = 0; i < columns; ++i) {
                own[i] = p[p.size() == 1 ? 0 : begin + i];
            }
            markColumns<Formula, columns, Real>(own.data(), z.data() + begin,
                                                z.size() / active.size(), active.size(),
                                                active.data() + begin);
        });
    } else {
        std::ranges::fill(active, static_cast<unsigned char>(1));
    }
}

/// The elementwise loops of a formula.
template <class Formula, class Real>
constexpr ActivationKernels<Real> kernels() {
    ActivationKernels<Real> made{
        .value = &value<Formula, Real>,
        .derivative = &derivative<Formula, Real>,
        .valueAndSlope = &valueAndSlope<Formula, Real>,
        .learn = nullptr,
        .markActive = &markActive<Formula, Real>,
    };
    if constexpr (requires { Formula::parameterDerivative(Real{}, Real{}); }) {
        made.learn = &learn<Formula, Real>;
    }
    return made;
}

} // namespace reluscope::formulas
