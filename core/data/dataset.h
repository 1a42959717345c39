// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/loss.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reluscope {

/// Examples and what is to be said of each: features one example after another, without padding.
struct Examples {
    std::vector<float> features;            ///< count x featureCount
    std::vector<std::uint32_t> labels = {}; ///< of a classification: count, each below classCount
    std::vector<float> values = {};         ///< of a regression: count

    std::size_t count() const noexcept { return labels.empty() ? values.size() : labels.size(); }
    /// Of \p count examples from the one at \p begin.
    Targets targets(std::size_t begin, std::size_t count) const;

    friend bool operator==(const Examples&, const Examples&) = default;
};

/// A data set, split. Immutable once made, and shared by all runs and views.
struct Dataset {
    Task task = Task::Classification;
    std::size_t featureCount = 0;
    std::size_t classCount = 0; ///< 0 for a regression
    std::size_t imageRows = 0;  ///< 0 where the features are no image
    std::size_t imageColumns = 0;
    std::vector<std::string> classNames; ///< classCount names, in English; "0", "1", ... if unnamed
    std::size_t heldBackFrom = 0; ///< examples in a source whose test split was held back; else 0
    Examples train;
    Examples test;

    /// Two classes train one logit, more train one each; a regression has one output.
    std::size_t outputCount() const noexcept { return classCount <= 2 ? 1 : classCount; }
    bool isImages() const noexcept { return imageRows > 0; }

    std::span<const float> example(const Examples& split, std::size_t index) const noexcept {
        return std::span(split.features).subspan(index * featureCount, featureCount);
    }
};

/// "0", "1", ...: the names of classes that have none.
std::vector<std::string> numberedClassNames(std::size_t count);

} // namespace reluscope
