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
constexpr int gridSize = 4096;

std::vector<double> gridOver(const Activation& activation, const NormalInput& input) {
    std::vector<double> grid;
    for (int i = 0; i <= gridSize; ++i) {
        const double t = std::lerp(-reach, reach, static_cast<double>(i) / gridSize);
        grid.push_back(input.mean + input.deviation * t);
    }
    std::ranges::copy_if(activation.info->kinks, std::back_inserter(grid),
                         [lowest = grid.front(), highest = grid.back()](double z) {
                             return lowest < z && z < highest;
                         });
    std::ranges::sort(grid);
    return grid;
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
        const double first = std::floor(std::max(from, 0.0));
        const double last = std::floor(std::min(to, count - 1));
        for (double bin = first; bin <= last; ++bin) {
            const double covered = std::min(to, bin + 1) - std::max(from, bin);
            const double share = to > from ? covered / (to - from) : 1;
            m_density[static_cast<std::size_t>(bin)] += mass * share / m_width;
        }
    }

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

} // namespace

OutputDistribution outputDistribution(const Activation& activation, const NormalInput& input,
                                      double lower, double upper, std::size_t count) {
    const std::vector<Stretch> zeroSet = zeroSetOf(activation);
    const std::vector<double> z = gridOver(activation, input);
    std::vector<double> f(z.size());
    activation.apply<double>(z, f);
    Histogram histogram(lower, upper, count);
    for (std::size_t i = 0; i + 1 < z.size(); ++i) {
        const bool isConstant = std::ranges::any_of(zeroSet, [&](const Stretch& stretch) {
            return stretch.from <= z[i] && z[i + 1] <= stretch.to;
        });
        if (!isConstant) {
            histogram.spread(input.probability(z[i], z[i + 1]), f[i], f[i + 1]);
        }
    }
    return {.atoms = atomsOf(activation, input, zeroSet),
            .density = std::move(histogram).density()};
}

} // namespace reluscope
