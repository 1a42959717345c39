// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/interval.h"

#include <QFont>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

class Theme;

/// From data to pixels along one axis; cheap enough for every vertex.
class AxisMap {
  public:
    AxisMap() = default;
    /// \p zeroPlace: see AxisOptions.
    AxisMap(Interval range, Scale scale, qreal pixelAtLower, qreal pixelAtUpper,
            double zeroPlace = 0.0)
        : m_log(scale == Scale::Log)
        , m_zeroPlace(zeroPlace) {
        const double lower = position(range.lower);
        m_factor = (pixelAtUpper - pixelAtLower) / (position(range.upper) - lower);
        m_offset = pixelAtLower - m_factor * lower;
    }

    [[nodiscard]] bool canShow(double value) const {
        return std::isfinite(value) &&
               (!m_log || value > 0.0 || (value == 0.0 && m_zeroPlace > 0.0));
    }
    /// Kept within what the rasterizer takes without overflow.
    [[nodiscard]] qreal toPixel(double value) const {
        return std::clamp(m_offset + m_factor * position(value), -farAway, farAway);
    }
    [[nodiscard]] double toValue(qreal pixel) const {
        const double value = (pixel - m_offset) / m_factor;
        return m_log ? std::pow(10.0, value) : value;
    }

  private:
    static constexpr double farAway = 20000.0;

    [[nodiscard]] double position(double value) const {
        return m_log ? std::log10(value == 0.0 ? m_zeroPlace : value) : value;
    }

    double m_factor = 1.0;
    double m_offset = 0.0;
    bool m_log = false;
    double m_zeroPlace = 0.0;
};

/// What the painters of one plot share: where things go and how large and in which colours.
struct PlotFrame {
    const Theme* theme = nullptr;
    qreal scale = 1.0;
    QFont font;
    QRectF area;   ///< between the axes
    QRectF bounds; ///< the whole plot
    qreal tickLabelsTop = 0.0;
    qreal tickLabelsRight = 0.0; ///< how far the labels below the x axis reach
    qreal endLabelsLeft = 0.0;   ///< where the names of the lines begin; without: bounds.right()
    AxisMap x;
    AxisMap y;

    [[nodiscard]] QFont textFont(qreal pixels, QFont::Weight weight = QFont::Normal) const {
        QFont sized = font;
        sized.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels * scale))));
        sized.setWeight(weight);
        return sized;
    }
    /// Lines grow a little faster than text: 2 px become 4 at the scale of presentations, 1.6.
    [[nodiscard]] qreal lineWidth(qreal pixels) const {
        return pixels * scale * (1.0 + 0.25 * std::clamp((scale - 1.0) / 0.6, 0.0, 1.0));
    }
    [[nodiscard]] qreal markerSize() const { return 7.0 * scale; }
};

} // namespace reluscope::ui
