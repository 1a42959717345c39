// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batches.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace reluscope {
namespace {

/// Example i has the features {i, -i} and the label i.
Dataset numbered(std::size_t count) {
    Dataset data;
    data.featureCount = 2;
    data.classCount = count;
    for (std::size_t i = 0; i < count; ++i) {
        data.train.features.push_back(static_cast<float>(i));
        data.train.features.push_back(-static_cast<float>(i));
        data.train.labels.push_back(static_cast<std::uint32_t>(i));
    }
    return data;
}

struct Epoch {
    std::vector<std::uint32_t> order;
    std::vector<std::size_t> sizes;
};

Epoch take(Batches& batches, std::size_t epoch, std::size_t batchSize) {
    Epoch taken;
    batches.startEpoch(epoch, batchSize);
    GatheredBatch room;
    batches.prepare(room);
    for (std::size_t number = 0; number < batches.batchesPerEpoch(); ++number) {
        const Batch batch = batches.gather(number, room);
        taken.sizes.push_back(batch.targets.labels.size());
        EXPECT_EQ(batch.features.size(), 2 * batch.targets.labels.size());
        for (std::size_t i = 0; i < batch.targets.labels.size(); ++i) {
            const auto label = static_cast<float>(batch.targets.labels[i]);
            EXPECT_EQ(batch.features[2 * i], label);
            EXPECT_EQ(batch.features[2 * i + 1], -label);
            taken.order.push_back(batch.targets.labels[i]);
        }
    }
    return taken;
}

std::vector<std::uint32_t> fileOrder(std::size_t count) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

TEST(Batches, EachEpochIsAPermutationOfItsOwn) {
    const Dataset data = numbered(23);
    Batches batches(data, 1, 5, true, false);
    const auto first = take(batches, 1, 5);
    const auto second = take(batches, 2, 5);
    EXPECT_EQ(first.sizes, (std::vector<std::size_t>{5, 5, 5, 5, 3}));
    EXPECT_NE(first.order, second.order);
    EXPECT_NE(first.order, fileOrder(23));
    for (auto order : {first.order, second.order}) {
        std::ranges::sort(order);
        EXPECT_EQ(order, fileOrder(23));
    }
}

TEST(Batches, OrderIsKeyedBySeedAndEpochAlone) {
    const Dataset data = numbered(23);
    Batches batches(data, 1, 5, true, false);
    const auto first = take(batches, 1, 5).order;
    const auto third = take(batches, 3, 7).order;
    Batches again(data, 1, 4, true, false);
    EXPECT_EQ(take(again, 3, 4).order, third);
    EXPECT_EQ(take(batches, 1, 23).order, first) << "whatever came in between";
    Batches other(data, 2, 5, true, false);
    EXPECT_NE(take(other, 1, 5).order, first);
}

TEST(Batches, DropLastLeavesOutThePartialBatch) {
    const Dataset data = numbered(23);
    Batches batches(data, 1, 5, false, true);
    const auto epoch = take(batches, 1, 5);
    EXPECT_EQ(epoch.sizes, (std::vector<std::size_t>{5, 5, 5, 5}));
    EXPECT_EQ(epoch.order, fileOrder(20));
    const Dataset even = numbered(20);
    Batches whole(even, 1, 5, false, true);
    EXPECT_EQ(take(whole, 1, 5).order, fileOrder(20));
}

TEST(Batches, WithoutShufflingTheyComeInFileOrder) {
    const Dataset data = numbered(10);
    Batches batches(data, 1, 4, false, false);
    EXPECT_EQ(take(batches, 1, 4).order, fileOrder(10));
    EXPECT_EQ(take(batches, 2, 3).order, fileOrder(10));
}

TEST(Batches, MayBeLargerThanTheData) {
    const Dataset data = numbered(7);
    Batches batches(data, 1, 1000, false, false);
    EXPECT_EQ(batches.batchesPerEpoch(), 1);
    EXPECT_EQ(take(batches, 1, 1000).sizes, std::vector<std::size_t>{7});
    EXPECT_EQ(take(batches, 2, 1).sizes.size(), 7) << "their size may change with an epoch";
}

} // namespace
} // namespace reluscope
