// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_dataset.h"

#include "core/cpu/huge_pages.h"
#include "core/data/scaling.h"
#include "core/data/split.h"
#include "core/input_error.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace reluscope {
namespace {

/// The value of each possible byte. Standard scaling takes the statistics later.
std::array<float, 256> byteValues(Scale scale) {
    std::array<float, 256> values{};
    for (std::size_t byte = 0; byte < values.size(); ++byte) {
        const auto number = static_cast<double>(byte);
        switch (scale) {
        case Scale::None:
            values[byte] = static_cast<float>(number);
            break;
        case Scale::Unit:
        case Scale::Standard:
            values[byte] = static_cast<float>(number / 255.0);
            break;
        case Scale::Symmetric:
            values[byte] = static_cast<float>(number / 127.5 - 1.0);
            break;
        }
    }
    return values;
}

Examples decode(const LabelledImages& source, std::span<const std::uint32_t> places,
                const std::array<float, 256>& values) {
    const std::size_t size = source.images.pixelsPerImage();
    Examples examples;
    reserveInHugePages(examples.features, places.size() * size);
    populatePages(examples.features.data(), places.size() * size * sizeof(float));
    examples.labels.reserve(places.size());
    std::vector<float> image(size); // in the cache: resizing the features would write them twice
    for (const std::uint32_t place : places) {
        std::ranges::transform(source.images.pixels.subspan(place * size, size), image.begin(),
                               [&](std::uint8_t pixel) { return values[pixel]; });
        examples.features.insert(examples.features.end(), image.begin(), image.end());
        examples.labels.push_back(source.labels[place]);
    }
    return examples;
}

} // namespace

Dataset makeImageDataset(const LabelledImages& training, const std::optional<LabelledImages>& test,
                         const DataSpec& spec, std::vector<std::string> classNames) {
    const IdxImages& images = training.images;
    std::uint8_t largestLabel = *std::ranges::max_element(training.labels);
    Selection selection;
    if (test) {
        if (test->images.rows != images.rows || test->images.columns != images.columns) {
            const auto shape = [](const IdxImages& i) {
                return std::to_string(i.rows) + " x " + std::to_string(i.columns);
            };
            throw InputError({}, {},
                             "the test images are " + shape(test->images) +
                                 " and the training images " + shape(images),
                             "images of one size");
        }
        largestLabel = std::max(largestLabel, *std::ranges::max_element(test->labels));
        selection = {firstPlaces(takenCount(spec.train, images.count, "data.train")),
                     firstPlaces(takenCount(spec.test, test->images.count, "data.test"))};
    } else {
        selection = holdBack(images.count, spec);
    }
    if (largestLabel == 0) {
        throw InputError({}, {}, "every label is 0", "labels of at least two classes");
    }

    Dataset dataset;
    dataset.featureCount = images.pixelsPerImage();
    dataset.heldBackFrom = test ? 0 : images.count;
    dataset.imageRows = images.rows;
    dataset.imageColumns = images.columns;
    dataset.classCount = std::size_t{largestLabel} + 1;
    dataset.classNames = classNames.size() == dataset.classCount
                             ? std::move(classNames)
                             : numberedClassNames(dataset.classCount);
    const Scale scale = spec.scale.value_or(Scale::Unit);
    const std::array<float, 256> values = byteValues(scale);
    dataset.train = decode(training, selection.train, values);
    dataset.test = decode(test.value_or(training), selection.test, values);
    if (scale == Scale::Standard) {
        applyScale(dataset, scale);
    }
    return dataset;
}

} // namespace reluscope
