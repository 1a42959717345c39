// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/normal_samples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>
#include <span>

namespace reluscope {
namespace {

/// A node of the rule of 15 points on [−1, 1] by Kronrod that contains the one of 7 by Gauss.
struct Node {
    double place;
    double weight;
    double gaussWeight; ///< 0 for a node that only Kronrod has
};

/// QUADPACK's qk15 (Piessens et al. 1983).
constexpr std::array<Node, 15> rule{{
    {-0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0},
    {-0.949107912342758524526189684047851, 0.063092092629978553290700663189204,
     0.129484966168869693270611432679082},
    {-0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0},
    {-0.741531185599394439863864773280788, 0.140653259715525918745189590510238,
     0.279705391489276667901467771423780},
    {-0.586087235467691130294144838258730, 0.169004726639267902826583426598550, 0},
    {-0.405845151377397166906606412076961, 0.190350578064785409913256402421014,
     0.381830050505118944950369775488975},
    {-0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0},
    {0, 0.209482141084727828012999174891714, 0.417959183673469387755102040816327},
    {0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0},
    {0.405845151377397166906606412076961, 0.190350578064785409913256402421014,
     0.381830050505118944950369775488975},
    {0.586087235467691130294144838258730, 0.169004726639267902826583426598550, 0},
    {0.741531185599394439863864773280788, 0.140653259715525918745189590510238,
     0.279705391489276667901467771423780},
    {0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0},
    {0.949107912342758524526189684047851, 0.063092092629978553290700663189204,
     0.129484966168869693270611432679082},
    {0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0},
}};

/// A stretch of t = (z − mean) / deviation.
struct Panel {
    double from;
    double to;
};

/// Beyond it the normal density is 0 in double.
constexpr double farthest = 38.6;

/// Few panels far out: most functions need none there, and for the others they are halved.
constexpr std::array outward{1.5, 3.0, 4.5, 6.0, 8.0, 12.0, 18.0, 27.0, farthest};

/// Around 0, where all functions bend, panels grow from a stretch in which some node meets even the
/// sharpest bend, of a thousandth, so that none is overlooked however wide the input is.
constexpr double shortest = 0x1p-8;
constexpr double growth = 16;

/// The rule of 7 points may be off by so much of the whole in a panel; that of 15, which counts, is
/// then off by far less.
constexpr double tolerance = 1e-11;

/// So often a panel is halved at most, and so many are followed: a sine has waves without end.
constexpr int deepest = 40;
constexpr std::size_t mostPanels = 1 << 14;

/// What is sampled between two looks at whether to stop: about a millisecond of a sine.
constexpr std::size_t panelsAtOnce = 128;

std::vector<Panel> firstPanels(const Activation& activation, const NormalInput& input) {
    std::vector<double> edges{0};
    for (const double t : outward) {
        edges.push_back(t);
        edges.push_back(-t);
    }
    const auto addPlace = [&](double z) {
        const double t = (z - input.mean) / input.deviation;
        if (std::abs(t) < farthest) {
            edges.push_back(t);
        }
    };
    addPlace(0);
    std::ranges::for_each(activation.info->kinks, addPlace);
    const double reach = std::abs(input.mean) + farthest * input.deviation;
    double z = shortest;
    while (z < reach) {
        addPlace(z);
        addPlace(-z);
        z *= growth;
    }
    std::ranges::sort(edges);
    std::vector<Panel> panels;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        if (edges[i] < edges[i + 1]) {
            panels.push_back({edges[i], edges[i + 1]});
        }
    }
    return panels;
}

NormalSamples sample(const Activation& activation, const NormalInput& input, SampledTerms terms,
                     std::span<const Panel> panels) {
    constexpr double density0 = std::numbers::inv_sqrtpi / std::numbers::sqrt2;
    NormalSamples made;
    made.z.reserve(panels.size() * rule.size());
    made.weight.reserve(made.z.capacity());
    for (const auto& [from, to] : panels) {
        const double half = (to - from) / 2;
        for (const Node& node : rule) {
            const double t = std::midpoint(from, to) + half * node.place;
            made.z.push_back(input.mean + input.deviation * t);
            made.weight.push_back(half * node.weight * density0 * std::exp(-t * t / 2));
        }
    }
    made.f.resize(made.z.size());
    made.slope.resize(made.z.size());
    activation.apply<double>(made.z, made.f);
    if (terms == SampledTerms::ValuesAndSlopes) {
        activation.differentiate<double>(made.z, made.slope);
    }
    return made;
}

/// What is integrated.
using Terms = std::array<double, 3>;

Terms termsAt(const NormalSamples& samples, std::size_t i) {
    const double f = samples.f[i];
    const double slope = samples.slope[i];
    return {samples.weight[i] * f, samples.weight[i] * f * f, samples.weight[i] * slope * slope};
}

Terms sizesOf(const NormalSamples& samples) {
    Terms sizes{};
    for (std::size_t i = 0; i < samples.z.size(); ++i) {
        const Terms terms = termsAt(samples, i);
        for (std::size_t term = 0; term < terms.size(); ++term) {
            sizes[term] += std::abs(terms[term]);
        }
    }
    return sizes;
}

/// Whether both rules agree on the panel whose samples begin at \p first.
bool isResolved(const NormalSamples& samples, std::size_t first, const Terms& sizes) {
    Terms differences{};
    for (std::size_t i = 0; i < rule.size(); ++i) {
        const Terms terms = termsAt(samples, first + i);
        const double difference = 1 - rule[i].gaussWeight / rule[i].weight;
        for (std::size_t term = 0; term < terms.size(); ++term) {
            differences[term] += difference * terms[term];
        }
    }
    for (std::size_t term = 0; term < sizes.size(); ++term) {
        if (std::abs(differences[term]) > tolerance * sizes[term]) {
            return false;
        }
    }
    return true;
}

/// Appends the samples of the panel that begins at \p first.
void append(NormalSamples& all, const NormalSamples& from, std::size_t first) {
    for (const auto part :
         {&NormalSamples::z, &NormalSamples::weight, &NormalSamples::f, &NormalSamples::slope}) {
        const std::span panel = std::span(from.*part).subspan(first, rule.size());
        (all.*part).insert((all.*part).end(), panel.begin(), panel.end());
    }
}

/// Panels come in the order in which they were resolved.
NormalSamples sortedByZ(const NormalSamples& samples) {
    std::vector<std::size_t> firsts;
    for (std::size_t first = 0; first < samples.z.size(); first += rule.size()) {
        firsts.push_back(first);
    }
    std::ranges::sort(firsts, {}, [&](std::size_t first) { return samples.z[first]; });
    NormalSamples sorted;
    for (const std::size_t first : firsts) {
        append(sorted, samples, first);
    }
    return sorted;
}

} // namespace

NormalSamples sampleUnder(const Activation& activation, const NormalInput& input,
                          SampledTerms terms, const std::stop_token& stop) {
    NormalSamples resolved;
    std::vector<Panel> panels = firstPanels(activation, input);
    Terms sizes{};
    for (int depth = 0; !panels.empty(); ++depth) {
        const bool isLast = depth == deepest || panels.size() > mostPanels;
        std::vector<Panel> halves;
        // All of the first ones say how large the terms are.
        const std::size_t atOnce = depth == 0 ? panels.size() : panelsAtOnce;
        for (std::size_t begin = 0; begin < panels.size(); begin += atOnce) {
            if (stop.stop_requested()) {
                return {};
            }
            const auto some =
                std::span(panels).subspan(begin, std::min(atOnce, panels.size() - begin));
            const NormalSamples made = sample(activation, input, terms, some);
            if (depth == 0) {
                sizes = sizesOf(made);
            }
            for (std::size_t panel = 0; panel < some.size(); ++panel) {
                const std::size_t first = panel * rule.size();
                if (isLast || isResolved(made, first, sizes)) {
                    append(resolved, made, first);
                } else {
                    const auto [from, to] = some[panel];
                    const double middle = std::midpoint(from, to);
                    halves.push_back({from, middle});
                    halves.push_back({middle, to});
                }
            }
        }
        panels = std::move(halves);
    }
    return sortedByZ(resolved);
}

} // namespace reluscope
