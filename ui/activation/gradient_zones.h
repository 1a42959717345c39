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

/// Below this share of sup |f'| a gradient counts as almost none, unless the user sets another.
inline constexpr double almostNoGradientShare = 0.01;

/// Where at least one of several functions has no gradient (hatched) or, outside of that, almost
/// none (plain), and which functions those are.
class GradientZones {
  public:
    /// \p tau: the share of sup |f'| below which a gradient counts as almost none.
    explicit GradientZones(double tau = almostNoGradientShare)
        : m_tau(tau) {}

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

    double m_tau;
    std::vector<Part> m_parts;
};

} // namespace reluscope::ui
