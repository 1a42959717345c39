// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_dataset.h"

#include "core/data/scaling.h"
#include "core/input_error.h"
#include "core/random/permutation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

namespace reluscope {
namespace {

/// Which images make up the two splits, by their place in the files.
struct Selection {
    std::vector<std::uint32_t> train;
    std::vector<std::uint32_t> test;
};

/// How many to take of `available`: all unless the experiment says so.
std::size_t taken(const std::optional<std::size_t>& asked, std::size_t available,
                  const char* place) {
    const std::size_t count = asked.value_or(available);
    if (count == 0 || count > available) {
        throw InputError({}, place,
                         "asks for " + std::to_string(count) + " examples of " +
                             std::to_string(available),
                         "1 to " + std::to_string(available));
    }
    return count;
}

std::vector<std::uint32_t> firstOf(std::size_t count) {
    std::vector<std::uint32_t> places(count);
    std::iota(places.begin(), places.end(), 0U);
    return places;
}

Selection holdBack(std::size_t available, const DataSpec& spec) {
    if (available < 2) {
        throw InputError({}, {}, "there is only one example to train and to test on",
                         "at least 2, or test files");
    }
    const double share = std::round(spec.testFraction * static_cast<double>(available));
    const auto byFraction =
        static_cast<std::size_t>(std::clamp(share, 1.0, static_cast<double>(available - 1)));
    const std::size_t testCount =
        spec.test ? taken(spec.test, available - 1, "data.test") : byFraction;
    const std::size_t trainCount = taken(spec.train, available - testCount, "data.train");

    std::vector<std::uint32_t> order(available);
    permutation(spec.seed, Draw::Split, 0, order);
    const auto border = order.begin() + static_cast<std::ptrdiff_t>(testCount);
    std::sort(order.begin(), border);
    std::sort(border, order.end());
    return {{border, border + static_cast<std::ptrdiff_t>(trainCount)}, {order.begin(), border}};
}

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
    examples.features.resize(places.size() * size);
    examples.labels.reserve(places.size());
    float* next = examples.features.data();
    for (const std::uint32_t place : places) {
        for (const std::uint8_t pixel : source.images.pixels.subspan(place * size, size)) {
            *next++ = values[pixel];
        }
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
        selection = {firstOf(taken(spec.train, images.count, "data.train")),
                     firstOf(taken(spec.test, test->images.count, "data.test"))};
    } else {
        selection = holdBack(images.count, spec);
    }
    if (largestLabel == 0) {
        throw InputError({}, {}, "every label is 0", "labels of at least two classes");
    }

    Dataset dataset;
    dataset.featureCount = images.pixelsPerImage();
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
