// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace reluscope {

/// The two splits of a data set. Part of the key of every generated number: never renumber them.
enum class Split : std::uint32_t { Train = 0, Test = 1 };

/// How many examples a generated split has where nothing is said.
inline constexpr std::size_t defaultGeneratedCount = 500;

/// Both splits of a generated set: `make(split, count)` makes the examples of one.
template <class Make>
void generateSplits(Dataset& dataset, const DataSpec& spec, Make make) {
    dataset.train = make(Split::Train, spec.train.value_or(defaultGeneratedCount));
    dataset.test = make(Split::Test, spec.test.value_or(defaultGeneratedCount));
}

/// Which examples of a source make up the two splits, by their places in it.
struct Selection {
    std::vector<std::uint32_t> train;
    std::vector<std::uint32_t> test;
};

/// How many examples to take of `available`: all, unless the experiment says so. Throws InputError
/// at `place` where that is none or more than there are.
std::size_t takenCount(const std::optional<std::size_t>& asked, std::size_t available,
                       const char* place);

/// The first `count` places.
std::vector<std::uint32_t> firstPlaces(std::size_t count);

/// Holds back `spec.testFraction` of the examples, or `spec.test` of them, for testing: drawn by
/// `spec.seed`, both parts in the order of the source. Throws InputError where there are not
/// enough.
Selection holdBack(std::size_t available, const DataSpec& spec);

} // namespace reluscope
