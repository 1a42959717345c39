// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace reluscope {

/// The sharpness of a run at the end of an epoch (core/diagnosis/sharpness.h).
struct SharpnessPoint {
    std::size_t run = 0;
    std::size_t epoch = 0;
    double value = 0;
    OptimizerSpec optimizer;   ///< of the step that follows, its learning rate by the schedule
    std::size_t batchSize = 0; ///< of the same
    bool isJoined = false;     ///< somebody has looked ever since the point before
};

/// Above which sharpness gradient descent with full batches leaves a quadratic bowl: 2 / rate, with
/// momentum β (2 + 2β) / rate, with Nesterov's that by 1 + 2β (Cohen et al. 2021, equation 1);
/// weight decay takes its share. Nothing for methods that scale each step by gradients before.
std::optional<double> stableSharpness(const OptimizerSpec& optimizer);

// Products with the Hessian take time by the first, second derivatives of activations by the second
// (some take microseconds), and directions room by the third.
inline constexpr std::size_t mostWatchedWork = 200'000;  ///< parameters x examples
inline constexpr std::size_t mostWatchedValues = 16'000; ///< hidden units x examples
inline constexpr std::size_t mostWatchedParameters = 10'000;

/// Whether a network is small enough, for the examples that it learns, to find its sharpness while
/// it trains: once a last direction is known, that should take 50 ms at most.
bool canWatchSharpness(const Architecture& architecture, std::size_t examples);

/// Measures the sharpness of a trainer's runs at ends of epochs while somebody looks, a few times a
/// second and in one twentieth of the time at most.
class SharpnessWatch {
  public:
    explicit SharpnessWatch(Trainer::Clock clock)
        : m_clock(clock) {}

    /// Other networks are trained from now on.
    void startOver();
    void setWatched(bool isWatched);
    /// What was measured last may be out of date, though the epoch is the same.
    void expectChange() { m_epoch.reset(); }

    /// Whether there is something to measure now; while networks stand, without regard to time.
    bool isDue(const Trainer& trainer, bool isTraining) const;
    /// Points of the runs that are small enough and get trained; fewer if stopped.
    std::vector<SharpnessPoint> measure(const Trainer& trainer, const std::stop_token& stop);

  private:
    Trainer::Clock m_clock;
    bool m_isWatched = false;
    bool m_isJoined = false;
    std::optional<std::size_t> m_epoch; ///< that was measured last
    std::chrono::nanoseconds m_due{0};
    std::vector<std::vector<double>> m_directions; ///< per run, where the next search begins
};

} // namespace reluscope
