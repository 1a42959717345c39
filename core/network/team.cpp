// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/team.h"

namespace reluscope {
namespace {

/// Waits until `value` is no longer `old`. Sleeping and waking would take longer than most pieces
/// of work do, but a thread that nobody needs must not keep a core busy.
std::uint32_t awaitChange(const std::atomic<std::uint32_t>& value, std::uint32_t old) {
    constexpr int spins = 4000;
    for (int spin = 0; spin < spins; ++spin) {
        if (const std::uint32_t now = value.load(std::memory_order_acquire); now != old) {
            return now;
        }
#if defined(__x86_64__)
        __builtin_ia32_pause();
#endif
    }
    value.wait(old, std::memory_order_acquire);
    return value.load(std::memory_order_acquire);
}

} // namespace

Team::Team(std::size_t size) {
    for (std::size_t index = 1; index < size; ++index) {
        m_threads.emplace_back([this, index] { live(index); });
    }
}

Team::~Team() {
    m_isOver = true;
    m_calls.fetch_add(1, std::memory_order_release);
    m_calls.notify_all();
}

void Team::run(Call call) {
    m_call = call;
    m_working.store(static_cast<std::uint32_t>(m_threads.size()), std::memory_order_relaxed);
    m_calls.fetch_add(1, std::memory_order_release);
    m_calls.notify_all();
    call({0, size()});
    for (std::uint32_t working = m_working.load(std::memory_order_acquire); working != 0;) {
        working = awaitChange(m_working, working);
    }
}

void Team::live(std::size_t index) {
    for (std::uint32_t seen = 0;;) {
        seen = awaitChange(m_calls, seen);
        if (m_isOver) {
            return;
        }
        m_call({index, size()});
        m_working.fetch_sub(1, std::memory_order_release);
        m_working.notify_one();
    }
}

} // namespace reluscope
