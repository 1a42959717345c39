// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/flat_tails.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>
#include <span>
#include <vector>

namespace reluscope {
namespace {

// Magnitudes of x that are looked at, as powers of 2. A tail that begins further out is none: a
// periodic f' can be small at the outermost x by chance.
constexpr int smallest = -20;
constexpr int largest = 40;
constexpr int stepsAnOctave = 16;

/// Ascending, from -2^largest to 2^largest, with 0 in the middle.
std::vector<double> magnitudes() {
    std::vector<double> positive;
    for (int step = smallest * stepsAnOctave; step <= largest * stepsAnOctave; ++step) {
        positive.push_back(std::exp2(static_cast<double>(step) / stepsAnOctave));
    }
    std::vector<double> all;
    std::transform(positive.rbegin(), positive.rend(), std::back_inserter(all), std::negate{});
    all.push_back(0);
    all.insert(all.end(), positive.begin(), positive.end());
    return all;
}

class TailSearch {
  public:
    TailSearch(const Activation& activation, double share)
        : m_activation(activation)
        , m_threshold(share * activation.supDerivative()) {}

    /// \p x goes from far out towards 0 and beyond it.
    std::optional<FlatTail> tail(std::span<const double> x) const {
        std::vector<double> slope(x.size());
        m_activation.differentiate<double>(x, slope);
        std::vector<unsigned char> isActive(x.size());
        m_activation.markActive<double>(x, isActive);
        std::size_t inner = 0;
        // At a threshold of 0 only the zero set is flat.
        while (inner < x.size() && (isBelow(slope[inner]) || isActive[inner] == 0)) {
            ++inner;
        }
        if (inner < stepsAnOctave || inner == x.size()) {
            return std::nullopt;
        }
        return FlatTail{edgeBetween(x[inner - 1], x[inner]), isZeroSet(x.first(inner))};
    }

  private:
    bool isBelow(double slope) const { return std::abs(slope) < m_threshold; }

    double edgeBetween(double flat, double steep) const {
        const auto [low, high] = std::minmax(flat, steep);
        for (const double kink : m_activation.info->kinks) {
            if (kink >= low && kink <= high) {
                return kink;
            }
        }
        constexpr int bits = 52;
        for (int i = 0; i < bits; ++i) {
            const std::array middle{std::midpoint(flat, steep)};
            std::array<double, 1> slope{};
            m_activation.differentiate<double>(middle, slope);
            (isBelow(slope[0]) ? flat : steep) = middle[0];
        }
        return flat;
    }

    bool isZeroSet(std::span<const double> x) const {
        unsigned char isActive = 0;
        m_activation.markActive<double>(x, std::span(&isActive, 1));
        return isActive == 0;
    }

    const Activation& m_activation;
    double m_threshold;
};

} // namespace

FlatTails flatTails(const Activation& activation, double share) {
    const TailSearch search(activation, share);
    std::vector<double> x = magnitudes();
    const auto lower = search.tail(x);
    std::ranges::reverse(x);
    return {lower, search.tail(x)};
}

} // namespace reluscope
