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

/// Calls `visit(i, p of i, column)` for each place of `size`, row by row.
template <class Real, class Visit>
void forEach(std::span<const Real> p, std::size_t size, Visit visit) {
    if (p.size() == 1) {
        const Real own = p[0];
        for (std::size_t i = 0; i < size; ++i) {
            visit(i, own, std::size_t{0});
        }
    } else {
        for (std::size_t row = 0; row < size; row += p.size()) {
            for (std::size_t column = 0; column < p.size(); ++column) {
                visit(row + column, p[column], column);
            }
        }
    }
}

/// Calls `visit` with the formula, or with the one of its forms that suits p and z.
template <class Formula, class Real, class Visit>
void withForm(std::span<const Real> p, std::span<const Real> z, Visit visit) {
    if constexpr (requires { Formula::choose(p[0], z, visit); }) {
        Formula::choose(p[0], z, visit);
    } else {
        visit(Formula{});
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
    withForm<Formula>(p, z, [&]<class Form>(Form) {
        forEach(p, z.size(),
                [&](std::size_t i, Real own, std::size_t) { f[i] = Form::value(z[i], own); });
    });
}

template <class Formula, class Real>
[[gnu::flatten]] void derivative(std::span<const Real> p, std::span<const Real> z,
                                 std::span<Real> df) {
    withForm<Formula>(p, z, [&]<class Form>(Form) {
        forEach(p, z.size(),
                [&](std::size_t i, Real own, std::size_t) { df[i] = Form::derivative(z[i], own); });
    });
}

template <class Formula, class Real>
[[gnu::flatten]] void valueAndSlope(std::span<const Real> p, std::span<const Real> z,
                                    std::span<Real> f, std::span<Real> slope) {
    withForm<Formula>(p, z, [&]<class Form>(Form) {
        forEach(p, z.size(), [&](std::size_t i, Real own, std::size_t) {
            const auto both = trainingOf<Form>(z[i], own);
            f[i] = both.value;
            slope[i] = both.slope;
        });
    });
}

/// Where all share one p, every sixteenth product goes to the same of 16 sums, which are added up
/// in the end: an order that vector units of each level can follow, and that only the data decides.
template <class Formula, class Real>
[[gnu::flatten]] void learn(std::span<const Real> p, std::span<const Real> z,
                            std::span<const Real> delta, std::span<Real> gradient) {
    if (p.size() > 1) {
        forEach(p, z.size(), [&](std::size_t i, Real own, std::size_t column) {
            gradient[column] += delta[i] * Formula::parameterDerivative(z[i], own);
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

/// Marks whole blocks of so many columns from `begin` on, and says where they end.
template <class Formula, std::size_t columns, class Real>
std::size_t markBlocks(std::span<const Real> p, std::span<const Real> z,
                       std::span<unsigned char> active, std::size_t begin) {
    const std::size_t rows = z.size() / active.size();
    for (; begin + columns <= active.size(); begin += columns) {
        std::array<Real, columns> own{};
        for (std::size_t i = 0; i < columns; ++i) {
            own[i] = p[p.size() == 1 ? 0 : begin + i];
        }
        markColumns<Formula, columns, Real>(own.data(), z.data() + begin, rows, active.size(),
                                            active.data() + begin);
    }
    return begin;
}

/// The elementwise loops of a formula.
template <class Formula, class Real>
constexpr ActivationKernels<Real> kernels() {
    using In = std::span<const Real>;
    ActivationKernels<Real> made{
        .value = &value<Formula, Real>,
        .derivative = &derivative<Formula, Real>,
        .valueAndSlope = &valueAndSlope<Formula, Real>,
        .learn = nullptr,
        .markActive =
            [](In p, In z, std::span<unsigned char> active) {
                if constexpr (hasZeroSet<Formula>) {
                    // A layer is 8 wide or some panels of 16.
                    std::size_t marked = markBlocks<Formula, 16>(p, z, active, 0);
                    marked = markBlocks<Formula, 8>(p, z, active, marked);
                    markBlocks<Formula, 1>(p, z, active, marked);
                } else {
                    std::ranges::fill(active, static_cast<unsigned char>(1));
                }
            },
    };
    if constexpr (requires { Formula::parameterDerivative(Real{}, Real{}); }) {
        made.learn = &learn<Formula, Real>;
    }
    return made;
}

} // namespace reluscope::formulas
