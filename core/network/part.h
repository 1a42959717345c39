// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace reluscope {

/// Consecutive places from `begin` up to, but without, `end`.
struct Range {
    std::size_t begin;
    std::size_t end;

    std::size_t size() const noexcept { return end - begin; }
};

/// What one of several threads does of a piece of work; by default all of it.
struct Part {
    std::size_t index = 0;
    std::size_t count = 1;

    /// Its share of so many places: shares differ by at most one.
    Range of(std::size_t places) const noexcept {
        if (count == 1) { // dividing takes longer than a small layer
            return {0, places};
        }
        return {places * index / count, places * (index + 1) / count};
    }
};

/// Consecutive blocks of `size` places each, from `begin`, that threads share block by block.
struct Blocks {
    std::size_t begin;
    std::size_t count;
    std::size_t size;

    /// The places of those that one of the threads takes.
    Range of(Part part) const noexcept {
        const Range own = part.of(count);
        return {begin + own.begin * size, begin + own.end * size};
    }
};

} // namespace reluscope
