// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/output_distribution.h"

#include "core/activation/gradient_share.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <span>

namespace reluscope {
namespace {

/// Beyond so many deviations lies less than 1e-15.
constexpr double reach = 8;

/// So many cells at first, so short in deviations that z may count as even within each.
constexpr int firstCells = 2048;

/// Where a cell is looked at and cut, as shares of it: within it at two places, as a wave can cross
/// its chord at any one, and at uneven ones, as waves can keep step with even ones.
constexpr std::array shares{0.0, 0.32, 0.65, 1.0};

/// A cell in which f bends by more of a stretch of the density is cut, so often at most, but not
/// one that holds too little to be seen.
constexpr double mostBend = 1.0 / 16;
constexpr int deepest = 30;
constexpr double leastMass = 1e-8;

/// From z to z with the probability of what lies between.
struct Cell {
    double from;
    double to;
    double fFrom;
    double fTo;
    double mass;
};

std::vector<double> firstEdges(const Activation& activation, const NormalInput& input) {
    std::vector<double> edges;
    edges.reserve(firstCells + 1 + activation.info->kinks.size());
    for (int i = 0; i <= firstCells; ++i) {
        const double t = std::lerp(-reach, reach, static_cast<double>(i) / firstCells);
        edges.push_back(input.mean + input.deviation * t);
    }
    std::ranges::copy_if(activation.info->kinks, std::back_inserter(edges),
                         [lowest = edges.front(), highest = edges.back()](double z) {
                             return lowest < z && z < highest;
                         });
    std::ranges::sort(edges);
    return edges;
}

/// Spreads \p mass evenly over the values between \p a and \p b.
class Histogram {
  public:
    Histogram(double lower, double upper, std::size_t count)
        : m_lower(lower)
        , m_width((upper - lower) / static_cast<double>(count))
        , m_density(count) {}

    void spread(double mass, double a, double b) {
        const double from = (std::min(a, b) - m_lower) / m_width;
        const double to = (std::max(a, b) - m_lower) / m_width;
        const auto count = static_cast<double>(m_density.size());
        if (to < 0 || from >= count) {
            return;
        }
        const auto first = static_cast<std::size_t>(std::max(from, 0.0));
        const auto last = static_cast<std::size_t>(std::min(to, count - 1));
        for (std::size_t bin = first; bin <= last; ++bin) {
            const auto edge = static_cast<double>(bin);
            const double covered = std::min(to, edge + 1) - std::max(from, edge);
            const double share = to > from ? covered / (to - from) : 1;
            m_density[bin] += mass * share / m_width;
        }
    }

    double width() const { return m_width; } ///< of a stretch
    std::vector<double> density() && { return std::move(m_density); }

  private:
    double m_lower;
    double m_width;
    std::vector<double> m_density;
};

void addAtom(std::vector<Atom>& atoms, Atom atom) {
    const auto same = std::ranges::find(atoms, atom.value, &Atom::value);
    if (same != atoms.end()) {
        same->probability += atom.probability;
    } else {
        atoms.push_back(atom);
    }
}

std::vector<Atom> atomsOf(const Activation& activation, const NormalInput& input,
                          const std::vector<Stretch>& zeroSet) {
    std::vector<Atom> atoms;
    for (const Stretch& stretch : zeroSet) {
        const std::array end{std::isinf(stretch.from) ? stretch.to : stretch.from};
        std::array<double, 1> f{};
        activation.apply<double>(end, f);
        addAtom(atoms, {f[0], input.probability(stretch.from, stretch.to)});
    }
    std::ranges::sort(atoms, {}, &Atom::value);
    return atoms;
}

/// Spreads the cell over the values of f in it, cut where f bends.
void spread(const Activation& activation, const Cell& cell, Histogram& histogram, int depth = 0) {
    const auto& [from, to, fFrom, fTo, mass] = cell;
    if (mass < leastMass) {
        histogram.spread(mass, fFrom, fTo);
        return;
    }
    std::array<double, shares.size()> z{from, 0, 0, to};
    std::array<double, shares.size()> f{fFrom, 0, 0, fTo};
    for (std::size_t i = 1; i <= 2; ++i) {
        z[i] = from + shares[i] * (to - from);
    }
    activation.apply<double>(std::span(z).subspan<1, 2>(), std::span(f).subspan<1, 2>());
    double bend = 0;
    for (std::size_t i = 1; i <= 2; ++i) {
        bend = std::max(bend, std::abs(f[i] - (fFrom + shares[i] * (fTo - fFrom))));
    }
    const bool isBent = bend > mostBend * histogram.width() && depth < deepest;
    for (std::size_t i = 0; i + 1 < shares.size(); ++i) {
        const Cell part{z[i], z[i + 1], f[i], f[i + 1], (shares[i + 1] - shares[i]) * mass};
        if (isBent) {
            spread(activation, part, histogram, depth + 1);
        } else {
            histogram.spread(part.mass, part.fFrom, part.fTo);
        }
    }
}

} // namespace

OutputDistribution outputDistribution(const Activation& activation, const NormalInput& input,
                                      double lower, double upper, std::size_t count) {
    const std::vector<Stretch> zeroSet = zeroSetOf(activation);
    const std::vector<double> z = firstEdges(activation, input);
    std::vector<double> f(z.size());
    activation.apply<double>(z, f);
    Histogram histogram(lower, upper, count);
    for (std::size_t i = 0; i + 1 < z.size(); ++i) {
        const bool isConstant = std::ranges::any_of(zeroSet, [&](const Stretch& stretch) {
            return stretch.from <= z[i] && z[i + 1] <= stretch.to;
        });
        if (!isConstant) {
            const double mass = input.probability(z[i], z[i + 1]);
            spread(activation, {z[i], z[i + 1], f[i], f[i + 1], mass}, histogram);
        }
    }
    return {.atoms = atomsOf(activation, input, zeroSet),
            .density = std::move(histogram).density()};
}

} // namespace reluscope
