// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sweep_measurement.h"

#include "ui/learningrate/sweep_session.h"
#include "ui/shell/measured_line.h"

#include <QTimer>

namespace reluscope::ui {

SweepMeasurement::SweepMeasurement(FrameTimes& frames, SweepSession& sweep, double seconds)
    : m_frames(frames)
    , m_sweep(sweep) {
    constexpr int untilShown = 500; // milliseconds
    QTimer::singleShot(untilShown, this,
                       [this, seconds] { begin(static_cast<int>(seconds * 1000)); });
}

void SweepMeasurement::begin(int milliseconds) {
    connect(&m_sweep, &SweepSession::stateChanged, this, &SweepMeasurement::runAgain);
    m_sweep.startOver();
    m_sinceBegin.start();
    m_frames.start();
    QTimer::singleShot(milliseconds, this, &SweepMeasurement::finish);
}

void SweepMeasurement::runAgain() {
    if (m_sweep.error()) {
        failMeasurement(*m_sweep.error());
    } else if (!m_sweep.isUnderWay()) {
        m_runsBefore += m_sweep.results().size();
        m_sweep.startOver();
    }
}

void SweepMeasurement::finish() {
    disconnect(&m_sweep, nullptr, this, nullptr);
    QJsonObject line = m_frames.inJson();
    line["runs_per_second"] = static_cast<double>(m_runsBefore + m_sweep.results().size()) * 1000 /
                              static_cast<double>(m_sinceBegin.elapsed());
    endMeasurement(line);
}

} // namespace reluscope::ui
