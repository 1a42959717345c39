// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_bar.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace reluscope::cli {
namespace {

/// "8 s", "3:07 min", "2:05 h".
std::string durationText(double seconds) {
    const auto whole = static_cast<long long>(std::ceil(seconds));
    const auto pair = [](long long high, long long low) {
        return std::to_string(high) + (low < 10 ? ":0" : ":") + std::to_string(low);
    };
    if (whole < 60) {
        return std::to_string(whole) + " s";
    }
    return whole < 3600 ? pair(whole / 60, whole % 60) + " min"
                        : pair(whole / 3600, whole / 60 % 60) + " h";
}

} // namespace

ProgressBar::ProgressBar()
    : m_isTerminal(isatty(STDERR_FILENO) == 1) {}

void ProgressBar::show(double fraction, std::string_view caption) {
    constexpr auto interval = std::chrono::milliseconds(100);
    constexpr std::size_t length = 30;
    const auto now = Clock::now();
    // A bar that was cleared comes back no sooner, or it would flicker between quick lines.
    if (!m_isTerminal || now - m_lastShown < interval) {
        return;
    }
    m_lastShown = now;
    m_isShown = true;
    const auto filled = static_cast<std::size_t>(std::clamp(fraction, 0.0, 1.0) * length);
    std::string line = "\r[" + std::string(filled, '#') + std::string(length - filled, '.') + "] ";
    line += caption;
    if (fraction > 0) {
        const std::chrono::duration<double> elapsed = now - m_begin;
        line += ", " + durationText(elapsed.count() * (1 - fraction) / fraction) + " left";
    }
    line += "\x1b[K"; // the rest of what stood there
    std::fputs(line.c_str(), stderr);
}

void ProgressBar::clear() {
    if (m_isShown) {
        std::fputs("\r\x1b[K", stderr);
        m_isShown = false;
    }
}

} // namespace reluscope::cli
