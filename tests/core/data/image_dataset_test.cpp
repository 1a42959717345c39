// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_dataset.h"
#include "tests/core/data/idx_bytes.h"
#include "tests/core/expect_input_error.h"

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

using test::Bytes;
using test::expectInputError;

/// Images of 1 x 2 pixels: image i is {i, 255 - i}, its label i modulo 3.
struct Source {
    explicit Source(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            pixels.push_back(static_cast<std::uint8_t>(i));
            pixels.push_back(static_cast<std::uint8_t>(255 - i));
            labels.push_back(static_cast<std::uint8_t>(i % 3));
        }
    }
    LabelledImages view() const { return {{labels.size(), 1, 2, pixels}, labels}; }

    Bytes pixels;
    Bytes labels;
};

/// Which images a split holds, told by their first pixels; for data scaled with Scale::None.
std::vector<int> imagesOf(const Dataset& dataset, const Examples& split) {
    std::vector<int> images;
    for (std::size_t i = 0; i < split.count(); ++i) {
        images.push_back(static_cast<int>(dataset.example(split, i)[0]));
        EXPECT_EQ(dataset.example(split, i)[1], 255 - images.back());
        EXPECT_EQ(split.labels[i], static_cast<std::uint32_t>(images.back() % 3));
    }
    return images;
}

DataSpec unscaled() {
    DataSpec spec;
    spec.source = "idx";
    spec.scale = Scale::None;
    return spec;
}

TEST(ImageDataset, TakesTheFirstSoManyOfEachFile) {
    const Source training(10);
    const Source test(6);
    DataSpec spec = unscaled();
    const Dataset all = makeImageDataset(training.view(), test.view(), spec);
    EXPECT_EQ(all.train.count(), 10U);
    EXPECT_EQ(all.test.count(), 6U);
    EXPECT_EQ(all.featureCount, 2U);
    EXPECT_EQ(all.imageRows, 1U);
    EXPECT_EQ(all.imageColumns, 2U);
    EXPECT_TRUE(all.isImages());
    EXPECT_EQ(all.classCount, 3U);
    EXPECT_EQ(all.outputCount(), 3U);

    spec.train = 2;
    spec.test = 1;
    const Dataset some = makeImageDataset(training.view(), test.view(), spec);
    EXPECT_EQ(imagesOf(some, some.train), (std::vector<int>{0, 1}));
    EXPECT_EQ(imagesOf(some, some.test), (std::vector<int>{0}));
    EXPECT_EQ(some.classCount, 3U) << "of the file, whatever part of it is taken";
}

TEST(ImageDataset, HoldsBackAPartWithoutTestFiles) {
    const Source training(100);
    DataSpec spec = unscaled();
    const Dataset dataset = makeImageDataset(training.view(), {}, spec);
    const auto train = imagesOf(dataset, dataset.train);
    const auto test = imagesOf(dataset, dataset.test);
    EXPECT_EQ(train.size(), 80U);
    EXPECT_EQ(test.size(), 20U);
    EXPECT_TRUE(std::ranges::is_sorted(train)) << "in the order of the file";
    EXPECT_TRUE(std::ranges::is_sorted(test));
    std::vector<int> both;
    std::ranges::set_union(train, test, std::back_inserter(both));
    EXPECT_EQ(both.size(), 100U) << "no image is in both";
    EXPECT_NE(test, imagesOf(dataset, makeImageDataset(training.view(), {},
                                                       [&] {
                                                           DataSpec other = spec;
                                                           other.seed = 2;
                                                           return other;
                                                       }())
                                          .test));

    spec.test = 30;
    spec.train = 7;
    const Dataset asked = makeImageDataset(training.view(), {}, spec);
    EXPECT_EQ(asked.test.count(), 30U);
    EXPECT_EQ(asked.train.count(), 7U);
}

TEST(ImageDataset, HoldsBackAtLeastOneAndNeverAll) {
    const Source training(3);
    DataSpec spec = unscaled();
    spec.testFraction = 0.001;
    EXPECT_EQ(makeImageDataset(training.view(), {}, spec).test.count(), 1U);
    spec.testFraction = 0.999;
    EXPECT_EQ(makeImageDataset(training.view(), {}, spec).train.count(), 1U);
}

TEST(ImageDataset, ScalesBytes) {
    const Source training(4);
    const Source test(4);
    const auto first = [&](std::optional<Scale> scale) {
        DataSpec spec = unscaled();
        spec.scale = scale;
        const Dataset dataset = makeImageDataset(training.view(), test.view(), spec);
        return std::vector<float>(dataset.train.features.begin() + 2,
                                  dataset.train.features.begin() + 4);
    };
    EXPECT_EQ(first(Scale::None), (std::vector<float>{1, 254}));
    EXPECT_EQ(first({}), (std::vector<float>{1.0F / 255, 254.0F / 255}));
    EXPECT_EQ(first(Scale::Unit), first({}));
    EXPECT_EQ(first(Scale::Symmetric), (std::vector<float>{static_cast<float>(1 / 127.5 - 1),
                                                           static_cast<float>(254 / 127.5 - 1)}));
    const auto standard = first(Scale::Standard); // pixels 0, 1, 2, 3: mean 1.5, variance 1.25
    EXPECT_NEAR(standard[0], -0.5 / std::sqrt(1.25), 1e-5);
    EXPECT_NEAR(standard[1], 0.5 / std::sqrt(1.25), 1e-5);
}

TEST(ImageDataset, NamesItsClasses) {
    const Source training(4);
    const auto names = [&](std::vector<std::string> given) {
        return makeImageDataset(training.view(), training.view(), unscaled(), std::move(given))
            .classNames;
    };
    EXPECT_EQ(names({"a", "b", "c"}), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(names({}), (std::vector<std::string>{"0", "1", "2"}));
    EXPECT_EQ(names({"a", "b"}), (std::vector<std::string>{"0", "1", "2"}));
}

TEST(ImageDataset, RefusesWhatTheFilesCannotGive) {
    const Source training(10);
    const Source test(5);
    const auto make = [&](auto change, bool withTest) {
        return [&, change, withTest] {
            DataSpec spec = unscaled();
            change(spec);
            makeImageDataset(training.view(), withTest ? std::optional(test.view()) : std::nullopt,
                             spec);
        };
    };
    expectInputError(make([](DataSpec& spec) { spec.train = 11; }, true), "data.train",
                     "asks for 11 examples of 10; 1 to 10");
    expectInputError(make([](DataSpec& spec) { spec.test = 6; }, true), "data.test",
                     "asks for 6 examples of 5");
    expectInputError(make([](DataSpec& spec) { spec.train = 0; }, true), "data.train", "1 to 10");
    expectInputError(make([](DataSpec& spec) { spec.train = 9; }, false), "data.train",
                     "asks for 9 examples of 8");
    expectInputError(make([](DataSpec& spec) { spec.test = 10; }, false), "data.test",
                     "asks for 10 examples of 9");
    const Source single(1);
    expectInputError([&] { makeImageDataset(single.view(), {}, unscaled()); }, "",
                     "only one example");
}

TEST(ImageDataset, RefusesFilesThatDoNotFitTogether) {
    const Source training(4);
    LabelledImages other = training.view();
    other.images.rows = 2;
    other.images.columns = 1;
    expectInputError([&] { makeImageDataset(training.view(), other, unscaled()); }, "",
                     "the test images are 2 x 1 and the training images 1 x 2");
    Source oneClass(4);
    std::ranges::fill(oneClass.labels, std::uint8_t{0});
    expectInputError([&] { makeImageDataset(oneClass.view(), oneClass.view(), unscaled()); }, "",
                     "every label is 0");
}

} // namespace
} // namespace reluscope
