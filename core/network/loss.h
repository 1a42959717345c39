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
    MeanSquaredError,   ///< mean of (y - t)^2 over examples and outputs; see Targets
    HalfMeanSquaredError,
};

/// What a network is to say of some examples.
struct Targets {
    /// Of a classification: the class of each example. A squared error takes it one-hot, or as 0
    /// or 1 on one output.
    std::span<const std::uint32_t> labels;
    /// Of a regression: the number for each example, on one output. Then there are no labels.
    std::span<const float> values = {};

    std::size_t count() const noexcept { return labels.empty() ? values.size() : labels.size(); }
};

struct LossInfo {
    Loss loss;
    std::string_view id;
};

std::span<const LossInfo> losses() noexcept;
std::string_view lossId(Loss loss) noexcept;

/// What a network learns from its examples.
enum class Task { Classification, Regression };

/// A task as experiment files call it.
struct TaskInfo {
    Task task;
    std::string_view id;
};

std::span<const TaskInfo> tasks() noexcept;
std::string_view taskId(Task task) noexcept;

/// The loss that `auto` stands for: the squared error for a regression; for a classification binary
/// cross-entropy on one output, softmax cross-entropy on more.
Loss automaticLoss(Task task, std::size_t outputs) noexcept;

/// Whether `loss` can train a network with so many outputs for the task.
bool fits(Loss loss, Task task, std::size_t outputs) noexcept;

/// Sums over examples, so that a mean over any number of batches is exact in its weights.
struct Score {
    double lossSum = 0;      ///< of each example's own loss
    std::size_t correct = 0; ///< of a classification
    std::size_t count = 0;

    void add(const Score& other) noexcept;
    double meanLoss() const noexcept { return lossSum / static_cast<double>(count); }
    double accuracy() const noexcept {
        return static_cast<double>(correct) / static_cast<double>(count);
    }
};

/// Scores examples, one for each target, by their logits, example after example, `stride` apart.
template <class Real>
Score score(Loss loss, std::span<const Real> logits, std::size_t stride, std::size_t outputs,
            const Targets& targets);

/// The same, and dLoss/dlogits of the mean over these examples into `gradient`, laid out as
/// `logits` are; places between the outputs and the stride become 0.
template <class Real>
Score scoreWithGradient(Loss loss, std::span<const Real> logits, std::size_t stride,
                        std::size_t outputs, const Targets& targets, std::span<Real> gradient);

/// Which class the logits of one example speak for, as Score::correct takes them.
std::uint32_t predictedClass(Loss loss, std::span<const float> logits);

/// Probabilities of the classes by one example's logits: softmax, or {1 - p, p} for one logit
/// under binary cross-entropy. Under the squared errors the outputs, clamped to [0, 1].
void classProbabilities(Loss loss, std::span<const float> logits, std::span<float> probabilities);

} // namespace reluscope
