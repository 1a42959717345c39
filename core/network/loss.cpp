// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/loss.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace reluscope {
namespace {

constexpr std::array<LossInfo, 4> table{{
    {Loss::CrossEntropy, "cross_entropy"},
    {Loss::BinaryCrossEntropy, "binary_cross_entropy"},
    {Loss::MeanSquaredError, "mse"},
    {Loss::HalfMeanSquaredError, "half_mse"},
}};

constexpr std::array<TaskInfo, 2> taskTable{{
    {Task::Classification, "classification"},
    {Task::Regression, "regression"},
}};

bool isSquaredError(Loss loss) {
    return loss == Loss::MeanSquaredError || loss == Loss::HalfMeanSquaredError;
}

/// 1 for the output of the class, or for the class itself on one output; else 0.
template <class Real>
Real oneHot(std::uint32_t label, std::size_t output, std::size_t outputs) {
    return static_cast<Real>(outputs == 1 ? label : static_cast<std::uint32_t>(label == output));
}

/// Which class the outputs speak for. A NaN among them speaks for none.
template <class Real>
bool isCorrect(Loss loss, std::span<const Real> logits, std::uint32_t label) {
    if (logits.size() == 1) {
        const Real threshold = isSquaredError(loss) ? Real(0.5) : Real(0);
        return label == 1 ? logits[0] > threshold : logits[0] <= threshold;
    }
    const Real own = logits[label];
    for (std::size_t output = 0; output < logits.size(); ++output) {
        const bool ownWins = output < label ? own > logits[output] : own >= logits[output];
        if (!ownWins) {
            return false;
        }
    }
    return true;
}

/// One example's softmax cross-entropy, and its gradient by the logits, times `weight`, unless that
/// is empty.
template <class Real>
double crossEntropy(std::span<const Real> logits, std::uint32_t label, Real weight,
                    std::span<Real> gradient) {
    const Real largest = *std::ranges::max_element(logits);
    Real sum = 0;
    for (const Real logit : logits) {
        sum += std::exp(logit - largest);
    }
    for (std::size_t output = 0; output < gradient.size(); ++output) {
        gradient[output] = weight * (std::exp(logits[output] - largest) / sum -
                                     oneHot<Real>(label, output, logits.size()));
    }
    return static_cast<double>(std::log(sum) + (largest - logits[label]));
}

template <class Real>
double binaryCrossEntropy(Real logit, std::uint32_t label, Real weight, std::span<Real> gradient) {
    const Real e = std::exp(-std::abs(logit));
    if (!gradient.empty()) {
        const Real probability = (logit < 0 ? e : Real{1}) / (1 + e);
        gradient[0] = weight * (probability - static_cast<Real>(label));
    }
    // The sign of the logit against the label decides between log(1 + e) and log(1 + 1/e).
    const bool isWrongSide = (label == 1) == (logit < 0);
    return static_cast<double>((isWrongSide ? std::abs(logit) : Real{0}) + std::log1p(e));
}

/// The same of `factor` times half the mean of (y - t)^2.
template <class Real, class Target>
double squaredError(std::span<const Real> y, Target target, Real factor, Real weight,
                    std::span<Real> gradient) {
    double sum = 0;
    for (std::size_t output = 0; output < y.size(); ++output) {
        const Real error = y[output] - target(output);
        sum += static_cast<double>(error) * static_cast<double>(error);
        if (!gradient.empty()) {
            gradient[output] = weight * factor * error / static_cast<Real>(y.size());
        }
    }
    return sum * static_cast<double>(factor) / 2 / static_cast<double>(y.size());
}

template <class Real>
double exampleLoss(Loss loss, std::span<const Real> logits, const Targets& targets, std::size_t i,
                   Real weight, std::span<Real> gradient) {
    switch (loss) {
    case Loss::CrossEntropy:
        return crossEntropy(logits, targets.labels[i], weight, gradient);
    case Loss::BinaryCrossEntropy:
        return binaryCrossEntropy(logits[0], targets.labels[i], weight, gradient);
    case Loss::MeanSquaredError:
    case Loss::HalfMeanSquaredError:
        break;
    }
    const Real factor = loss == Loss::MeanSquaredError ? Real(2) : Real(1);
    const auto target = [&](std::size_t output) {
        return targets.labels.empty() ? static_cast<Real>(targets.values[i])
                                      : oneHot<Real>(targets.labels[i], output, logits.size());
    };
    return squaredError(logits, target, factor, weight, gradient);
}

/// Adds up examples, with their gradients unless that is empty.
template <class Real>
Score scoreAll(Loss loss, std::span<const Real> logits, std::size_t stride, std::size_t outputs,
               const Targets& targets, std::span<Real> gradient) {
    const std::size_t count = targets.count();
    const Real weight = Real{1} / static_cast<Real>(count);
    Score total{.count = count};
    for (std::size_t i = 0; i < count; ++i) {
        const auto own = logits.subspan(i * stride, outputs);
        std::span<Real> ownGradient;
        if (!gradient.empty()) {
            const auto row = gradient.subspan(i * stride, stride);
            std::ranges::fill(row.subspan(outputs), Real{0});
            ownGradient = row.first(outputs);
        }
        total.lossSum += exampleLoss(loss, own, targets, i, weight, ownGradient);
        if (!targets.labels.empty()) {
            total.correct += isCorrect(loss, own, targets.labels[i]) ? 1U : 0U;
        }
    }
    return total;
}

} // namespace

std::span<const LossInfo> losses() noexcept {
    return table;
}

std::string_view lossId(Loss loss) noexcept {
    return std::ranges::find(table, loss, &LossInfo::loss)->id;
}

std::span<const TaskInfo> tasks() noexcept {
    return taskTable;
}

std::string_view taskId(Task task) noexcept {
    return std::ranges::find(taskTable, task, &TaskInfo::task)->id;
}

Loss automaticLoss(Task task, std::size_t outputs) noexcept {
    if (task == Task::Regression) {
        return Loss::MeanSquaredError;
    }
    return outputs == 1 ? Loss::BinaryCrossEntropy : Loss::CrossEntropy;
}

bool fits(Loss loss, Task task, std::size_t outputs) noexcept {
    return isSquaredError(loss) || loss == automaticLoss(task, outputs);
}

void Score::add(const Score& other) noexcept {
    lossSum += other.lossSum;
    correct += other.correct;
    count += other.count;
}

template <class Real>
Score score(Loss loss, std::span<const Real> logits, std::size_t stride, std::size_t outputs,
            const Targets& targets) {
    return scoreAll<Real>(loss, logits, stride, outputs, targets, {});
}

template <class Real>
Score scoreWithGradient(Loss loss, std::span<const Real> logits, std::size_t stride,
                        std::size_t outputs, const Targets& targets, std::span<Real> gradient) {
    return scoreAll(loss, logits, stride, outputs, targets, gradient);
}

void classProbabilities(Loss loss, std::span<const float> logits, std::span<float> probabilities) {
    if (logits.size() == 1) {
        const float p = isSquaredError(loss) ? std::clamp(logits[0], 0.0F, 1.0F)
                                             : 1.0F / (1.0F + std::exp(-logits[0]));
        probabilities[0] = 1.0F - p;
        probabilities[1] = p;
        return;
    }
    if (isSquaredError(loss)) {
        std::ranges::transform(logits, probabilities.begin(),
                               [](float y) { return std::clamp(y, 0.0F, 1.0F); });
        return;
    }
    const float largest = *std::ranges::max_element(logits);
    float sum = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        probabilities[i] = std::exp(logits[i] - largest);
        sum += probabilities[i];
    }
    for (float& probability : probabilities) {
        probability /= sum;
    }
}

template Score score(Loss, std::span<const float>, std::size_t, std::size_t, const Targets&);
template Score score(Loss, std::span<const double>, std::size_t, std::size_t, const Targets&);
template Score scoreWithGradient(Loss, std::span<const float>, std::size_t, std::size_t,
                                 const Targets&, std::span<float>);
template Score scoreWithGradient(Loss, std::span<const double>, std::size_t, std::size_t,
                                 const Targets&, std::span<double>);

} // namespace reluscope
