// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>

namespace reluscope::ui {

class SweepSession;

/// "437 of 570 runs"
QString countWords(const SweepSession& sweep);
/// "about 40 s left"; empty while nobody can tell.
QString timeLeftWords(const SweepSession& sweep);
/// What the sweep is doing: "Sweeping · 437 of 570 runs · about 40 s left".
QString activityWords(const SweepSession& sweep);
/// What it takes: "2 of 2 cores busy · every finished run is kept".
QString effortWords(const SweepSession& sweep);

/// "ReLU at rate 0.32"
QString cellTitle(const SweepSession& sweep, std::size_t run, std::size_t rate);
/// What the seeds came to there, the median and from which seed to which:
/// "loss 0.026 (0.021–0.032) · accuracy 98.0 % (96.5–99.0 %) · dead 16 %".
QString cellFigures(const SweepSession& sweep, std::size_t run, std::size_t rate);

} // namespace reluscope::ui
