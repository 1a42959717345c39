// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_cells.h"

#include "ui/plot/hatch.h"
#include "ui/theme/theme.h"
#include "ui/training/unit_marks.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace reluscope::ui {
namespace {

constexpr qreal activationShare = 0.8; ///< of the colour where a unit says most
constexpr qreal weightShare = 1.0;
constexpr qreal deadHatch = 6;
constexpr qreal divergedHatch = 5;

/// Colours of -1 to 1.
class Shades {
  public:
    Shades(const Theme& theme, qreal share)
        : m_nothing(theme.color(Tone::Tile).rgb()) {
        for (std::size_t i = 0; i < m_shades.size(); ++i) {
            const qreal value = (static_cast<qreal>(i) - middle) / middle;
            const Tone tone = value < 0 ? Tone::Negative : Tone::Positive;
            m_shades[i] =
                Theme::mix(theme.color(Tone::Tile), theme.color(tone), share * std::abs(value))
                    .rgb();
        }
    }

    QRgb operator()(float value) const {
        constexpr float half = 0.5F;
        return std::isfinite(value) ? m_shades[static_cast<std::size_t>(
                                          std::clamp(value, -1.0F, 1.0F) * middle + middle + half)]
                                    : m_nothing;
    }

  private:
    static constexpr int middle = 128;
    std::array<QRgb, 2 * middle + 1> m_shades;
    QRgb m_nothing;
};

/// Where the pixels along an edge of a cell take their values from.
struct Sample {
    std::size_t first;
    std::size_t second;
    float share; ///< of the second
};

enum class Sampling { Nearest, Linear };

std::vector<Sample> samples(std::size_t places, int pixels, Sampling sampling) {
    std::vector<Sample> found;
    const double last = static_cast<double>(places) - 1;
    for (int pixel = 0; pixel < pixels; ++pixel) {
        const double at =
            std::clamp((pixel + 0.5) * static_cast<double>(places) / pixels - 0.5, 0.0, last);
        if (sampling == Sampling::Nearest) {
            const auto nearest = static_cast<std::size_t>(std::lround(at));
            found.push_back({nearest, nearest, 0});
        } else {
            const auto first = static_cast<std::size_t>(at);
            found.push_back(
                {first, std::min(first + 1, places - 1), static_cast<float>(at - std::floor(at))});
        }
    }
    return found;
}

class CellPainter {
  public:
    CellPainter(const Theme& theme, int side, qreal scale, qreal pixelRatio)
        : m_theme(theme)
        , m_activations(theme, activationShare)
        , m_weights(theme, weightShare)
        , m_side(side)
        , m_scale(scale)
        , m_ratio(pixelRatio)
        , m_silent(stamp([this](QPainter& painter) { drawSilent(painter); }))
        , m_dead(stamp([this](QPainter& painter) { drawDead(painter); }))
        , m_diverged(stamp([this](QPainter& painter) { drawDiverged(painter); })) {}

    void paintStamp(QPainter& painter, QRect cell, const QImage& stamp) const {
        painter.drawImage(cell.topLeft(), stamp);
    }

    void paintEdge(QPainter& painter, QRect cell, UnitState state) const {
        painter.setBrush(Qt::NoBrush);
        if (state != UnitState::Saturated) {
            painter.setPen(m_theme.color(Tone::Border));
            painter.drawRect(cell.adjusted(0, 0, -1, -1));
            return;
        }
        const qreal edge = std::max(2.0, std::round(2 * m_scale));
        QPen pen(m_theme.color(Tone::UnitSaturated), edge);
        pen.setJoinStyle(Qt::MiterJoin);
        painter.setPen(pen);
        painter.drawRect(QRectF(cell).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2));
        // On a plate of its own, or the picture under them would drown the bars.
        const qreal mark = markSize() * 0.8;
        QRectF plate(0, 0, mark + 4, mark + 2);
        plate.moveBottomRight(QRectF(cell).bottomRight() - QPointF(edge, edge));
        painter.fillRect(plate, m_theme.color(Tone::Tile));
        drawUnitMark(painter, state, plate.center(), mark, m_theme);
    }

    /// Straight into the image: a painter would take far longer for so many so small pictures.
    void paintValues(QImage& image, QRect cell, const UnitPictures& pictures, std::size_t unit,
                     float neutral) {
        const std::size_t places = pictures.rows * pictures.columns;
        const auto values = std::span(pictures.values).subspan(unit * places, places);
        float reach = 0;
        for (const float value : values) {
            const float own = std::abs(value - neutral);
            reach = std::isfinite(own) ? std::max(reach, own) : reach;
        }
        const float toShade = reach > 0 ? 1 / reach : 0;
        const QRect pixels(toPixels(cell.left()), toPixels(cell.top()),
                           toPixels(cell.right() + 1) - toPixels(cell.left()),
                           toPixels(cell.bottom() + 1) - toPixels(cell.top()));
        prepareSamples(pictures, pixels.size());
        const Shades& shades = pictures.areWeights ? m_weights : m_activations;
        for (int y = 0; y < pixels.height(); ++y) {
            // What units say has its first row at the bottom.
            const Sample& row =
                m_rows[static_cast<std::size_t>(pictures.areWeights ? y : pixels.height() - 1 - y)];
            const float* upper = values.data() + row.first * pictures.columns;
            const float* lower = values.data() + row.second * pictures.columns;
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(pixels.top() + y)) + pixels.left();
            for (const Sample& column : m_columns) {
                const float first = mix(upper[column.first], upper[column.second], column.share);
                const float second = mix(lower[column.first], lower[column.second], column.share);
                *line++ = shades((mix(first, second, row.share) - neutral) * toShade);
            }
        }
    }

    const QImage& silent() const { return m_silent; }
    const QImage& dead() const { return m_dead; }
    const QImage& diverged() const { return m_diverged; }

  private:
    static float mix(float first, float second, float share) {
        return first + (second - first) * share;
    }

    int toPixels(int length) const { return qRound(length * m_ratio); }

    qreal markSize() const { return std::clamp(m_side * 0.4, 6.0, 16 * m_scale); }

    QRectF area() const { return QRectF(0, 0, m_side, m_side); }

    template <class Draw>
    QImage stamp(const Draw& draw) const {
        QImage image(QSize(toPixels(m_side), toPixels(m_side)), QImage::Format_RGB32);
        image.setDevicePixelRatio(m_ratio);
        image.fill(m_theme.color(Tone::Zone));
        QPainter painter(&image);
        draw(painter);
        return image;
    }

    void drawSilent(QPainter& painter) const {
        QPen pen(m_theme.color(Tone::UnitSilent), 1);
        pen.setDashPattern({3, 2});
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawRect(0, 0, m_side - 1, m_side - 1);
        drawUnitMark(painter, UnitState::Silent, area().center(), markSize(), m_theme);
    }

    void drawDead(QPainter& painter) const {
        drawHatch(painter, area(), m_theme.color(Tone::Hatch), deadHatch * m_scale, 1);
        painter.setPen(m_theme.color(Tone::UnitSilent));
        painter.drawRect(0, 0, m_side - 1, m_side - 1);
        drawUnitMark(painter, UnitState::PermanentlyDead, area().center(), markSize(), m_theme);
    }

    void drawDiverged(QPainter& painter) const {
        drawHatch(painter, area(), m_theme.color(Tone::Strong), divergedHatch * m_scale, 1);
        painter.setPen(m_theme.color(Tone::Border));
        painter.drawRect(0, 0, m_side - 1, m_side - 1);
    }

    /// Cells of a layer are alike, so that this is done once for each layer.
    void prepareSamples(const UnitPictures& pictures, QSize pixels) {
        const QSize places(static_cast<int>(pictures.columns), static_cast<int>(pictures.rows));
        if (m_sampledPlaces == places && m_sampledPixels == pixels) {
            return;
        }
        m_sampledPlaces = places;
        m_sampledPixels = pixels;
        // Weights are numbers of their own, not samples of something smooth; but where several
        // share a pixel none may be left out.
        const bool isSmooth = !pictures.areWeights || pixels.width() < places.width();
        const Sampling sampling = isSmooth ? Sampling::Linear : Sampling::Nearest;
        m_columns = samples(pictures.columns, pixels.width(), sampling);
        m_rows = samples(pictures.rows, pixels.height(), sampling);
    }

    const Theme& m_theme;
    Shades m_activations;
    Shades m_weights;
    int m_side;
    qreal m_scale;
    qreal m_ratio;
    QImage m_silent;
    QImage m_dead;
    QImage m_diverged;
    QSize m_sampledPlaces;
    QSize m_sampledPixels;
    std::vector<Sample> m_columns;
    std::vector<Sample> m_rows;
};

} // namespace

float neutralActivation(const Activation& activation) {
    const OutputRange range = activation.outputs();
    const double middle = (range.lower + range.upper) / 2;
    return std::isfinite(middle) ? static_cast<float>(middle) : 0;
}

QImage drawUnitCells(const UnitCells& cells, const UnitLayout& layout, const Theme& theme,
                     qreal scale, qreal pixelRatio) {
    const QSize size(qRound(layout.width() * pixelRatio), qRound(layout.height() * pixelRatio));
    QImage image(size, QImage::Format_RGB32);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(theme.color(Tone::Tile));
    if (image.isNull()) {
        return image;
    }
    CellPainter cellPainter(theme, layout.side(), scale, pixelRatio);
    const auto forEachCell = [&](const auto& paint) {
        for (std::size_t layer = 0; layer < cells.states.size(); ++layer) {
            for (std::size_t unit = 0; unit < cells.states[layer].size(); ++unit) {
                paint(UnitPlace{layer, unit}, cells.states[layer][unit]);
            }
        }
    };
    const auto hasPicture = [&](UnitState state) {
        return !cells.hasDiverged && (state == UnitState::Alive || state == UnitState::Saturated);
    };
    forEachCell([&](UnitPlace place, UnitState state) {
        if (hasPicture(state)) {
            const UnitPictures& pictures = cells.pictures[place.layer];
            cellPainter.paintValues(image, layout.cell(place), pictures, place.unit,
                                    pictures.areWeights ? 0 : cells.neutral[place.layer]);
        }
    });
    QPainter painter(&image);
    forEachCell([&](UnitPlace place, UnitState state) {
        const QRect cell = layout.cell(place);
        if (hasPicture(state)) {
            cellPainter.paintEdge(painter, cell, state);
        } else if (cells.hasDiverged) {
            cellPainter.paintStamp(painter, cell, cellPainter.diverged());
        } else {
            cellPainter.paintStamp(painter, cell,
                                   state == UnitState::Silent ? cellPainter.silent()
                                                              : cellPainter.dead());
        }
    });
    return image;
}

} // namespace reluscope::ui
