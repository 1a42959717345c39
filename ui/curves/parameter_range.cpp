// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/parameter_range.h"

#include "core/activation/activation.h"

#include <algorithm>
#include <array>

namespace reluscope::ui {

namespace {

struct SliderSpan {
    std::string_view id;
    double upper;
};

constexpr std::array spans{
    SliderSpan{"negative_slope", 0.5},
    SliderSpan{"init", 0.5},
    SliderSpan{"alpha", 3},
    SliderSpan{"beta", 5},
};

constexpr double stepsAcross = 50;

} // namespace

ValueRange parameterRange(const ActivationParameter& parameter) {
    const auto* span = std::ranges::find(spans, parameter.id, &SliderSpan::id);
    const double upper = span == spans.end() ? parameter.maximum : span->upper;
    const double lower = std::max(0.0, parameter.minimum);
    return {.minimum = lower,
            .maximum = upper,
            .step = upper / stepsAcross,
            .typedMinimum = parameter.minimum,
            .typedMaximum = parameter.maximum};
}

} // namespace reluscope::ui
