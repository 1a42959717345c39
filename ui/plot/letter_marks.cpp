// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/letter_marks.h"

#include "ui/theme/run_style.h"

#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <limits>

namespace reluscope::ui {

namespace {

constexpr qreal radius = 7.5;
constexpr qreal placeRadius = 3.0; ///< of the disc on the line
constexpr qreal gap = 2.0;         ///< between circles
constexpr qreal letterPixels = 10.0;

qreal distance(QPointF a, QPointF b) {
    return QLineF(a, b).length();
}

/// From a point to the nearest one of a line's.
qreal distance(QPointF point, const QLineF& line) {
    const QPointF along = line.p2() - line.p1();
    const qreal length = QPointF::dotProduct(along, along);
    const qreal share = length > 0.0 ? QPointF::dotProduct(point - line.p1(), along) / length : 0.0;
    return distance(point, line.pointAt(std::clamp(share, 0.0, 1.0)));
}

/// From the place to the middle of its circle, at the designed size: nearer ones first.
std::vector<QPointF> offsets() {
    constexpr std::array<qreal, 6> heights{17.0, 24.0, 33.0, 42.0, 51.0, 60.0};
    constexpr std::array<qreal, 5> asides{0.0, -13.0, 13.0, -26.0, 26.0};
    std::vector<QPointF> found;
    for (const qreal height : heights) {
        for (const qreal aside : asides) {
            found.emplace_back(aside, -height);
            found.emplace_back(aside, height);
        }
    }
    std::ranges::stable_sort(found, {}, [](QPointF offset) { return distance({}, offset); });
    return found;
}

class Placement {
  public:
    Placement(const PlotFrame& frame, std::span<const LetterMark> marks,
              const std::vector<std::unique_ptr<Series>>& series)
        : m_frame(frame) {
        for (const auto& one : series) {
            for (std::size_t i = 0; one->isVisible() && i < one->x().size(); ++i) {
                if (frame.x.canShow(one->x()[i]) && frame.y.canShow(one->y()[i])) {
                    m_linePoints.push_back(pixelsOf(one->x()[i], one->y()[i]));
                }
            }
        }
        std::ranges::sort(m_linePoints, {}, &QPointF::x);
        for (const LetterMark& mark : marks) {
            m_places.push_back(pixelsOf(mark.x, mark.y));
        }
    }

    std::vector<std::optional<QPointF>> circles() {
        std::vector<std::optional<QPointF>> found(m_places.size());
        for (std::size_t mark = 0; mark < m_places.size(); ++mark) {
            if (m_frame.area.adjusted(-1, -1, 1, 1).contains(m_places[mark])) {
                found[mark] = best(mark);
                m_circles.push_back(*found[mark]);
                m_leaders.emplace_back(m_places[mark], *found[mark]);
            }
        }
        return found;
    }

  private:
    QPointF pixelsOf(double x, double y) const {
        return {m_frame.x.toPixel(x), m_frame.y.toPixel(y)};
    }

    QPointF best(std::size_t mark) const {
        static const std::vector<QPointF> nearerFirst = offsets();
        qreal least = std::numeric_limits<qreal>::infinity();
        QPointF found;
        for (const QPointF& offset : nearerFirst) {
            const QPointF centre = m_places[mark] + offset * m_frame.scale;
            if (QLineF(m_places[mark], centre).length() / m_frame.scale >= least) {
                break; // and so are those that follow
            }
            const qreal badness = badnessOf(mark, centre);
            if (badness < least) {
                least = badness;
                found = centre;
            }
        }
        return found;
    }

    /// Its way from the place, and as much again for each thing that it is in the way of: some are
    /// worse than others.
    qreal badnessOf(std::size_t mark, QPointF centre) const {
        constexpr qreal linePoint = 3.0;
        constexpr qreal crossing = 40.0;
        constexpr qreal collision = 1000.0;
        const qreal scale = m_frame.scale;
        const qreal apart = (2.0 * radius + gap) * scale;
        const qreal besidePlace = (radius + placeRadius + 1.0) * scale;
        const QLineF leader(m_places[mark], centre);
        qreal badness = leader.length() / scale;
        const qreal edge = radius * scale;
        if (!m_frame.bounds.adjusted(edge, edge, -edge, -edge).contains(centre) ||
            centre.y() > m_frame.area.bottom() - edge) {
            badness += collision;
        }
        for (const QPointF& circle : m_circles) {
            badness += distance(circle, centre) < apart            ? collision
                       : distance(circle, leader) < radius * scale ? crossing
                                                                   : 0.0;
        }
        for (const QLineF& other : m_leaders) {
            badness += distance(centre, other) < edge ? crossing : 0.0;
        }
        for (std::size_t other = 0; other < m_places.size(); ++other) {
            badness +=
                other != mark && distance(m_places[other], centre) < besidePlace ? crossing : 0.0;
        }
        const auto first =
            std::ranges::lower_bound(m_linePoints, centre.x() - edge, {}, &QPointF::x);
        for (auto point = first; point != m_linePoints.end() && point->x() < centre.x() + edge;
             ++point) {
            badness += distance(*point, centre) < edge ? linePoint : 0.0;
        }
        return badness;
    }

    const PlotFrame& m_frame;
    std::vector<QPointF> m_linePoints; ///< from left to right
    std::vector<QPointF> m_places;
    std::vector<QPointF> m_circles; ///< placed so far
    std::vector<QLineF> m_leaders;  ///< to them
};

} // namespace

void drawLetter(QPainter& painter, const Theme& theme, const QFont& font, QPointF centre,
                const QString& letter, std::optional<int> run, qreal scale) {
    const QColor edge = run ? runStyle(theme, *run).color : theme.color(Tone::Text3);
    const QColor text = run ? runStyle(theme, *run).textColor : theme.color(Tone::Text2);
    painter.setPen(QPen(edge, 1.25 * scale));
    painter.setBrush(theme.color(Tone::Tile));
    painter.drawEllipse(centre, radius * scale, radius * scale);
    QFont sized = font;
    sized.setPixelSize(std::max(1, static_cast<int>(std::lround(letterPixels * scale))));
    sized.setWeight(QFont::Medium);
    painter.setFont(sized);
    painter.setPen(text);
    const QSizeF room(4.0 * radius * scale, 4.0 * radius * scale);
    painter.drawText(QRectF(centre - QPointF(room.width() / 2.0, room.height() / 2.0), room),
                     Qt::AlignCenter | Qt::TextSingleLine, letter);
}

std::vector<std::optional<QPointF>>
placeLetters(const PlotFrame& frame, std::span<const LetterMark> marks,
             const std::vector<std::unique_ptr<Series>>& series) {
    return Placement(frame, marks, series).circles();
}

void paintLetterMarks(QPainter& painter, const PlotFrame& frame, std::span<const LetterMark> marks,
                      const std::vector<std::unique_ptr<Series>>& series) {
    if (marks.empty()) {
        return; // most plots have none, and all points of their lines would be looked at
    }
    const auto circles = placeLetters(frame, marks, series);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto forShown = [&](auto paint) {
        for (std::size_t i = 0; i < marks.size(); ++i) {
            if (circles[i]) {
                const QPointF place(frame.x.toPixel(marks[i].x), frame.y.toPixel(marks[i].y));
                paint(marks[i], place, *circles[i]);
            }
        }
    };
    // Leaders below all circles, so that none strikes out a letter.
    forShown([&](const LetterMark& mark, QPointF place, QPointF circle) {
        const QColor colour = runStyle(*frame.theme, mark.run).color;
        painter.setPen(QPen(colour, frame.scale));
        painter.drawLine(place, circle);
        painter.setPen(QPen(frame.theme->color(Tone::Tile), frame.scale));
        painter.setBrush(colour);
        painter.drawEllipse(place, placeRadius * frame.scale, placeRadius * frame.scale);
    });
    forShown([&](const LetterMark& mark, QPointF, QPointF circle) {
        drawLetter(painter, *frame.theme, frame.font, circle, mark.letter, mark.run, frame.scale);
    });
    painter.restore();
}

} // namespace reluscope::ui
