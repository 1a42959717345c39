// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated.h"

#include "core/data/generated_points.h"
#include "core/data/split.h"
#include "core/random/counter_generator.h"
#include "core/random/transforms.h"

#include <algorithm>
#include <iterator>

namespace reluscope {
namespace {

constexpr GeneratedSource table[] = {
    {"circles", "Circles", circlesPoint},
    {"gaussians", "Gaussians", gaussiansPoint},
    {"xor", "XOR", xorPoint},
    {"spiral", "Spiral", spiralPoint},
    {"moons", "Moons", moonsPoint},
    {"checkerboard", "Checkerboard", checkerboardPoint},
};

Examples generateSplit(const GeneratedSource& source, const DataSpec& spec, Split split,
                       std::size_t count) {
    const auto place = static_cast<std::uint32_t>(split);
    Examples examples;
    examples.features.reserve(2 * count);
    examples.labels.reserve(count);
    for (std::uint32_t index = 0; index < count; ++index) {
        const std::uint32_t label = index % 2;
        const Point point =
            source.point(label, uniformDraw(spec.seed, Draw::Point, place, index, 0),
                         uniformDraw(spec.seed, Draw::Point, place, index, 1));
        const auto noise = [&](std::uint32_t coordinate) {
            return spec.noise *
                   normalQuantile(uniformDraw(spec.seed, Draw::Noise, place, index, coordinate));
        };
        examples.features.push_back(static_cast<float>(point.x + noise(0)));
        examples.features.push_back(static_cast<float>(point.y + noise(1)));
        examples.labels.push_back(label);
    }
    return examples;
}

} // namespace

std::span<const GeneratedSource> generatedSources() noexcept {
    return table;
}

const GeneratedSource* findGeneratedSource(std::string_view id) noexcept {
    const auto* row = std::ranges::find(table, id, &GeneratedSource::id);
    return row == std::end(table) ? nullptr : row;
}

Dataset generate(const GeneratedSource& source, const DataSpec& spec) {
    Dataset dataset;
    dataset.featureCount = 2;
    dataset.classCount = 2;
    dataset.classNames = numberedClassNames(dataset.classCount);
    generateSplits(dataset, spec, [&](Split split, std::size_t count) {
        return generateSplit(source, spec, split, count);
    });
    return dataset;
}

} // namespace reluscope
