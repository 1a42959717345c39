// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot.h"

#include <vector>

namespace reluscope {
struct Activation;
struct ActivationInfo;
} // namespace reluscope

namespace reluscope::ui {

struct CurveSamples;

/// Below this share of sup |f'| a gradient counts as almost none.
inline constexpr double almostNoGradientShare = 0.01;

/// Where at least one of several functions has no gradient (hatched) or, outside of that, almost
/// none (plain), and which functions those are.
class GradientZones {
  public:
    void add(const Activation& activation, const CurveSamples& samples);

    /// Disjoint and ascending for each kind, the plain ones first.
    std::vector<Zone> zones() const;

    /// The functions that have no gradient somewhere in sight.
    std::vector<const ActivationInfo*> withoutGradient() const;
    /// Whether all of them lack it in the same places.
    bool agree() const;
    /// The functions that have almost none somewhere in sight outside of the hatch.
    std::vector<const ActivationInfo*> almostWithoutGradient() const;

  private:
    struct Part {
        const ActivationInfo* info;
        std::vector<Interval> none;
        std::vector<Interval> almostNone;
    };

    std::vector<Interval> hatched() const;

    std::vector<Part> m_parts;
};

} // namespace reluscope::ui
