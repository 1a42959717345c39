// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/paced_description.h"
#include "ui/plot/interval.h"
#include "ui/plot/letter_marks.h"
#include "ui/plot/series.h"

#include <QPointer>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace reluscope::ui {

class PlotCanvas;
class PlotNavigation;

enum class PlotAxis { X, Y };

struct AxisOptions {
    Scale scale = Scale::Linear;
    /// The text of the last tick, where the unit stands: tr("epoch %1"), tr("%1 %").
    QString lastTick{};
    bool grid = false;     ///< the y axis has one by default
    bool labels = true;    ///< false: neither ticks nor labels, as above a histogram
    bool integers = false; ///< no ticks between whole numbers
    /// Where a log axis shows exact zeros; nothing else is marked from there to ten times it. 0:
    /// it does not show them.
    double zeroPlace = 0.0;
    /// Named places instead of numbers, such as layers.
    std::vector<std::pair<double, QString>> names{};
};

/// A vertical band; ends may be infinite. Plain: almost no gradient. Hatched: none at all.
struct Zone {
    double from = 0.0;
    double to = 0.0;
    bool hatched = false;
    bool operator==(const Zone&) const = default;
};

/// An end of a line at a jump: closed where the value is taken, open where it is not.
struct JumpDisc {
    double x = 0.0;
    double y = 0.0;
    int run = 0;
    bool open = false;
    bool operator==(const JumpDisc&) const = default;
};

enum class CrossHairMode {
    None,
    Hover, ///< follows the mouse and the arrow keys from sample to sample; hides on leaving
    Drag,  ///< stays where it was put; dragged, clicked or moved with the arrow keys
    Row,   ///< lies on one of the y axis' names, and reads the x of Paths; otherwise as Hover
};

struct CrossHairOptions {
    CrossHairMode mode = CrossHairMode::None;
    /// The read-out: tr("x = %1"), tr("epoch %1"). Empty: the line has no box (a linked plot).
    /// Of a Row it is the name.
    QString caption{};
    /// How values are written in the read-out; three significant digits without it.
    std::function<QString(double)> valueText{};
};

/// One set of axes with lines, zones, end labels and a cross-hair. Knows how things look and
/// nothing about what they mean. All setters are cheap: they mark the plot, and it draws once per
/// turn of the event loop, and only while visible.
class Plot : public QWidget {
    Q_OBJECT

  public:
    explicit Plot(QWidget* parent = nullptr);
    ~Plot() override;

    Series& addSeries(int run, SeriesRole role);
    void removeSeries(Series& series);
    void clearSeries();
    [[nodiscard]] const std::vector<std::unique_ptr<Series>>& series() const { return m_series; }

    void setAxis(PlotAxis axis, const AxisOptions& options);
    [[nodiscard]] const AxisOptions& axis(PlotAxis axis) const;

    /// The range to show and to come home to. While the user has zoomed, only home moves.
    void setRange(PlotAxis axis, Interval range);
    [[nodiscard]] Interval range(PlotAxis axis) const; ///< what is shown
    [[nodiscard]] Interval homeRange(PlotAxis axis) const;
    /// Widens the home range in round steps until it holds all visible series.
    void growRange(PlotAxis axis);
    /// The extent of the visible series, bands included.
    [[nodiscard]] std::optional<Interval> dataExtent(PlotAxis axis) const;

    void setZones(std::vector<Zone> zones);
    void setJumpDiscs(std::vector<JumpDisc> discs);
    /// Letters in circles, with leaders to places on the lines.
    void setLetterMarks(std::vector<LetterMark> marks);
    /// Small grey dots behind all lines: what the lines are to follow.
    void setDots(std::vector<QPointF> dots);
    /// Shows what drawDiverged() draws instead of all else.
    void setDiverged(bool diverged);
    /// Axis-coloured lines at x = 0 and y = 0.
    void setZeroLines(bool atX, bool atY);

    void setCrossHairOptions(const CrossHairOptions& options);
    [[nodiscard]] const CrossHairOptions& crossHairOptions() const { return m_crossHairOptions; }
    void setCrossHair(double x); ///< does not emit crossHairMoved; of a Row it is y
    void hideCrossHair();
    [[nodiscard]] std::optional<double> crossHair() const { return m_crossHair; }

    /// Makes both plots share x range, cross-hair and side margins. Transitive.
    void linkX(Plot* other);
    /// This plot and all that are linked to it, directly or through others.
    [[nodiscard]] std::vector<Plot*> linkedGroup();

    [[nodiscard]] const std::vector<Zone>& zones() const { return m_zones; }
    [[nodiscard]] const std::vector<JumpDisc>& jumpDiscs() const { return m_jumpDiscs; }
    [[nodiscard]] const std::vector<LetterMark>& letterMarks() const { return m_letterMarks; }
    [[nodiscard]] const std::vector<QPointF>& dots() const { return m_dots; }
    [[nodiscard]] bool isDiverged() const { return m_diverged; }
    [[nodiscard]] bool hasZeroLineAtX() const { return m_zeroLineAtX; }
    [[nodiscard]] bool hasZeroLineAtY() const { return m_zeroLineAtY; }

    /// Without it the wheel scrolls the page and only Ctrl+wheel zooms; dragging does not pan.
    void setInteractive(bool interactive);
    [[nodiscard]] bool isInteractive() const { return m_interactive; }

    /// The picture in words for assistive technology; passed on at most once a second.
    void setSummary(const QString& summary);

    /// Draws soon, if visible. Setters call it.
    void refresh();

    // What keyboard, mouse and tool buttons do.
    void zoom(double factor, QPointF about); ///< factor < 1 zooms in; `about` in widget pixels
    void zoom(double factor);                ///< about the cross-hair or the middle
    void zoomTo(const QRectF& pixels);
    void pan(QPointF pixels);
    /// Puts up a rectangle that keys move, size and zoom to.
    void beginZoomBox();
    void resetView();
    [[nodiscard]] bool isZoomed() const { return m_zoomed; }
    void moveCrossHair(double x); ///< as the user does: snaps, tells linked plots, emits

    [[nodiscard]] QRectF plotArea() const; ///< between the axes, in widget pixels
    [[nodiscard]] QPointF toPixels(QPointF value) const;
    [[nodiscard]] QPointF toData(QPointF pixels) const;

    /// For export and measuring: the canvas with all layers laid out.
    [[nodiscard]] PlotCanvas& canvas() { return *m_canvas; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    void crossHairMoved(double x); ///< by the user, or by the user in a linked plot
    void crossHairHidden();
    void viewChanged();
    void zoomedChanged(bool zoomed);

  protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    struct AxisState {
        AxisOptions options;
        Interval home;
        Interval shown;
    };

    [[nodiscard]] AxisState& state(PlotAxis axis);
    [[nodiscard]] const AxisState& state(PlotAxis axis) const;
    void showRanges(Interval x, Interval y);
    void setZoomed(bool zoomed);
    void placeCrossHair(std::optional<double> x);

    std::vector<std::unique_ptr<Series>> m_series;
    AxisState m_x;
    AxisState m_y;
    std::vector<Zone> m_zones;
    std::vector<JumpDisc> m_jumpDiscs;
    std::vector<LetterMark> m_letterMarks;
    std::vector<QPointF> m_dots;
    bool m_diverged = false;
    bool m_zeroLineAtX = false;
    bool m_zeroLineAtY = false;
    CrossHairOptions m_crossHairOptions;
    std::optional<double> m_crossHair;
    std::vector<QPointer<Plot>> m_linked;
    bool m_interactive = true;
    bool m_zoomed = false;
    bool m_dirty = true;
    PacedDescription m_summary;
    PlotCanvas* m_canvas; // a child widget
    std::unique_ptr<PlotNavigation> m_navigation;
};

} // namespace reluscope::ui
