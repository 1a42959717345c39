// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/interval.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace reluscope::ui {

class Plot;

enum class SeriesRole {
    Main,      ///< 2 px solid: live data, test loss
    Curve,     ///< 2.5 px in the dash of the run: a static picture of a function
    Tint,      ///< 1.25 px tint: training beside test; no label, no read-out
    Thin,      ///< 1.25 px in the full colour: connecting lines, such as the gradient ladder
    Histogram, ///< see histogram.h; x holds the lower ends of equal bins, y their counts
    Limit,     ///< 1 px grey dashes, of no run: what the lines are held against; no read-out
    Backdrop,  ///< 1 px outline over a grey area, of no run: what the lines are drawn over
};

enum class SeriesShape {
    Lines,
    Steps, ///< a value holds from its x to the next one
    Path,  ///< x in any order, as in the gradient ladder; never thinned, not read by a cross-hair
};

/// The words at the end of a line.
struct EndLabel {
    QString text{};
    QString note{};       ///< a second, smaller row
    bool figure = false;  ///< a 20 px figure such as "34.4 %"
    bool neutral = false; ///< text 2 instead of the run's colour: "all others"
    bool operator==(const EndLabel&) const = default;
};

/// One line of a plot; created by Plot::addSeries and owned by the plot. Every setter asks the
/// plot for a redraw, which happens at most once per turn of the event loop.
class Series {
  public:
    Series(Plot& plot, int run, SeriesRole role);

    /// Copies the points; x ascending (except for Path). A y that is not finite (or not positive on
    /// a log axis) leaves a gap. Keeps its buffers, so updates of the same size do not allocate.
    void setData(std::span<const double> x, std::span<const double> y);
    /// A tinted area between two lines, behind all lines; needs no setData.
    void setBand(std::span<const double> x, std::span<const double> lower,
                 std::span<const double> upper);
    void clear();

    void setName(const QString& name); ///< in the read-out; the end label does not change
    void setEndLabel(const EndLabel& label);
    void setShape(SeriesShape shape);
    /// Tints the area between line and `base`; no value removes it.
    void setArea(std::optional<double> base);
    /// The dash of the run. Live lines obey only up to 300 vertices; Curve is dashed by itself.
    void setDashed(bool dashed);
    void setEndMarker(bool shown);
    void setVertexMarkers(bool shown);
    /// A 5 px edge in the tile colour that lifts the line off what lies below it.
    void setCasing(bool shown);
    /// The line ends in a cross with these words, such as "ELU diverged at step 142: layer 2
    /// first"; an empty string takes the cross away. Replaces end marker and end label.
    void setDiverged(const QString& words);
    void setVisible(bool visible);

    [[nodiscard]] int run() const { return m_run; }
    [[nodiscard]] SeriesRole role() const { return m_role; }
    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] const EndLabel& endLabel() const { return m_endLabel; }
    [[nodiscard]] SeriesShape shape() const { return m_shape; }
    [[nodiscard]] std::optional<double> area() const { return m_area; }
    [[nodiscard]] bool isDashed() const { return m_dashed; }
    [[nodiscard]] bool hasEndMarker() const { return m_endMarker; }
    [[nodiscard]] bool hasVertexMarkers() const { return m_vertexMarkers; }
    [[nodiscard]] bool hasCasing() const { return m_casing; }
    [[nodiscard]] const QString& diverged() const { return m_diverged; }
    [[nodiscard]] bool isVisible() const { return m_visible; }

    [[nodiscard]] std::span<const double> x() const { return m_x; }
    [[nodiscard]] std::span<const double> y() const { return m_y; }
    [[nodiscard]] std::span<const double> bandX() const { return m_bandX; }
    [[nodiscard]] std::span<const double> bandLower() const { return m_bandLower; }
    [[nodiscard]] std::span<const double> bandUpper() const { return m_bandUpper; }

    /// The index of the sample nearest to x, if there are samples.
    [[nodiscard]] std::optional<std::size_t> nearest(double x) const;
    /// The value at x: between samples for lines, held for steps; nothing outside or in a gap.
    [[nodiscard]] std::optional<double> valueAt(double x) const;
    /// The x of the first vertex of a Path at height y, if it has one that is a number.
    [[nodiscard]] std::optional<double> pathAt(double y) const;

  private:
    template <typename T>
    void assign(T& member, const T& value);
    void changed();

    Plot& m_plot;
    int m_run;
    SeriesRole m_role;
    QString m_name;
    EndLabel m_endLabel;
    SeriesShape m_shape;
    std::optional<double> m_area;
    bool m_dashed;
    bool m_endMarker = false;
    bool m_vertexMarkers = false;
    bool m_casing = false;
    bool m_visible = true;
    QString m_diverged;
    std::vector<double> m_x;
    std::vector<double> m_y;
    std::vector<double> m_bandX;
    std::vector<double> m_bandLower;
    std::vector<double> m_bandUpper;
};

} // namespace reluscope::ui
