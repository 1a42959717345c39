// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <span>

namespace reluscope::bench {

/// Zeros that begin at a cache line: the best case for all who are measured on them.
class AlignedFloats {
  public:
    explicit AlignedFloats(std::size_t size)
        : m_floats(new (alignment) float[size]{})
        , m_size(size) {}

    std::span<float> all() const noexcept { return {m_floats.get(), m_size}; }

  private:
    static constexpr std::align_val_t alignment{64};

    struct Free {
        void operator()(float* floats) const noexcept { operator delete[](floats, alignment); }
    };

    std::unique_ptr<float[], Free> m_floats;
    std::size_t m_size;
};

} // namespace reluscope::bench
