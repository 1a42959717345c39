// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

namespace reluscope {

/// An append-only log from one writing thread to one reading thread, in which every entry arrives,
/// in order. Neither side ever waits. Entries lie in blocks that the reader frees as it passes, so
/// the log is as long as the reader is late.
template <class T>
class AppendLog {
  public:
    AppendLog() = default;
    AppendLog(const AppendLog&) = delete;
    AppendLog& operator=(const AppendLog&) = delete;

    ~AppendLog() {
        while (next()) {
        }
    }

    /// For the writer.
    void append(T entry) {
        if (m_written == blockSize) {
            auto block = std::make_unique<Block>();
            Block* const full = std::exchange(m_last, block.get());
            full->following = std::move(block);
            full->count.store(blockSize + 1, std::memory_order_release);
            m_written = 0;
        }
        m_last->entries[m_written] = std::move(entry);
        ++m_written;
        m_last->count.store(m_written, std::memory_order_release);
    }

    /// For the reader: the oldest entry that it has not seen, if there is one.
    std::optional<T> next() {
        const std::size_t count = m_first->count.load(std::memory_order_acquire);
        if (m_read == blockSize && count > blockSize) {
            m_first = std::move(m_first->following);
            m_read = 0;
            return next();
        }
        if (m_read == std::min(count, blockSize)) {
            return std::nullopt;
        }
        return std::move(m_first->entries[m_read++]);
    }

  private:
    static constexpr std::size_t blockSize = 128;

    struct Block {
        std::array<std::optional<T>, blockSize> entries;
        /// Entries that may be read; one more than there are places once `following` is set.
        std::atomic<std::size_t> count = 0;
        std::unique_ptr<Block> following;
    };

    std::unique_ptr<Block> m_first = std::make_unique<Block>(); ///< the reader's
    std::size_t m_read = 0;                                     ///< the reader's
    Block* m_last = m_first.get();                              ///< the writer's
    std::size_t m_written = 0;                                  ///< the writer's
};

} // namespace reluscope
