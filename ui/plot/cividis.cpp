// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/cividis.h"

#include "ui/theme/theme.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace reluscope::ui {
namespace {

/// So close that what lies between is a straight line in sRGB, to the eye.
constexpr std::array<QRgb, 10> stops{0xff00204d, 0xff00336f, 0xff39486b, 0xff575c6d, 0xff707173,
                                     0xff8a8779, 0xffa69d75, 0xffc4b56c, 0xffe4cf5b, 0xffffea46};

} // namespace

QColor cividis(double share) {
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return Theme::mix(QColor::fromRgb(stops[below]), QColor::fromRgb(stops[below + 1]),
                      place - static_cast<double>(below));
}

} // namespace reluscope::ui
