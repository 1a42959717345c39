// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/series.h"

#include "ui/plot/plot.h"

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

Series::Series(Plot& plot, int run, SeriesRole role)
    : m_plot(plot)
    , m_run(run)
    , m_role(role)
    , m_shape(role == SeriesRole::Histogram ? SeriesShape::Steps : SeriesShape::Lines)
    , m_dashed(role == SeriesRole::Curve) {}

void Series::changed() {
    m_plot.refresh();
}

template <typename T>
void Series::assign(T& member, const T& value) {
    if (!(member == value)) {
        member = value;
        changed();
    }
}

void Series::setData(std::span<const double> x, std::span<const double> y) {
    const std::size_t size = std::min(x.size(), y.size());
    m_x.assign(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(size));
    m_y.assign(y.begin(), y.begin() + static_cast<std::ptrdiff_t>(size));
    changed();
}

void Series::setBand(std::span<const double> x, std::span<const double> lower,
                     std::span<const double> upper) {
    const auto size = static_cast<std::ptrdiff_t>(std::min({x.size(), lower.size(), upper.size()}));
    m_bandX.assign(x.begin(), x.begin() + size);
    m_bandLower.assign(lower.begin(), lower.begin() + size);
    m_bandUpper.assign(upper.begin(), upper.begin() + size);
    changed();
}

void Series::clear() {
    setData({}, {});
    setBand({}, {}, {});
    setDiverged({});
}

void Series::setName(const QString& name) {
    assign(m_name, name);
}
void Series::setEndLabel(const EndLabel& label) {
    assign(m_endLabel, label);
}
void Series::setShape(SeriesShape shape) {
    assign(m_shape, shape);
}
void Series::setArea(std::optional<double> base) {
    assign(m_area, base);
}
void Series::setDashed(bool dashed) {
    assign(m_dashed, dashed);
}
void Series::setEndMarker(bool shown) {
    assign(m_endMarker, shown);
}
void Series::setVertexMarkers(bool shown) {
    assign(m_vertexMarkers, shown);
}
void Series::setCasing(bool shown) {
    assign(m_casing, shown);
}
void Series::setDiverged(const QString& words) {
    assign(m_diverged, words);
}
void Series::setVisible(bool visible) {
    assign(m_visible, visible);
}

std::optional<std::size_t> Series::nearest(double x) const {
    if (m_x.empty() || m_shape == SeriesShape::Path) {
        return std::nullopt;
    }
    const auto after = std::lower_bound(m_x.begin(), m_x.end(), x);
    if (after == m_x.begin()) {
        return 0;
    }
    const auto index = static_cast<std::size_t>(after - m_x.begin());
    if (after == m_x.end() || x - m_x[index - 1] < m_x[index] - x) {
        return index - 1;
    }
    return index;
}

std::optional<double> Series::valueAt(double x) const {
    if (m_shape == SeriesShape::Path) {
        return std::nullopt;
    }
    const auto after = std::upper_bound(m_x.begin(), m_x.end(), x);
    if (after == m_x.begin()) {
        return std::nullopt;
    }
    const auto right = static_cast<std::size_t>(after - m_x.begin());
    const std::size_t left = right - 1;
    double value = m_y[left];
    if (right == m_x.size()) {
        const bool isInLastBin =
            m_role == SeriesRole::Histogram && m_x.size() > 1 && x <= m_x[left] + (m_x[1] - m_x[0]);
        if (x > m_x[left] && !isInLastBin) {
            return std::nullopt;
        }
    } else if (m_shape == SeriesShape::Lines && x > m_x[left]) {
        value += (m_y[right] - value) * (x - m_x[left]) / (m_x[right] - m_x[left]);
    }
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> Series::pathAt(double y) const {
    if (m_shape == SeriesShape::Path) {
        for (std::size_t i = 0; i < m_x.size(); ++i) {
            if (m_y[i] == y && std::isfinite(m_x[i])) {
                return m_x[i];
            }
        }
    }
    return std::nullopt;
}

} // namespace reluscope::ui
