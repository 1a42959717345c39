// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/loss.h"

#include "core/activation/elementary/exponential.h"
#include "core/activation/elementary/logarithm.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace reluscope {
namespace {

using elementary::below0;
using elementary::logarithmRatio;
using elementary::power;

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

/// Which class the outputs speak for. A NaN among them speaks for none.
template <class Real>
bool isLargest(std::span<const Real> logits, std::uint32_t label) {
    const Real own = logits[label];
    for (std::size_t output = 0; output < logits.size(); ++output) {
        const bool ownWins = output < label ? own > logits[output] : own >= logits[output];
        if (!ownWins) {
            return false;
        }
    }
    return true;
}

template <class Real>
struct LossAndSlope {
    double loss; ///< finite as long as the logit's error is
    Real slope;  ///< by the logit
};

/// By the logit z and the class t, 0 or 1.
template <class Real>
LossAndSlope<Real> binaryCrossEntropy(Real z, Real t) {
    const auto e = power(below0(z)).value();
    const auto inverse = 1 / (1 + e);
    const auto probability = z < 0 ? e * inverse : inverse;
    // The sign of the logit against the class decides between log(1 + e) and log(1 + 1/e).
    const bool isWrongSide = (t == 1) == (z < 0);
    return {static_cast<double>((isWrongSide ? std::abs(z) : Real{0}) + e * logarithmRatio(e)),
            static_cast<Real>(probability - t)};
}

/// `factor` times half of (y - t)^2.
template <class Real>
LossAndSlope<Real> squaredError(Real y, Real t, Real factor) {
    const Real error = y - t;
    const auto wide = static_cast<double>(error);
    return {static_cast<double>(factor) / 2 * wide * wide, factor * error};
}

/// Adds up examples with one output. They stand apart from each other, and so are brought together
/// first: `lossOf` is then computed of many at a time.
template <class Real, class LossOf>
Score scoreOneOutput(std::span<const Real> logits, std::size_t stride, const Targets& targets,
                     Real threshold, std::span<Real> gradient, LossOf lossOf) {
    // Always as many at a time, so that no loop has a remainder that is taken one by one.
    constexpr std::size_t chunk = 16;
    const bool hasLabels = !targets.labels.empty();
    const std::size_t count = targets.count();
    const Real weight = Real{1} / static_cast<Real>(count);
    Score total{.count = count};
    std::ranges::fill(gradient, Real{0});
    for (std::size_t begin = 0; begin < count; begin += chunk) {
        std::array<Real, chunk> y{};
        std::array<Real, chunk> t{};
        std::array<Real, chunk> slope{};
        std::array<double, chunk> loss{};
        const std::size_t size = std::min(chunk, count - begin);
        for (std::size_t i = 0; i < size; ++i) {
            y[i] = logits[(begin + i) * stride];
            t[i] = hasLabels ? static_cast<Real>(targets.labels[begin + i])
                             : static_cast<Real>(targets.values[begin + i]);
        }
        for (std::size_t i = 0; i < chunk; ++i) {
            const LossAndSlope<Real> own = lossOf(y[i], t[i]);
            loss[i] = own.loss;
            slope[i] = weight * own.slope;
        }
        for (std::size_t i = 0; i < size; ++i) {
            total.lossSum += loss[i];
            const bool isCorrect = t[i] == 1 ? y[i] > threshold : y[i] <= threshold;
            total.correct += hasLabels && isCorrect ? 1U : 0U;
        }
        if (!gradient.empty()) {
            for (std::size_t i = 0; i < size; ++i) {
                gradient[(begin + i) * stride] = slope[i];
            }
        }
    }
    return total;
}

/// One example's softmax cross-entropy, and its gradient by the logits, times `weight`, unless that
/// is empty.
template <class Real>
double crossEntropy(std::span<const Real> logits, std::uint32_t label, Real weight,
                    std::span<Real> gradient) {
    constexpr std::size_t chunk = 16;
    const Real largest = *std::ranges::max_element(logits);
    Real sum = 0;
    for (std::size_t begin = 0; begin < logits.size(); begin += chunk) {
        // The same number of steps for any count, so that they are taken together.
        std::array<Real, chunk> e{};
        const std::size_t size = std::min(chunk, logits.size() - begin);
        std::ranges::copy(logits.subspan(begin, size), e.begin());
        for (Real& value : e) {
            value = static_cast<Real>(power(below0(value - largest)).value());
        }
        for (std::size_t i = 0; i < size; ++i) {
            sum += e[i];
        }
        if (!gradient.empty()) {
            std::copy_n(e.begin(), size, gradient.begin() + static_cast<std::ptrdiff_t>(begin));
        }
    }
    if (!gradient.empty()) {
        const Real scale = weight / sum;
        for (Real& slope : gradient) {
            slope *= scale;
        }
        gradient[label] -= weight;
    }
    return static_cast<double>(std::log(sum) + (largest - logits[label]));
}

/// One example's `factor` times half the mean of (y - t)^2, t being one-hot.
template <class Real>
double squaredError(std::span<const Real> y, std::uint32_t label, Real factor, Real weight,
                    std::span<Real> gradient) {
    const auto outputs = static_cast<Real>(y.size());
    double sum = 0;
    for (std::size_t output = 0; output < y.size(); ++output) {
        const auto own = squaredError(y[output], static_cast<Real>(label == output), factor);
        sum += own.loss;
        if (!gradient.empty()) {
            gradient[output] = weight * own.slope / outputs;
        }
    }
    return sum / static_cast<double>(outputs);
}

/// Adds up examples with several outputs, with their gradients unless that is empty.
template <class Real, class LossOf>
Score scoreOutputs(std::span<const Real> logits, std::size_t stride, std::size_t outputs,
                   const Targets& targets, std::span<Real> gradient, LossOf lossOf) {
    const Real weight = Real{1} / static_cast<Real>(targets.count());
    Score total{.count = targets.count()};
    std::ranges::fill(gradient, Real{0});
    for (std::size_t i = 0; i < targets.count(); ++i) {
        const auto own = logits.subspan(i * stride, outputs);
        const std::uint32_t label = targets.labels[i];
        total.lossSum +=
            lossOf(own, label, weight,
                   gradient.empty() ? gradient : gradient.subspan(i * stride, outputs));
        total.correct += isLargest(own, label) ? 1U : 0U;
    }
    return total;
}

template <class Real>
Score scoreAll(Loss loss, std::span<const Real> logits, std::size_t stride, std::size_t outputs,
               const Targets& targets, std::span<Real> gradient) {
    const Real factor = loss == Loss::MeanSquaredError ? Real(2) : Real(1);
    if (outputs == 1) {
        if (isSquaredError(loss)) {
            return scoreOneOutput(logits, stride, targets, Real(0.5), gradient,
                                  [=](Real y, Real t) { return squaredError(y, t, factor); });
        }
        return scoreOneOutput(logits, stride, targets, Real(0), gradient,
                              [](Real z, Real t) { return binaryCrossEntropy(z, t); });
    }
    if (isSquaredError(loss)) {
        return scoreOutputs(
            logits, stride, outputs, targets, gradient,
            [=](std::span<const Real> y, std::uint32_t label, Real weight, std::span<Real> slopes) {
                return squaredError(y, label, factor, weight, slopes);
            });
    }
    return scoreOutputs(
        logits, stride, outputs, targets, gradient,
        [](std::span<const Real> z, std::uint32_t label, Real weight, std::span<Real> slopes) {
            return crossEntropy(z, label, weight, slopes);
        });
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

std::uint32_t predictedClass(Loss loss, std::span<const float> logits) {
    if (logits.size() == 1) {
        return logits[0] > (isSquaredError(loss) ? 0.5F : 0.0F) ? 1 : 0;
    }
    return static_cast<std::uint32_t>(std::ranges::max_element(logits) - logits.begin());
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
