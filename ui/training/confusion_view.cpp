// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/confusion_view.h"

#include "ui/controls/number_text.h"
#include "ui/plot/diverged.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

constexpr qreal nameGap = 6;
constexpr qreal lineHeight = 18;
constexpr qreal widestCell = 1.7;     ///< width by height
constexpr qreal leastUnderNames = 17; ///< height of a cell for which upright names are worth it
constexpr qreal mostOfWidth = 0.4;    ///< for the names of rows

QString capitalized(const QString& word) {
    return word.left(1).toUpper() + word.mid(1);
}

QString count(std::size_t value) {
    return countText(static_cast<qint64>(value));
}

} // namespace

ConfusionView::ConfusionView(const Experiment& experiment, const Dataset& dataset, QWidget* parent)
    : LearnedView(parent)
    , m_description(*this) {
    for (const std::string& name : dataset.classNames) {
        m_classNames << className(name);
    }
    for (const RunSpec& run : experiment.runs) {
        m_runs.push_back({.name = toQString(run.name), .matrix = {}});
    }
    setObjectName(QStringLiteral("confusionMatrix"));
    setAccessibleName(tr("Confusion matrix"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void ConfusionView::setSelectedRun(std::size_t run) {
    m_selectedRun = run;
    describe();
    update();
}

void ConfusionView::showHistory(const std::vector<RunHistory>& history) {
    for (std::size_t run = 0; run < m_runs.size(); ++run) {
        m_runs[run].hasDiverged = history[run].isDivergenceShown();
        const auto& shown = history[run].shown();
        m_runs[run].matrix = shown ? shown->measured->confusion : std::nullopt;
        m_runs[run].epoch = shown ? shown->epoch : 0;
    }
    describe();
    update();
}

std::optional<ConfusionView::Cell> ConfusionView::pointedAt() const {
    return m_hovered ? m_hovered : hasFocus() ? std::optional(m_current) : std::nullopt;
}

std::optional<ConfusionView::Cell> ConfusionView::worstMistake() const {
    std::optional<Cell> worst;
    std::uint32_t most = 0;
    for (int actual = 0; actual < classCount(); ++actual) {
        for (int predicted = 0; predicted < classCount(); ++predicted) {
            const std::uint32_t own = content().matrix->at(static_cast<std::size_t>(actual),
                                                           static_cast<std::size_t>(predicted));
            if (actual != predicted && own > most) {
                most = own;
                worst = Cell{actual, predicted};
            }
        }
    }
    return worst;
}

QString ConfusionView::inWords(Cell cell) const {
    const auto actual = static_cast<std::size_t>(cell.actual);
    const QString share =
        tr("%1 of %2")
            .arg(count(content().matrix->at(actual, static_cast<std::size_t>(cell.predicted))),
                 count(content().matrix->examplesOf(actual)));
    const QString name = capitalized(m_classNames[cell.actual]);
    return cell.actual == cell.predicted
               ? tr("%1 recognized: %2").arg(name, share)
               : tr("%1 taken for %2: %3").arg(name, m_classNames[cell.predicted], share);
}

QString ConfusionView::readout() const {
    if (!content().matrix || content().hasDiverged) {
        return {};
    }
    if (const auto cell = pointedAt()) {
        return inWords(*cell);
    }
    const auto worst = worstMistake();
    return worst ? inWords(*worst) : tr("All are recognized.");
}

void ConfusionView::describe() {
    if (content().hasDiverged) {
        m_description.setText(tr("%1: diverged.").arg(content().name));
        return;
    }
    if (!content().matrix) {
        return;
    }
    const ConfusionMatrix& matrix = *content().matrix;
    QString text = tr("Epoch %1. %2: %3 of %4 test examples recognized.")
                       .arg(content().epoch)
                       .arg(content().name, count(matrix.correct()), count(matrix.examples()));
    if (const auto worst = worstMistake()) {
        text += QLatin1Char(' ') + tr("Most frequent mistake: %1.").arg(inWords(*worst));
    }
    if (hasFocus()) {
        text = inWords(m_current);
    }
    m_description.setText(text);
}

qreal ConfusionView::nameWidth() const {
    QFont small = font();
    small.setPixelSize(scaled(this, 11));
    const QFontMetricsF metrics(small);
    qreal widest = 0;
    for (const QString& name : m_classNames) {
        widest = std::max(widest, metrics.horizontalAdvance(name));
    }
    return std::min(widest, mostOfWidth * width());
}

ConfusionView::Layout ConfusionView::layOut() const {
    const qreal scale = scaleOf(this);
    const qreal line = lineHeight * scale;
    const qreal left = nameWidth() + nameGap * scale;
    const qreal classes = classCount();
    const qreal wide = (width() - left - 1) / classes;
    const auto heightUnder = [&](qreal top) {
        return std::min((height() - top - line) / classes, wide);
    };
    Layout layout;
    qreal top = line;
    if (nameWidth() + 2 * scale <= std::min(wide, widestCell * heightUnder(2 * line))) {
        layout.names = ColumnNames::Level;
        top = 2 * line;
    } else if (heightUnder(line + nameWidth()) >= leastUnderNames * scale) {
        layout.names = ColumnNames::Upright;
        top = line + nameWidth();
    }
    const qreal high = std::max(1.0, heightUnder(top));
    layout.cells = QRectF(left, top, std::min(wide, widestCell * high) * classes, high * classes);
    return layout;
}

QRectF ConfusionView::cell(int actual, int predicted) const {
    const QRectF cells = layOut().cells;
    // On whole pixels, so that all gaps look the same.
    const auto x = [&](int at) {
        return std::round(cells.left() + cells.width() * at / classCount());
    };
    const auto y = [&](int at) {
        return std::round(cells.top() + cells.height() * at / classCount());
    };
    return {QPointF(x(predicted), y(actual)), QPointF(x(predicted + 1) - 1, y(actual + 1) - 1)};
}

bool ConfusionView::areCountsReadable(const QRectF& cell) const {
    QFont small = font();
    small.setPixelSize(scaled(this, 11));
    std::size_t most = 0;
    for (int actual = 0; actual < classCount(); ++actual) {
        most = std::max(most, content().matrix->examplesOf(static_cast<std::size_t>(actual)));
    }
    return QFontMetricsF(small).horizontalAdvance(count(most)) + 2 <= cell.width();
}

void ConfusionView::paintNames(QPainter& painter, const Layout& layout) const {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const QFontMetricsF metrics(painter.font());
    const auto elided = [&](int index) {
        return metrics.elidedText(m_classNames[index], Qt::ElideRight, nameWidth() + 1);
    };
    painter.setPen(theme.color(Tone::Text3));
    painter.drawText(
        QRectF(layout.cells.left(), 0, width() - layout.cells.left(), lineHeight * scale),
        Qt::AlignLeft | Qt::AlignVCenter,
        areCountsReadable(cell(0, 0)) ? tr("taken for") : tr("taken for, in % of the row"));
    painter.setPen(theme.color(Tone::Text2));
    for (int index = 0; index < classCount(); ++index) {
        const QRectF own = cell(index, index);
        painter.drawText(QRectF(0, own.top(), nameWidth(), own.height()),
                         Qt::AlignRight | Qt::AlignVCenter, elided(index));
        if (layout.names == ColumnNames::Level) {
            painter.drawText(QRectF(own.left(), layout.cells.top() - lineHeight * scale,
                                    own.width(), lineHeight * scale),
                             Qt::AlignCenter, elided(index));
        } else if (layout.names == ColumnNames::Upright) {
            painter.save();
            painter.translate(own.center().x(), layout.cells.top() - 4 * scale);
            painter.rotate(-90);
            painter.drawText(QRectF(0, -own.width() / 2, nameWidth() + 1, own.width()),
                             Qt::AlignLeft | Qt::AlignVCenter, elided(index));
            painter.restore();
        }
    }
}

void ConfusionView::paintCells(QPainter& painter, const Layout& layout) const {
    const Theme& theme = Theme::of(this);
    const bool areCounts = areCountsReadable(cell(0, 0));
    const qreal least = QFontMetricsF(painter.font()).horizontalAdvance(QStringLiteral("99"));
    for (int actual = 0; actual < classCount(); ++actual) {
        const auto all = content().matrix->examplesOf(static_cast<std::size_t>(actual));
        for (int predicted = 0; predicted < classCount(); ++predicted) {
            const auto own = content().matrix->at(static_cast<std::size_t>(actual),
                                                  static_cast<std::size_t>(predicted));
            if (own == 0) {
                continue; // no ink for nothing
            }
            const double share = static_cast<double>(own) / static_cast<double>(all);
            const QRectF area = cell(actual, predicted);
            painter.fillRect(area,
                             Theme::mix(theme.color(Tone::Zone), theme.color(Tone::Accent), share));
            const int percent = static_cast<int>(std::lround(100 * share));
            const bool isFigureShown = areCounts || (percent > 0 && least <= area.width());
            if (isFigureShown) {
                constexpr double darkFrom = 0.45;
                painter.setPen(theme.color(share >= darkFrom ? Tone::OnAccent : Tone::Text1));
                painter.drawText(area, Qt::AlignCenter,
                                 areCounts ? count(own) : QString::number(percent));
            }
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.color(Tone::Border));
    painter.drawRect(layout.cells.adjusted(-1, -1, 0, 0));
    if (const auto pointed = pointedAt()) {
        painter.setPen(QPen(theme.color(Tone::Text1), 2 * scaleOf(this)));
        painter.drawRect(cell(pointed->actual, pointed->predicted).adjusted(-0.5, -0.5, 0.5, 0.5));
    }
}

void ConfusionView::paintReadout(QPainter& painter, const Layout& layout) const {
    const Theme& theme = Theme::of(this);
    const QRectF line(0, layout.cells.bottom(), width(), lineHeight * scaleOf(this));
    QFont small = painter.font();
    small.setPixelSize(scaled(this, 12));
    painter.setFont(small);
    painter.setPen(theme.color(pointedAt() ? Tone::Text1 : Tone::Text2));
    const QFontMetricsF metrics(small);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(readout(), Qt::ElideRight, line.width()));
}

void ConfusionView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (content().hasDiverged) {
        drawDiverged(painter, QRectF(rect()), font(), Theme::of(this), scaleOf(this));
        return;
    }
    if (!content().matrix) {
        return;
    }
    QFont small = font();
    small.setPixelSize(scaled(this, 11));
    painter.setFont(small);
    const Layout layout = layOut();
    paintNames(painter, layout);
    paintCells(painter, layout);
    paintReadout(painter, layout);
}

QSize ConfusionView::minimumSizeHint() const {
    return {scaled(this, 180), scaled(this, 120)};
}

bool ConfusionView::event(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        update();
    }
    return LearnedView::event(event);
}

void ConfusionView::keyPressEvent(QKeyEvent* event) {
    Cell next = m_current;
    switch (event->key()) {
    case Qt::Key_Left:
        --next.predicted;
        break;
    case Qt::Key_Right:
        ++next.predicted;
        break;
    case Qt::Key_Up:
        --next.actual;
        break;
    case Qt::Key_Down:
        ++next.actual;
        break;
    default:
        LearnedView::keyPressEvent(event);
        return;
    }
    m_hovered.reset(); // the keyboard was touched last
    m_current = {std::clamp(next.actual, 0, classCount() - 1),
                 std::clamp(next.predicted, 0, classCount() - 1)};
    describe();
    update();
}

void ConfusionView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF cells = layOut().cells;
    const QPointF at = event->position() - cells.topLeft();
    const auto index = [this](qreal offset, qreal extent) {
        return std::clamp(static_cast<int>(offset * classCount() / extent), 0, classCount() - 1);
    };
    std::optional<Cell> hovered;
    if (cells.contains(event->position())) {
        hovered = Cell{index(at.y(), cells.height()), index(at.x(), cells.width())};
    }
    if (hovered != m_hovered) {
        m_hovered = hovered;
        update();
    }
}

void ConfusionView::leaveEvent(QEvent*) {
    m_hovered.reset();
    update();
}

void ConfusionView::focusInEvent(QFocusEvent*) {
    describe();
    update();
}

void ConfusionView::focusOutEvent(QFocusEvent*) {
    describe();
    update();
}

} // namespace reluscope::ui
