// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/nearest_name.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace reluscope {
namespace {

/// The optimal string alignment distance, by three rows of its table.
std::size_t editDistance(std::string_view from, std::string_view to) {
    std::vector<std::size_t> twoAgo;
    std::vector<std::size_t> previous(to.size() + 1);
    std::vector<std::size_t> current(to.size() + 1);
    std::iota(previous.begin(), previous.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
            current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                current[j] = std::min(current[j], twoAgo[j - 2] + 1);
            }
        }
        twoAgo = previous;
        previous.swap(current);
    }
    return previous[to.size()];
}

} // namespace

std::string_view nearestName(std::string_view name, std::span<const std::string_view> known) {
    // The rest of an absurdly long name is as far from every known one.
    const std::string_view start = name.substr(0, 64);
    std::string_view nearest;
    std::size_t fewest = 0;
    for (const std::string_view candidate : known) {
        const std::size_t edits = editDistance(start, candidate);
        if (nearest.empty() || edits < fewest) {
            nearest = candidate;
            fewest = edits;
        }
    }
    return nearest;
}

} // namespace reluscope
