// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/part.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

namespace reluscope {

/// Threads that do one piece of work after another together. Pieces may be as short as some
/// microseconds: who waits for the next one spins for a moment before it sleeps.
class Team {
  public:
    /// \p size at least 1, the thread that calls share() counted.
    explicit Team(std::size_t size);
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;
    ~Team();

    std::size_t size() const noexcept { return m_threads.size() + 1; }

    /// Calls \p work with every Part of size(), each on a thread of its own, and returns when all
    /// have returned. \p work must not throw. One thread calls this at a time.
    template <class Work>
    void share(const Work& work) {
        if (size() == 1) {
            work(Part{});
        } else {
            run({[](const void* called, Part part) { (*static_cast<const Work*>(called))(part); },
                 &work});
        }
    }

  private:
    struct Call {
        void (*function)(const void* work, Part part) = nullptr;
        const void* work = nullptr;

        void operator()(Part part) const { function(work, part); }
    };

    void run(Call call);
    void live(std::size_t index);

    Call m_call;
    std::atomic<std::uint32_t> m_calls = 0;   ///< how many have been made; a call is read after it
    std::atomic<std::uint32_t> m_working = 0; ///< threads that have not finished the last one
    std::atomic<bool> m_isOver = false;
    std::vector<std::jthread> m_threads;
};

/// Calls \p work for each part of \p team, or for all of it where there is none.
template <class Work>
void share(Team* team, const Work& work) {
    if (team == nullptr) {
        work(Part{});
    } else {
        team->share(work);
    }
}

} // namespace reluscope
