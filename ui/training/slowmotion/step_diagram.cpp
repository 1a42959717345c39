// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/slowmotion/step_diagram.h"

#include "ui/controls/number_text.h"
#include "ui/plot/hatch.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace reluscope::ui {
namespace {

constexpr qreal headLine = 17;
constexpr qreal underHead = 6;
constexpr qreal tallestNode = 26;
constexpr qreal widestPair = 116;
constexpr qreal leastPair = 84;
constexpr qreal widestNumber = 62;
constexpr qreal leastHeight = 11; ///< of a node with numbers
constexpr qreal nodeGap = 2;
constexpr qreal nearLine = 4;
constexpr qreal widestLine = 2.5;
constexpr qreal quietShare = 0.5; ///< of the colour of lines that are not the chosen unit's

QString shortNumber(double value) {
    return numberText(value, 2);
}

} // namespace

StepDiagram::StepDiagram(QWidget* parent)
    : QWidget(parent)
    , m_summary(*this) {
    setObjectName(QStringLiteral("stepDiagram"));
    setAccessibleName(tr("The step as a network"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void StepDiagram::setTrace(const StepTrace* trace) {
    m_trace = trace;
    m_hovered.reset();
    if (m_trace != nullptr) {
        m_example = std::min(m_example, m_trace->examples - 1);
        setPlace(m_chosen);
    }
    update();
}

void StepDiagram::setPhase(StepPhase phase) {
    m_phase = phase;
    update();
}

void StepDiagram::setExample(std::size_t example) {
    m_example = example;
    update();
}

void StepDiagram::setPlace(StepPlace place) {
    const auto& layers = m_trace->layers;
    place.layer = std::clamp<std::size_t>(place.layer, 1, layers.size() - 1);
    place.unit = std::min(place.unit, layers[place.layer].units.size() - 1);
    place.in = std::min(place.in, layers[place.layer - 1].units.size() - 1);
    if (place != m_chosen) {
        m_chosen = place;
        emit placeChanged();
    }
    update();
}

bool StepDiagram::isPartial() const {
    return std::ranges::any_of(m_trace->layers, [](const StepTrace::Layer& layer) {
        return layer.units.size() < layer.width;
    });
}

qreal StepDiagram::headHeight() const {
    return ((isPartial() ? 3 : 2) * headLine + underHead) * scaleOf(this);
}

StepDiagram::Form StepDiagram::form() const {
    const qreal scale = scaleOf(this);
    std::size_t most = 1;
    for (const StepTrace::Layer& layer : m_trace->layers) {
        most = std::max(most, layer.units.size());
    }
    const qreal pitch = width() / static_cast<qreal>(m_trace->layers.size() + 1);
    const qreal high =
        std::min(tallestNode * scale,
                 (height() - headHeight()) / static_cast<qreal>(most) - nodeGap * scale);
    const qreal wide = std::min(widestPair * scale, 0.6 * pitch);
    const bool hasPairs = wide >= leastPair * scale;
    return {.pitch = pitch,
            .node =
                QSizeF(hasPairs ? wide : std::min(wide, widestNumber * scale), std::max(3.0, high)),
            .hasNumbers = high >= leastHeight * scale && pitch >= leastPair * scale,
            .hasPairs = hasPairs};
}

QRectF StepDiagram::node(std::size_t layer, std::size_t unit) const {
    const Form own = form();
    const bool isLoss = layer == m_trace->layers.size();
    const auto count = static_cast<qreal>(isLoss ? 1 : m_trace->layers[layer].units.size());
    const qreal scale = scaleOf(this);
    const qreal step = own.node.height() + nodeGap * scale;
    const qreal top = headHeight() + (height() - headHeight() - count * step) / 2;
    const bool isSingle = layer == 0 || isLoss || !contentOf(layer, unit).right;
    const qreal wide =
        isSingle ? std::min(own.node.width(), widestNumber * scale) : own.node.width();
    return {own.pitch * (static_cast<qreal>(layer) + 0.5) - wide / 2,
            top + static_cast<qreal>(unit) * step, wide, own.node.height()};
}

StepDiagram::Content StepDiagram::contentOf(std::size_t layer, std::size_t unit) const {
    const StepTrace::Layer& own = m_trace->layers[layer];
    const std::size_t at = m_example * own.units.size() + unit;
    if (layer == 0) {
        return {.left = {}, .right = double{own.a[at]}};
    }
    const bool isOutput = own.functions.empty();
    switch (m_phase) {
    case StepPhase::Forward:
        return {.left = double{own.z[at]},
                .right = isOutput ? std::nullopt : std::optional(double{own.a[at]})};
    case StepPhase::Backward:
        return {.left = double{own.dz[at]},
                .right = isOutput ? std::nullopt : std::optional(double{own.da[at]}),
                .isFlat = !isOutput && own.slope[at] == 0};
    case StepPhase::Update:
        break;
    }
    return {.left = double{own.bias[unit]}, .right = double{own.biasAfter[unit]}};
}

double StepDiagram::lineOf(std::size_t layer, std::size_t unit, std::size_t in) const {
    const StepTrace::Layer& own = m_trace->layers[layer];
    const std::size_t at = unit * m_trace->layers[layer - 1].units.size() + in;
    switch (m_phase) {
    case StepPhase::Forward:
        return double{own.weight[at]};
    case StepPhase::Backward:
        return double{own.weightGradient[at]};
    case StepPhase::Update:
        break;
    }
    return double{own.weightAfter[at]} - double{own.weight[at]};
}

QString StepDiagram::headOf(std::size_t layer) const {
    if (layer == 0) {
        return tr("inputs");
    }
    const StepTrace::Layer& own = m_trace->layers[layer];
    return own.functions.empty()
               ? tr("output")
               : tr("layer %1 · %2").arg(layer).arg(functionName(*own.functions.front().info));
}

/// What the numbers in the nodes of a layer are, as they stand there.
QString StepDiagram::legendOf(std::size_t layer) const {
    const bool isOutput = m_trace->layers[layer].functions.empty();
    if (layer == 0) {
        return QStringLiteral("a");
    }
    switch (m_phase) {
    case StepPhase::Forward:
        return isOutput ? QStringLiteral("z") : QStringLiteral("z → a");
    case StepPhase::Backward:
        return isOutput ? QStringLiteral("∂L/∂z") : QStringLiteral("∂L/∂z ← ∂L/∂a");
    case StepPhase::Update:
        break;
    }
    return tr("b → new b");
}

void StepDiagram::paintHeads(QPainter& painter, const Theme& theme) const {
    const qreal scale = scaleOf(this);
    const Form own = form();
    QFont small = font();
    small.setPixelSize(scaled(this, 11));
    QFont name = font();
    name.setPixelSize(scaled(this, 12));
    name.setWeight(QFont::Medium);
    const int last = isPartial() ? 2 : 1;
    const auto write = [&](std::size_t layer, int row, const QFont& with, Tone tone,
                           const QString& text) {
        painter.setFont(with);
        painter.setPen(theme.color(tone));
        const QRectF area(own.pitch * static_cast<qreal>(layer), row * headLine * scale, own.pitch,
                          headLine * scale);
        painter.drawText(area, Qt::AlignCenter,
                         QFontMetricsF(with).elidedText(text, Qt::ElideRight, own.pitch - 4));
    };
    for (std::size_t layer = 0; layer < m_trace->layers.size(); ++layer) {
        const StepTrace::Layer& shown = m_trace->layers[layer];
        write(layer, 0, name, Tone::Text1, headOf(layer));
        if (shown.units.size() < shown.width) {
            write(layer, 1, small, Tone::Text2,
                  tr("%1 of %2 shown")
                      .arg(shown.units.size())
                      .arg(countText(static_cast<qint64>(shown.width))));
        }
        write(layer, last, small, Tone::Text3, legendOf(layer));
    }
    write(m_trace->layers.size(), 0, name, Tone::Text1, tr("loss"));
    write(m_trace->layers.size(), last, small, Tone::Text3, QStringLiteral("L"));
}

void StepDiagram::paintLine(QPainter& painter, const Theme& theme, StepPlace line, double share,
                            bool isProminent) const {
    const QRectF from = node(line.layer - 1, line.in);
    const QRectF to = node(line.layer, line.unit);
    const double strength = std::sqrt(std::abs(share));
    const QColor ink = theme.color(share < 0 ? Tone::Negative : Tone::Positive);
    const QColor colour =
        Theme::mix(theme.color(Tone::Tile), ink, isProminent ? 1.0 : quietShare * strength);
    painter.setPen(QPen(colour, std::max(0.5, widestLine * strength * (isProminent ? 1 : 0.6)) *
                                    scaleOf(this)));
    painter.drawLine(QPointF(from.right(), from.center().y()), QPointF(to.left(), to.center().y()));
}

void StepDiagram::paintLines(QPainter& painter, const Theme& theme) const {
    const StepPlace shown = place();
    for (std::size_t layer = 1; layer < m_trace->layers.size(); ++layer) {
        const std::size_t units = m_trace->layers[layer].units.size();
        const std::size_t inputs = m_trace->layers[layer - 1].units.size();
        double most = 0;
        for (std::size_t unit = 0; unit < units; ++unit) {
            for (std::size_t in = 0; in < inputs; ++in) {
                const double own = std::abs(lineOf(layer, unit, in));
                most = std::isfinite(own) ? std::max(most, own) : most;
            }
        }
        const auto paint = [&](std::size_t unit, bool isProminent) {
            for (std::size_t in = 0; in < inputs; ++in) {
                const double own = lineOf(layer, unit, in);
                if (own != 0 && std::isfinite(own)) { // no ink for nothing
                    paintLine(painter, theme, {layer, unit, in}, own / most, isProminent);
                }
            }
        };
        for (std::size_t unit = 0; unit < units; ++unit) {
            if (layer != shown.layer || unit != shown.unit) {
                paint(unit, false);
            }
        }
        if (layer == shown.layer) {
            paint(shown.unit, true);
        }
    }
    // The chosen weight itself, whatever it is.
    const QRectF from = node(shown.layer - 1, shown.in);
    const QRectF to = node(shown.layer, shown.unit);
    painter.setPen(QPen(theme.color(Tone::Text1), 1.5 * scaleOf(this)));
    painter.drawLine(QPointF(from.right(), from.center().y()), QPointF(to.left(), to.center().y()));
}

void StepDiagram::paintNode(QPainter& painter, const Theme& theme, std::size_t layer,
                            std::size_t unit) const {
    const qreal scale = scaleOf(this);
    const Form own = form();
    const QRectF area = node(layer, unit);
    const Content content = contentOf(layer, unit);
    const StepPlace shown = place();
    const bool isChosen = layer == shown.layer && unit == shown.unit;
    const bool isSource = layer + 1 == shown.layer && unit == shown.in;
    const qreal corner = std::min(4 * scale, area.height() / 2);

    painter.setPen(QPen(theme.color(isChosen || isSource ? Tone::Text1 : Tone::Border),
                        isChosen ? 2 * scale : 1));
    painter.setBrush(theme.color(content.isFlat ? Tone::Zone : Tone::Tile));
    painter.drawRoundedRect(area, corner, corner);
    if (content.isFlat) {
        constexpr qreal hatchSpacing = 6;
        drawHatch(painter, area.adjusted(1, 1, -1, -1), theme.color(Tone::Hatch),
                  hatchSpacing * scale, 1);
    }
    if (!own.hasNumbers) {
        return;
    }
    QFont figures = font();
    figures.setPixelSize(std::min(scaled(this, 12), static_cast<int>(area.height() * 0.85)));
    painter.setFont(figures);
    painter.setPen(theme.color(Tone::Text1));
    if (!own.hasPairs || !content.left || !content.right) {
        const auto value = m_phase == StepPhase::Forward && content.right ? content.right
                           : content.left                                 ? content.left
                                                                          : content.right;
        painter.drawText(area, Qt::AlignCenter, shortNumber(*value));
        return;
    }
    const qreal half = area.width() / 2;
    painter.drawText(area.adjusted(0, 0, -half, 0), Qt::AlignCenter, shortNumber(*content.left));
    painter.drawText(area.adjusted(half, 0, 0, 0), Qt::AlignCenter, shortNumber(*content.right));
    painter.setPen(theme.color(Tone::Border));
    painter.drawLine(QPointF(area.center().x(), area.top() + 1),
                     QPointF(area.center().x(), area.bottom() - 1));
}

void StepDiagram::paintLoss(QPainter& painter, const Theme& theme) const {
    const std::size_t last = m_trace->layers.size() - 1;
    const QRectF area = node(last + 1, 0);
    painter.setPen(QPen(theme.color(Tone::Axis), 1));
    for (std::size_t unit = 0; unit < m_trace->layers[last].units.size(); ++unit) {
        const QRectF from = node(last, unit);
        painter.drawLine(QPointF(from.right(), from.center().y()),
                         QPointF(area.left(), area.center().y()));
    }
    const qreal corner = std::min(4 * scaleOf(this), area.height() / 2);
    painter.setPen(theme.color(Tone::Strong));
    painter.setBrush(theme.color(Tone::Selected));
    painter.drawRoundedRect(area, corner, corner);
    QFont figures = font();
    figures.setPixelSize(std::min(scaled(this, 12), static_cast<int>(area.height() * 0.85)));
    painter.setFont(figures);
    painter.setPen(theme.color(Tone::Text1));
    painter.drawText(area, Qt::AlignCenter, shortNumber(m_trace->losses[m_example]));
}

void StepDiagram::paintEvent(QPaintEvent*) {
    if (m_trace == nullptr) {
        return;
    }
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHeads(painter, theme);
    paintLines(painter, theme);
    paintLoss(painter, theme);
    for (std::size_t layer = 0; layer < m_trace->layers.size(); ++layer) {
        for (std::size_t unit = 0; unit < m_trace->layers[layer].units.size(); ++unit) {
            paintNode(painter, theme, layer, unit);
        }
    }
}

QSize StepDiagram::minimumSizeHint() const {
    return {scaled(this, 360), scaled(this, 180)};
}

void StepDiagram::keyPressEvent(QKeyEvent* event) {
    if (m_trace == nullptr) {
        QWidget::keyPressEvent(event);
        return;
    }
    StepPlace next = m_chosen;
    const bool isWeight = event->modifiers() & Qt::ShiftModifier;
    std::size_t& moved = isWeight ? next.in : next.unit;
    switch (event->key()) {
    case Qt::Key_Left:
        --next.layer; // setPlace() stops at the first hidden one
        break;
    case Qt::Key_Right:
        ++next.layer;
        break;
    case Qt::Key_Up:
        moved -= moved > 0 ? 1 : 0;
        break;
    case Qt::Key_Down:
        ++moved;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    hover(std::nullopt); // the keyboard was touched last
    setPlace(next);
}

std::optional<StepPlace> StepDiagram::at(QPointF position) const {
    const auto& layers = m_trace->layers;
    for (std::size_t layer = 1; layer < layers.size(); ++layer) {
        for (std::size_t unit = 0; unit < layers[layer].units.size(); ++unit) {
            if (node(layer, unit).contains(position)) {
                const bool isChosen = layer == m_chosen.layer && unit == m_chosen.unit;
                return StepPlace{layer, unit, isChosen ? m_chosen.in : 0};
            }
        }
    }
    // Of lines that lie close to each other, the nearest.
    std::optional<StepPlace> nearest;
    qreal least = nearLine * scaleOf(this);
    for (std::size_t layer = 1; layer < layers.size(); ++layer) {
        for (std::size_t unit = 0; unit < layers[layer].units.size(); ++unit) {
            for (std::size_t in = 0; in < layers[layer - 1].units.size(); ++in) {
                const QRectF from = node(layer - 1, in);
                const QRectF to = node(layer, unit);
                if (position.x() < from.right() || position.x() > to.left()) {
                    continue;
                }
                const qreal share = (position.x() - from.right()) / (to.left() - from.right());
                const qreal y = from.center().y() + share * (to.center().y() - from.center().y());
                if (std::abs(position.y() - y) < least) {
                    least = std::abs(position.y() - y);
                    nearest = StepPlace{layer, unit, in};
                }
            }
        }
    }
    return nearest;
}

void StepDiagram::hover(std::optional<StepPlace> place) {
    if (place != m_hovered) {
        m_hovered = place;
        update();
        emit placeChanged();
    }
}

void StepDiagram::mouseMoveEvent(QMouseEvent* event) {
    if (m_trace != nullptr) {
        hover(at(event->position()));
    }
}

void StepDiagram::mousePressEvent(QMouseEvent* event) {
    mouseMoveEvent(event);
    if (m_hovered && event->button() == Qt::LeftButton) {
        setPlace(*m_hovered);
    }
}

void StepDiagram::leaveEvent(QEvent*) {
    hover(std::nullopt);
}

} // namespace reluscope::ui
