// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/curves.h"

#include "core/data/split.h"
#include "core/random/counter_generator.h"
#include "core/random/transforms.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace reluscope {
namespace {

double absoluteValue(double x, std::size_t) {
    return std::abs(x);
}

/// Two whole waves.
double sineWave(double x, std::size_t) {
    return unitVector(x).sine;
}

double unitStep(double x, std::size_t) {
    return x < 0 ? 0 : 1;
}

/// T_n by T_n+1 = 2 x T_n - T_n-1: as many turning points as the degree says, less one, all between
/// -1 and 1.
double chebyshev(double x, std::size_t degree) {
    double before = 1;
    double current = x;
    for (std::size_t n = 1; n < degree; ++n) {
        const double next = 2 * x * current - before;
        before = current;
        current = next;
    }
    return degree == 0 ? before : current;
}

constexpr CurveSource table[] = {
    {"abs", "Absolute value", absoluteValue, false},
    {"sine", "Sine", sineWave, false},
    {"step", "Step", unitStep, false},
    {"chebyshev", "Chebyshev", chebyshev, true},
};

Examples generateSplit(const CurveSource& source, const DataSpec& spec, Split split,
                       std::size_t count) {
    const auto place = static_cast<std::uint32_t>(split);
    Examples examples;
    examples.features.reserve(count);
    examples.values.reserve(count);
    for (std::uint32_t index = 0; index < count; ++index) {
        const double x = 2 * uniformDraw(spec.seed, Draw::Point, place, index, 0) - 1;
        const double noise =
            spec.noise * normalQuantile(uniformDraw(spec.seed, Draw::Noise, place, index, 0));
        examples.features.push_back(static_cast<float>(x));
        examples.values.push_back(static_cast<float>(source.function(x, spec.degree) + noise));
    }
    return examples;
}

} // namespace

std::span<const CurveSource> curveSources() noexcept {
    return table;
}

const CurveSource* findCurveSource(std::string_view id) noexcept {
    const auto* row = std::ranges::find(table, id, &CurveSource::id);
    return row == std::end(table) ? nullptr : row;
}

Dataset generateCurve(const CurveSource& source, const DataSpec& spec) {
    Dataset dataset;
    dataset.task = Task::Regression;
    dataset.featureCount = 1;
    generateSplits(dataset, spec, [&](Split split, std::size_t count) {
        return generateSplit(source, spec, split, count);
    });
    return dataset;
}

} // namespace reluscope
