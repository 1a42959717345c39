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

bool isSquaredError(Loss loss) {
    return loss == Loss::MeanSquaredError || loss == Loss::HalfMeanSquaredError;
}

/// What a squared error compares an output with: one-hot, or the label itself on one output.
template <class Real>
Real target(std::uint32_t label, std::size_t output, std::size_t outputs) {
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

/// One example's loss, and its gradient by the logits, times `weight`, unless that is empty.
template <class Real>
double exampleLoss(Loss loss, std::span<const Real> logits, std::uint32_t label, Real weight,
                   std::span<Real> gradient) {
    const std::size_t outputs = logits.size();
    switch (loss) {
    case Loss::CrossEntropy: {
        const Real largest = *std::ranges::max_element(logits);
        Real sum = 0;
        for (const Real logit : logits) {
            sum += std::exp(logit - largest);
        }
        for (std::size_t output = 0; output < gradient.size(); ++output) {
            gradient[output] = weight * (std::exp(logits[output] - largest) / sum -
                                         target<Real>(label, output, outputs));
        }
        return static_cast<double>(std::log(sum) + (largest - logits[label]));
    }
    case Loss::BinaryCrossEntropy: {
        const Real logit = logits[0];
        const Real e = std::exp(-std::abs(logit));
        if (!gradient.empty()) {
            const Real probability = (logit < 0 ? e : Real{1}) / (1 + e);
            gradient[0] = weight * (probability - static_cast<Real>(label));
        }
        // The sign of the logit against the label decides between log(1 + e) and log(1 + 1/e).
        const bool isWrongSide = (label == 1) == (logit < 0);
        return static_cast<double>((isWrongSide ? std::abs(logit) : Real{0}) + std::log1p(e));
    }
    case Loss::MeanSquaredError:
    case Loss::HalfMeanSquaredError: {
        const Real factor = loss == Loss::MeanSquaredError ? Real(2) : Real(1);
        double sum = 0;
        for (std::size_t output = 0; output < outputs; ++output) {
            const Real error = logits[output] - target<Real>(label, output, outputs);
            sum += static_cast<double>(error) * static_cast<double>(error);
            if (!gradient.empty()) {
                gradient[output] = weight * factor * error / static_cast<Real>(outputs);
            }
        }
        return sum * static_cast<double>(factor) / 2 / static_cast<double>(outputs);
    }
    }
    return 0;
}

} // namespace

std::span<const LossInfo> losses() noexcept {
    return table;
}

std::string_view lossId(Loss loss) noexcept {
    return std::ranges::find(table, loss, &LossInfo::loss)->id;
}

Loss automaticLoss(std::size_t outputs) noexcept {
    return outputs == 1 ? Loss::BinaryCrossEntropy : Loss::CrossEntropy;
}

bool fits(Loss loss, std::size_t outputs) noexcept {
    return isSquaredError(loss) || loss == automaticLoss(outputs);
}

void Score::add(const Score& other) noexcept {
    lossSum += other.lossSum;
    correct += other.correct;
    count += other.count;
}

template <class Real>
Score score(Loss loss, std::span<const Real> logits, std::size_t stride, std::size_t outputs,
            std::span<const std::uint32_t> labels) {
    Score total{.count = labels.size()};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto own = logits.subspan(i * stride, outputs);
        total.lossSum += exampleLoss<Real>(loss, own, labels[i], Real{0}, {});
        total.correct += isCorrect(loss, own, labels[i]) ? 1U : 0U;
    }
    return total;
}

template <class Real>
Score scoreWithGradient(Loss loss, std::span<const Real> logits, std::size_t stride,
                        std::size_t outputs, std::span<const std::uint32_t> labels,
                        std::span<Real> gradient) {
    const Real weight = Real{1} / static_cast<Real>(labels.size());
    Score total{.count = labels.size()};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto own = logits.subspan(i * stride, outputs);
        const auto ownGradient = gradient.subspan(i * stride, stride);
        total.lossSum +=
            exampleLoss<Real>(loss, own, labels[i], weight, ownGradient.first(outputs));
        std::ranges::fill(ownGradient.subspan(outputs), Real{0});
        total.correct += isCorrect(loss, own, labels[i]) ? 1U : 0U;
    }
    return total;
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

template Score score(Loss, std::span<const float>, std::size_t, std::size_t,
                     std::span<const std::uint32_t>);
template Score score(Loss, std::span<const double>, std::size_t, std::size_t,
                     std::span<const std::uint32_t>);
template Score scoreWithGradient(Loss, std::span<const float>, std::size_t, std::size_t,
                                 std::span<const std::uint32_t>, std::span<float>);
template Score scoreWithGradient(Loss, std::span<const double>, std::size_t, std::size_t,
                                 std::span<const std::uint32_t>, std::span<double>);

} // namespace reluscope
