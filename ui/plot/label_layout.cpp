// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/label_layout.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace reluscope::ui {

namespace {

/// Labels that touch each other and therefore move as one.
struct Block {
    double meanTop = 0.0; ///< the top that suits its labels best
    double height = 0.0;
    std::size_t count = 0;

    [[nodiscard]] double topWithin(double top, double bottom) const {
        return std::max(top, std::min(meanTop, bottom - height));
    }
};

/// The two as one block: each label of `lower` wishes for the top of `upper` less its own offset.
Block merged(const Block& upper, const Block& lower) {
    const auto n = static_cast<double>(upper.count);
    const auto m = static_cast<double>(lower.count);
    return {(upper.meanTop * n + (lower.meanTop - upper.height) * m) / (n + m),
            upper.height + lower.height, upper.count + lower.count};
}

} // namespace

void placeLabels(std::span<LabelSlot> labels, double top, double bottom) {
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return labels[a].wanted < labels[b].wanted;
    });

    std::vector<Block> blocks;
    for (const std::size_t index : order) {
        const LabelSlot& label = labels[index];
        blocks.push_back({label.wanted - label.height / 2.0, label.height, 1});
        while (blocks.size() > 1) {
            const Block& upper = blocks[blocks.size() - 2];
            const Block& lower = blocks.back();
            if (upper.topWithin(top, bottom) + upper.height <= lower.topWithin(top, bottom)) {
                break;
            }
            const Block both = merged(upper, lower);
            blocks.pop_back();
            blocks.back() = both;
        }
    }

    auto next = order.cbegin();
    for (const Block& block : blocks) {
        double y = block.topWithin(top, bottom);
        for (std::size_t i = 0; i < block.count; ++i) {
            LabelSlot& label = labels[*next++];
            label.placed = y + label.height / 2.0;
            y += label.height;
        }
    }
}

std::size_t labelsThatFit(std::span<const LabelSlot> labels, double room, double restHeight) {
    constexpr double rounding = 1e-6;
    double taken = 0.0;
    std::size_t besideTheRest = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        taken += labels[i].height;
        if (taken > room + rounding) {
            return besideTheRest;
        }
        if (taken + restHeight <= room + rounding) {
            besideTheRest = i + 1;
        }
    }
    return labels.size();
}

} // namespace reluscope::ui
