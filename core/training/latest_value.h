// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace reluscope {

/// Hands the newest of a stream of values from one thread to another: a triple buffer. Neither side
/// ever waits, and values that the reader had no time for are overwritten.
///
/// The writer fills writable() and calls publish(); what stands in writable() is an old value whose
/// memory can be used again. The reader calls take() and looks at newest().
template <class T>
class LatestValue {
  public:
    T& writable() noexcept { return m_slots[m_writing]; }

    void publish() noexcept {
        const std::uint8_t old = m_shared.exchange(m_writing | fresh, std::memory_order_acq_rel);
        m_writing = old & indexMask;
    }

    /// For the writer: whether the reader has taken the last value, so that a costly one is worth
    /// making.
    bool wasTaken() const noexcept {
        return (m_shared.load(std::memory_order_relaxed) & fresh) == 0;
    }

    /// For the reader: whether there is a value that newest() did not show before.
    bool take() noexcept {
        if (wasTaken()) {
            return false;
        }
        m_reading = m_shared.exchange(m_reading, std::memory_order_acq_rel) & indexMask;
        return true;
    }

    const T& newest() const noexcept { return m_slots[m_reading]; }

  private:
    static constexpr std::uint8_t fresh = 4;
    static constexpr std::uint8_t indexMask = 3;

    std::array<T, 3> m_slots{};
    std::uint8_t m_writing = 0;
    std::uint8_t m_reading = 1;
    std::atomic<std::uint8_t> m_shared = 2; ///< the slot between, and whether it is fresh
};

} // namespace reluscope
