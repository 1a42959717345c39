// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/race_table.h"

#include "ui/controls/number_text.h"
#include "ui/theme/run_style.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal headHeight = 18;
constexpr qreal leastRowHeight = 17;
constexpr qreal mostRowHeight = 26;
constexpr qreal swatchWidth = 26;
constexpr qreal gap = 6;
constexpr qreal textPixels = 12;
constexpr qreal headPixels = 11;

QFont fontOf(const QWidget* widget, qreal pixels, QFont::Weight weight = QFont::Normal) {
    QFont font = widget->font();
    font.setPixelSize(scaled(widget, pixels));
    font.setWeight(weight);
    return font;
}

QString figureText(double value, RaceTarget::Figure figure) {
    return figure == RaceTarget::Figure::Accuracy ? percentText(value) : numberText(value);
}

QString targetInWords(const RaceTarget& target) {
    return target.figure == RaceTarget::Figure::Accuracy
               ? RaceTable::tr("to %1 % training accuracy").arg(100 * target.value)
               : RaceTable::tr("to a training loss of %1").arg(exactText(target.value));
}

QString shortTarget(const RaceTarget& target) {
    return target.figure == RaceTarget::Figure::Accuracy
               ? RaceTable::tr("%1 % in training").arg(100 * target.value)
               : RaceTable::tr("training loss %1").arg(exactText(target.value));
}

/// Why a run is not there.
QString stateInWords(const RunHistory& history, RaceTarget::Figure figure) {
    const auto isPassed = [&](std::size_t epoch) {
        return !history.pastEpoch() || epoch <= *history.pastEpoch();
    };
    if (history.divergence() && isPassed(history.divergence()->epoch)) {
        return RaceTable::tr("diverged in epoch %1").arg(history.divergence()->epoch);
    }
    const auto best = bestOf(history, figure);
    const QString nearest = best ? figureText(*best, figure) : QStringLiteral("–");
    return history.stop() && isPassed(history.stop()->epoch)
               ? RaceTable::tr("stopped: %1 at best").arg(nearest)
               : RaceTable::tr("not yet: %1 at best").arg(nearest);
}

/// How many epochs, steps and seconds.
std::array<double, 3> figuresOf(const Arrival& arrival) {
    return {static_cast<double>(arrival.epoch), static_cast<double>(arrival.steps),
            arrival.seconds};
}

/// With two digits that count, and no power of ten.
QString secondsText(double seconds) {
    constexpr int most = 6;
    const int decimals =
        seconds > 0 ? std::clamp(1 - static_cast<int>(std::floor(std::log10(seconds))), 0, most)
                    : 0;
    return QString::number(seconds, 'f', decimals);
}

std::array<QString, 3> textsOf(const Arrival& arrival) {
    const QString mark = arrival.isExact ? QString() : QStringLiteral("≤ ");
    return {mark + countText(static_cast<qint64>(arrival.epoch)),
            mark + countText(static_cast<qint64>(arrival.steps)),
            mark + secondsText(arrival.seconds)};
}

} // namespace

RaceTable::RaceTable(QWidget* parent)
    : QWidget(parent)
    , m_description(*this) {
    setObjectName(QStringLiteral("raceTable"));
    setAccessibleName(tr("Who is faster?"));
    setToolTip(tr("Epochs, steps and seconds of training until a run was there for the first time "
                  "at the end of an epoch. The best of each are marked."));
}

void RaceTable::showRace(const std::vector<RunHistory>& history, const QStringList& names,
                         const RaceTarget& target) {
    std::vector<Row> rows;
    std::vector<std::optional<Arrival>> arrivals;
    std::array<double, 3> best;
    best.fill(std::numeric_limits<double>::infinity());
    for (int run = 0; run < names.size(); ++run) {
        if (names[run].isEmpty()) {
            continue;
        }
        const RunHistory& own = history[static_cast<std::size_t>(run)];
        const auto arrival = arrivalOf(own, target);
        Row row{.run = run, .name = names[run], .figures = {}, .isBest = {}, .state = {}};
        if (arrival) {
            row.figures = textsOf(*arrival);
            const auto figures = figuresOf(*arrival);
            std::ranges::transform(figures, best, best.begin(),
                                   [](double one, double other) { return std::min(one, other); });
        } else {
            row.state = stateInWords(own, target.figure);
        }
        rows.push_back(std::move(row));
        arrivals.push_back(arrival);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; arrivals[row] && column < best.size(); ++column) {
            rows[row].isBest[column] = figuresOf(*arrivals[row])[column] == best[column];
        }
    }
    const QString words = targetInWords(target);
    if (rows == m_rows && words == m_target) {
        return;
    }
    const bool isHigher = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    m_target = words;
    m_shortTarget = shortTarget(target);
    if (isHigher) {
        updateGeometry();
    }
    describe();
    update();
}

void RaceTable::describe() {
    QStringList sentences;
    for (const Row& row : m_rows) {
        const auto& [epochs, steps, seconds] = row.figures;
        sentences << (row.state.isEmpty()
                          ? (row.isBest[0] ? tr("%1: %2 epochs, %3 steps, %4 seconds, the fastest.")
                                           : tr("%1: %2 epochs, %3 steps, %4 seconds."))
                                .arg(row.name, epochs, steps, seconds)
                          : tr("%1: %2.").arg(row.name, row.state));
    }
    m_description.setText(m_target + QStringLiteral(". ") + sentences.join(QLatin1Char(' ')));
}

QSize RaceTable::sizeHint() const {
    return {scaled(this, 240),
            scaled(this, headHeight + static_cast<qreal>(m_rows.size()) * leastRowHeight)};
}

QSize RaceTable::minimumSizeHint() const {
    return sizeHint();
}

qreal RaceTable::columnWidth() const {
    return QFontMetricsF(fontOf(this, textPixels, QFont::DemiBold))
               .horizontalAdvance(QStringLiteral("00,000")) +
           3 * gap * scaleOf(this);
}

void RaceTable::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(this, headPixels));
    painter.setPen(theme.color(Tone::Text2));
    const qreal column = columnWidth();
    QRectF head(width() - column, 0, column, headHeight * scale - 1);
    for (const QString& name : {tr("seconds"), tr("steps"), tr("epochs")}) {
        painter.drawText(head.adjusted(0, 0, -gap * scale, 0), Qt::AlignRight | Qt::AlignVCenter,
                         name);
        head.translate(-column, 0);
    }
    const QRectF words(0, 0, head.right(), head.height());
    const QFontMetricsF metrics(painter.font());
    const QString& target =
        metrics.horizontalAdvance(m_target) <= words.width() ? m_target : m_shortTarget;
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(target, Qt::ElideRight, words.width()));
    painter.fillRect(QRectF(0, head.bottom(), width(), 1), theme.color(Tone::Border));

    const qreal room = height() - headHeight * scale;
    const qreal rowHeight =
        std::clamp(room / static_cast<qreal>(std::max<std::size_t>(1, m_rows.size())),
                   leastRowHeight * scale, mostRowHeight * scale);
    QRectF place(0, headHeight * scale, width(), rowHeight);
    for (const Row& row : m_rows) {
        paintRow(painter, row, place);
        place.translate(0, rowHeight);
    }
}

void RaceTable::paintRow(QPainter& painter, const Row& row, const QRectF& place) const {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const RunStyle style = runStyle(theme, row.run);
    const QFont plain = fontOf(this, textPixels);
    const QFont bold = fontOf(this, textPixels, QFont::DemiBold);
    constexpr qreal swatchHeight = 10;
    drawSwatch(painter,
               QRectF(place.left(), place.center().y() - swatchHeight * scale / 2,
                      swatchWidth * scale, swatchHeight * scale),
               style, SwatchMarker::Shown);

    const qreal column = columnWidth();
    const qreal figuresLeft = place.right() - 3 * column;
    const qreal nameLeft = place.left() + (swatchWidth + gap) * scale;
    painter.setPen(theme.color(Tone::Text1));
    painter.setFont(row.isBest[0] ? bold : plain);
    // What a name leaves, words may take.
    const qreal nameRoom = figuresLeft - gap * scale - nameLeft;
    const QString name =
        QFontMetricsF(painter.font()).elidedText(row.name, Qt::ElideRight, nameRoom);
    painter.drawText(QRectF(nameLeft, place.top(), nameRoom + 1, place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, name);
    if (!row.state.isEmpty()) {
        const qreal left =
            nameLeft + QFontMetricsF(painter.font()).horizontalAdvance(name) + 2 * gap * scale;
        const QRectF words(left, place.top(), place.right() - gap * scale - left, place.height());
        painter.setFont(plain);
        painter.setPen(theme.color(Tone::Text2));
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter,
                         QFontMetricsF(plain).elidedText(row.state, Qt::ElideRight, words.width()));
        return;
    }
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
        const QRectF cell(figuresLeft + static_cast<qreal>(i) * column, place.top(), column,
                          place.height());
        if (row.isBest[i]) {
            const qreal width =
                QFontMetricsF(bold).horizontalAdvance(row.figures[i]) + 2 * gap * scale;
            const qreal height = std::min(place.height(), leastRowHeight * scale) - 1;
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(Tone::Selected));
            painter.drawRoundedRect(
                QRectF(cell.right() - width, cell.center().y() - height / 2, width, height),
                height / 2, height / 2);
        }
        painter.setPen(theme.color(Tone::Text1));
        painter.setFont(row.isBest[i] ? bold : plain);
        painter.drawText(cell.adjusted(0, 0, -gap * scale, 0), Qt::AlignRight | Qt::AlignVCenter,
                         row.figures[i]);
    }
}

} // namespace reluscope::ui
