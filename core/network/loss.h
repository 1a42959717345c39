// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace reluscope {

/// What training minimizes: the mean over the batch of one of these, taken from the logits.
enum class Loss {
    CrossEntropy,       ///< softmax cross-entropy, by log-sum-exp
    BinaryCrossEntropy, ///< logistic, on one logit
    MeanSquaredError,   ///< mean of (y - t)^2 over examples and outputs; t is one-hot, or the label
    HalfMeanSquaredError,
};

struct LossInfo {
    Loss loss;
    std::string_view id;
};

std::span<const LossInfo> losses() noexcept;
std::string_view lossId(Loss loss) noexcept;

/// The loss that `auto` stands for: binary cross-entropy for one output, softmax cross-entropy
/// for more.
Loss automaticLoss(std::size_t outputs) noexcept;

/// Whether `loss` can train a classifier with so many outputs.
bool fits(Loss loss, std::size_t outputs) noexcept;

/// Sums over examples, so that a mean over any number of batches is exact in its weights.
struct Score {
    double lossSum = 0; ///< of each example's own loss
    std::size_t correct = 0;
    std::size_t count = 0;

    void add(const Score& other) noexcept;
    double meanLoss() const noexcept { return lossSum / static_cast<double>(count); }
    double accuracy() const noexcept {
        return static_cast<double>(correct) / static_cast<double>(count);
    }
};

/// Scores `labels.size()` examples by their logits, example after example, `stride` apart.
template <class Real>
Score score(Loss loss, std::span<const Real> logits, std::size_t stride, std::size_t outputs,
            std::span<const std::uint32_t> labels);

/// The same, and dLoss/dlogits of the mean over these examples into `gradient`, laid out as
/// `logits` are; places between the outputs and the stride become 0.
template <class Real>
Score scoreWithGradient(Loss loss, std::span<const Real> logits, std::size_t stride,
                        std::size_t outputs, std::span<const std::uint32_t> labels,
                        std::span<Real> gradient);

/// Probabilities of the classes by one example's logits: softmax, or {1 - p, p} for one logit
/// under binary cross-entropy. Under the squared errors the outputs, clamped to [0, 1].
void classProbabilities(Loss loss, std::span<const float> logits, std::span<float> probabilities);

} // namespace reluscope
