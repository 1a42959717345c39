// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace reluscope {

/// Memory that begins at a cache line, so that no vector register's worth of it lies across two,
/// and no figure depends on where memory was free.
template <class Value>
struct CacheLineAllocator {
    using value_type = Value; // NOLINT(readability-identifier-naming): std::vector asks for it

    CacheLineAllocator() = default;
    template <class Other>
    explicit CacheLineAllocator(const CacheLineAllocator<Other>&) noexcept {}

    Value* allocate(std::size_t count) {
        return static_cast<Value*>(::operator new(count * sizeof(Value), cacheLine));
    }
    void deallocate(Value* values, std::size_t) noexcept { ::operator delete(values, cacheLine); }

    bool operator==(const CacheLineAllocator&) const = default;

  private:
    static constexpr std::align_val_t cacheLine{64};
};

template <class Value>
using AlignedVector = std::vector<Value, CacheLineAllocator<Value>>;

} // namespace reluscope
