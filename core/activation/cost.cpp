// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/cost.h"

#include "core/cpu/aligned_vector.h"

#include <algorithm>
#include <array>
#include <limits>
#include <random>
#include <span>

namespace reluscope {
namespace {

/// Without any order that a CPU could predict branches by.
void fillAtRandom(std::span<float> z) {
    constexpr float widest = 5;
    std::minstd_rand generator;
    const float middle = static_cast<float>(std::minstd_rand::max()) / 2;
    for (float& x : z) {
        x = widest * (static_cast<float>(generator()) / middle - 1);
    }
}

using Pass = void (*)(const Activation& activation, std::span<const float> z, std::span<float> out);

constexpr std::array<Pass, 3> passes{
    [](const Activation& activation, std::span<const float> z, std::span<float> out) {
        activation.apply(z, out);
    },
    [](const Activation& activation, std::span<const float> z, std::span<float> out) {
        activation.differentiate(z, out);
    },
    // What any of the loops costs at least. memmove() takes longer than they do on some CPUs.
    [](const Activation&, std::span<const float> z, std::span<float> out) {
        static const Activation identity(*findActivation("identity"));
        identity.apply(z, out);
    },
};

} // namespace

std::optional<ActivationCost> measureCost(const Activation& activation,
                                          const CostMeasurement& measurement,
                                          const std::stop_token& stop) {
    // Fewer elements are passed over several times, so that reading the clock does not show.
    const std::size_t times =
        std::max<std::size_t>(CostMeasurement::usualElements / measurement.elements, 1);
    AlignedVector<float> z(measurement.elements);
    AlignedVector<float> out(measurement.elements);
    fillAtRandom(z);

    std::array<std::chrono::nanoseconds, passes.size()> shortest{};
    shortest.fill(std::chrono::nanoseconds::max());
    const auto end = measurement.clock() + measurement.budget;
    do {
        for (std::size_t i = 0; i < passes.size(); ++i) {
            const auto begin = measurement.clock();
            for (std::size_t time = 0; time < times; ++time) {
                passes[i](activation, z, out);
            }
            shortest[i] = std::min(shortest[i], measurement.clock() - begin);
        }
        if (stop.stop_requested()) {
            return std::nullopt;
        }
    } while (measurement.clock() < end);

    const auto perElement = [&](std::chrono::nanoseconds time) {
        return static_cast<double>(time.count()) / static_cast<double>(times) /
               static_cast<double>(measurement.elements);
    };
    return ActivationCost{.value = perElement(shortest[0]),
                          .derivative = perElement(shortest[1]),
                          .copy = perElement(shortest[2])};
}

} // namespace reluscope
