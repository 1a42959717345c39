// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame_times.h"

#include <QElapsedTimer>
#include <QObject>

#include <cstddef>

namespace reluscope::ui {

class SweepSession;

/// How smoothly the window runs while a sweep takes all cores: runs the one that is shown, over and
/// over, for so many seconds, prints a line of JSON and ends the application.
class SweepMeasurement : public QObject {
    Q_OBJECT

  public:
    /// Frames are those of \p frames, which outlives this.
    SweepMeasurement(FrameTimes& frames, SweepSession& sweep, double seconds);

  private:
    void begin(int milliseconds);
    void runAgain();
    void finish();

    FrameTimes& m_frames;
    SweepSession& m_sweep;
    QElapsedTimer m_sinceBegin;
    std::size_t m_runsBefore = 0; ///< of the sweeps that are complete
};

} // namespace reluscope::ui
