// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fingerprint.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <utility>

namespace reluscope {
namespace {

Dataset dataset() {
    Dataset data;
    data.featureCount = 2;
    data.classCount = 3;
    data.train = {.features = {1, 2, 3, 4}, .labels = {0, 2}};
    data.test = {.features = {5, 6}, .labels = {1}};
    return data;
}

TEST(Fingerprint, IsOfWhatTheDataAre) {
    Dataset named = dataset();
    named.classNames = {"cat", "dog", "owl"};
    EXPECT_EQ(fingerprintOf(dataset()), fingerprintOf(named));
    EXPECT_EQ(fingerprintOf(dataset()), 11615365246605973236ULL)
        << "that files have on all machines";
}

TEST(Fingerprint, IsAnotherForAnyChange) {
    std::set<std::uint64_t> all{fingerprintOf(dataset())};
    const auto expectNew = [&all](const auto& change) {
        Dataset changed = dataset();
        change(changed);
        EXPECT_TRUE(all.insert(fingerprintOf(changed)).second);
    };
    expectNew([](Dataset& data) { data.train.features[3] = 4.0000005F; });
    expectNew([](Dataset& data) { data.train.features[0] = -1; });
    expectNew([](Dataset& data) { std::swap(data.train.features[0], data.train.features[1]); });
    expectNew([](Dataset& data) { data.test.labels[0] = 2; });
    expectNew([](Dataset& data) { std::swap(data.train, data.test); });
    expectNew([](Dataset& data) {
        data.test = {.features = {1, 2, 3, 4, 5, 6}, .labels = {0, 2, 1}};
        data.train = {};
    });
    expectNew([](Dataset& data) {
        data.classCount = 0;
        data.train = {.features = {1, 2, 3, 4}, .values = {0, 2}};
        data.test = {.features = {5, 6}, .values = {1}};
    });
}

} // namespace
} // namespace reluscope
