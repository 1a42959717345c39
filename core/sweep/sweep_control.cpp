// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_control.h"

#include <algorithm>

namespace reluscope {

void SweepControl::pause() {
    const std::scoped_lock lock(m_mutex);
    m_isPaused = true;
}

void SweepControl::go() {
    {
        const std::scoped_lock lock(m_mutex);
        m_isPaused = false;
    }
    m_wake.notify_all();
}

double SweepControl::fraction() const noexcept {
    return m_done / m_epochs;
}

void SweepControl::begin(double epochs) noexcept {
    m_done = 0;
    m_epochs = std::max(1.0, epochs);
}

void SweepControl::waitWhilePaused(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, stop, [this] { return !m_isPaused; });
}

std::optional<double> secondsLeft(double fraction, double elapsed) noexcept {
    return fraction > 0 ? std::optional(elapsed * (1 - fraction) / fraction) : std::nullopt;
}

} // namespace reluscope
