// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace reluscope {

/// How the learning rate of a range test grows, and when it is enough.
struct RangeTestSpec {
    double from = 1e-4;
    double to = 30;          ///< of the last step
    std::size_t steps = 200; ///< at least 2, a batch each
    double stopAt = 4;       ///< times the best smoothed loss

    friend bool operator==(const RangeTestSpec&, const RangeTestSpec&) = default;
};

/// One step: the loss of its batch before the update, and the exponential average of those up to
/// it, with weights 0.98^age, corrected for its beginning (Kingma & Ba 2015; fastai).
struct RangeTestPoint {
    double learningRate;
    double loss;
    double smoothedLoss;

    friend bool operator==(const RangeTestPoint&, const RangeTestPoint&) = default;
};

enum class RangeTestEnd {
    AllSteps,
    LossGrew,  ///< beyond RangeTestSpec::stopAt
    NotFinite, ///< the loss of the step after the last point was not
    Stopped,   ///< by the caller
};

struct RangeTest {
    std::vector<RangeTestPoint> points;
    RangeTestEnd end = RangeTestEnd::AllSteps;
};

/// Learning rates to train with, by the smoothed losses of a range test. As fastai does, all three
/// pass over its first tenth, where the average is of few batches, and over its last five points,
/// where the loss is leaving. Unset where too little is left, or where the loss never falls.
struct RangeTestSuggestions {
    /// Where the loss falls fastest over the logarithm of the rate, on its way to the smallest one
    /// (Gugger 2018, "How do you find a good learning rate"); behind that, losses that have burst
    /// may fall faster still.
    std::optional<double> steepest;
    /// A tenth of the rate with the smallest loss (ibid.).
    std::optional<double> minimumTenth;
    /// The middle of the longest valley: of the longest decreasing subsequence of losses, taken to
    /// stand side by side before its end (fastai 2.4, `valley`).
    std::optional<double> valley;

    friend bool operator==(const RangeTestSuggestions&, const RangeTestSuggestions&) = default;
};

/// Smith 2017 ("Cyclical learning rates for training neural networks"): trains one run on the
/// batches and from the weights that training would take, at a rate that grows exponentially. It
/// does so on a network of its own: no other is touched. \p report gets every point at once. What
/// was changed by hand while the experiment trained is left out, and so is its schedule.
/// \throws InputError if the experiment does not suit the data, or needs more than \p memoryLimit
/// bytes.
RangeTest testRange(const Experiment& experiment, std::size_t run, const Dataset& data,
                    const RangeTestSpec& spec, double memoryLimit,
                    const std::function<void(const RangeTestPoint&)>& report = {},
                    const std::stop_token& stop = {});

/// \p steps are those that the test was to take.
RangeTestSuggestions suggestRates(std::span<const RangeTestPoint> points, std::size_t steps);

} // namespace reluscope
