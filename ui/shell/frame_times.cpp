// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame_times.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

constexpr int pulseInterval = 4;  // milliseconds
constexpr int frameInterval = 16; // milliseconds

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The least of the values that so large a share of them does not exceed.
double quantile(std::vector<double> values, double share) {
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    const auto place = std::ceil(share * static_cast<double>(values.size())) - 1;
    return values[static_cast<std::size_t>(std::max(place, 0.0))];
}

QJsonObject quantiles(const std::vector<double>& values, const std::vector<double>& percents) {
    QJsonObject object;
    for (const double percent : percents) {
        object[QStringLiteral("p%1").arg(percent)] = quantile(values, percent / 100);
    }
    object[QStringLiteral("max")] = quantile(values, 1);
    return object;
}

} // namespace

FrameTimes::FrameTimes(QWidget& window, const QElapsedTimer& sinceStart)
    : m_window(window)
    , m_sinceStart(sinceStart) {
    m_pulse.setTimerType(Qt::PreciseTimer);
    m_pulse.setInterval(pulseInterval);
    m_frameClock.setTimerType(Qt::PreciseTimer);
    m_frameClock.setInterval(frameInterval);
    m_window.installEventFilter(this);
    connect(&m_pulse, &QTimer::timeout, this, [this] {
        m_stalls.push_back(std::max(0.0, milliseconds(m_sincePulse) - pulseInterval));
        m_sincePulse.start();
    });
    connect(&m_frameClock, &QTimer::timeout, &m_window, [this] { m_window.update(0, 0, 1, 1); });
}

void FrameTimes::start() {
    m_sinceFrame.start();
    m_sincePulse.start();
    m_pulse.start();
    m_frameClock.start();
}

void FrameTimes::stop() {
    m_pulse.stop();
    m_frameClock.stop();
}

bool FrameTimes::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::UpdateRequest) {
        m_firstPaint = m_firstPaint.value_or(milliseconds(m_sinceStart));
        if (m_pulse.isActive()) {
            m_frames.push_back(milliseconds(m_sinceFrame));
        }
        m_sinceFrame.start();
        if (m_frameClock.isActive()) {
            m_frameClock.start(); // over again: there was one without being asked for
        }
    }
    return QObject::eventFilter(watched, event);
}

QJsonObject FrameTimes::inJson() const {
    return {{"frames", static_cast<qint64>(m_frames.size())},
            {"frame_ms", quantiles(m_frames, {50, 99})},
            {"ui_stall_ms", quantiles(m_stalls, {99})},
            {"first_paint_ms", m_firstPaint.value_or(0)}};
}

} // namespace reluscope::ui
