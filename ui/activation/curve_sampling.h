// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/interval.h"

#include <vector>

namespace reluscope {
struct Activation;
}

namespace reluscope::ui {

/// Where f' jumps. PyTorch takes one of the two sides at the jump itself.
struct SlopeJump {
    double x = 0.0;
    double below = 0.0; ///< f' just left of x
    double above = 0.0; ///< f' just right of x
    double taken = 0.0; ///< f'(x)
};

/// A function over a stretch of x, computed by the float32 kernels that training uses. The kinks
/// inside the stretch are among the samples, so corners are sharp and zero sets end exactly.
struct CurveSamples {
    std::vector<double> x;
    std::vector<double> f;
    std::vector<double> slope;         ///< f'
    std::vector<unsigned char> active; ///< 0 where f' is 0 by its formula
    std::vector<SlopeJump> jumps;
};

CurveSamples sampleCurve(const Activation& activation, Interval range);

/// A line to draw; a NaN in y is a gap.
struct BrokenLine {
    std::vector<double> x;
    std::vector<double> y;
};

/// f' with a gap at each jump, and both sides drawn up to it.
BrokenLine slopeLine(const CurveSamples& samples);

/// One function at one point, by the same kernels.
struct CurvePoint {
    float f = 0.0F;
    float slope = 0.0F;
    bool hasGradient = true; ///< false where f' is 0 by its formula
};

CurvePoint pointAt(const Activation& activation, double x);

} // namespace reluscope::ui
