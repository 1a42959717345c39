// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/epoch_tile.h"

#include "ui/controls/scroll_area.h"
#include "ui/session/display_names.h"
#include "ui/theme/theme.h"
#include "ui/training/race_control.h"
#include "ui/training/race_table.h"

#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace reluscope::ui {

EpochTile::EpochTile(EpochMetric metric, QWidget* parent)
    : Tile(metric.title, parent)
    , m_metric(std::move(metric))
    , m_plot(new Plot) {
    m_plot->setObjectName(QLatin1String(m_metric.objectName));
    m_plot->setAccessibleName(m_metric.plotName);
    m_plot->setInteractive(false);
    m_plot->setAxis(PlotAxis::X, {.lastTick = tr("epoch %1"), .integers = true});
    m_plot->setAxis(PlotAxis::Y, m_metric.axis);
    m_plot->setCrossHairOptions(
        {.mode = CrossHairMode::Hover,
         .caption = caption(),
         .valueText = [valueText = m_metric.valueText, factor = m_metric.factor](double shown) {
             return valueText(shown / factor);
         }});
    connect(m_plot, &Plot::crossHairMoved, this, [this] { setReadOut(true); });
    connect(m_plot, &Plot::crossHairHidden, this, &EpochTile::showPastEpoch);
    if (m_metric.race) {
        makeRace(*m_metric.race);
    } else {
        setBody(m_plot);
    }
}

void EpochTile::makeRace(RaceTarget::Figure figure) {
    m_raceControl = new RaceControl(figure);
    m_raceTable = new RaceTable;
    m_raceArea = makeScrollArea(m_raceTable);
    auto* body = new QWidget;
    auto* layout = new QHBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 20));
    layout->addWidget(m_plot, 3);
    layout->addWidget(m_raceArea, 2);
    setHeaderWidget(m_raceControl);
    setBody(body);
    connect(m_raceControl, &RaceControl::changed, this, [this] {
        arrangeRace();
        emit viewChanged();
    });
    setRaceAvailable(true);
}

void EpochTile::setRaceAvailable(bool isAvailable) {
    m_isRaceAvailable = isAvailable;
    m_raceControl->setVisible(isAvailable);
    arrangeRace();
}

bool EpochTile::isRaceShown() const {
    return m_isRaceAvailable && m_raceControl->isOn();
}

void EpochTile::arrangeRace() {
    constexpr qreal roomForBoth = 640;
    constexpr qreal roomForWords = 340;
    constexpr qreal roomForValues = 60; // beside the words, where they are shown
    m_raceControl->setShort(width() <
                            scaled(this, roomForWords + (isRaceShown() ? 0 : roomForValues)));
    m_raceArea->setVisible(isRaceShown());
    m_plot->setVisible(!isRaceShown() || width() >= scaled(this, roomForBoth));
    // The plot stands for the tile in the tab order; the table has nothing to operate.
    setFocusPolicy(m_plot->isHidden() ? Qt::TabFocus : Qt::NoFocus);
}

void EpochTile::resizeEvent(QResizeEvent* event) {
    Tile::resizeEvent(event);
    if (m_raceControl != nullptr) {
        arrangeRace();
    }
}

void EpochTile::showRace(const std::vector<RunHistory>& history) {
    QStringList names;
    for (const Lines& lines : m_lines) {
        names << (lines.isHidden ? QString() : lines.name);
    }
    m_raceTable->showRace(history, names, m_raceControl->target());
}

QString EpochTile::caption() {
    return tr("epoch %1");
}

void EpochTile::setReadOut(bool isShown) {
    CrossHairOptions options = m_plot->crossHairOptions();
    if (options.caption.isEmpty() == isShown) {
        options.caption = isShown ? caption() : QString();
        m_plot->setCrossHairOptions(options);
    }
}

void EpochTile::setRuns(const Experiment& experiment) {
    m_plot->clearSeries();
    m_lines.clear();
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        const int style = static_cast<int>(run);
        Lines lines{.main = &m_plot->addSeries(style, SeriesRole::Main),
                    .tint = nullptr,
                    .name = toQString(experiment.runs[run].name)};
        if (m_metric.tint != nullptr) {
            lines.tint = &m_plot->addSeries(style, SeriesRole::Tint);
        }
        lines.main->setName(lines.name);
        lines.main->setShape(m_metric.shape);
        lines.main->setEndMarker(true);
        m_lines.push_back(std::move(lines));
    }
    m_plot->resetView();
    m_plot->hideCrossHair();
    m_plot->setRange(PlotAxis::Y, startRange());
    setNote({});
    setValues({});
}

Interval EpochTile::startRange() const {
    return m_metric.axis.scale == Scale::Log ? Interval{0.1, 1} : Interval{0, 100};
}

void EpochTile::setRunHidden(std::size_t run, bool isHidden) {
    m_lines[run].isHidden = isHidden;
    m_lines[run].main->setVisible(!isHidden);
    if (m_lines[run].tint != nullptr) {
        m_lines[run].tint->setVisible(!isHidden);
    }
}

void EpochTile::setPoints(Series& line, const std::vector<double>& epochs,
                          const std::vector<double>& values) {
    m_shownEpochs.clear();
    m_shownValues.clear();
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        // Fast epochs are measured now and then: the line joins those that were.
        if (!std::isnan(values[i])) {
            m_shownEpochs.push_back(epochs[i]);
            m_shownValues.push_back(values[i] * m_metric.factor);
        }
    }
    line.setData(m_shownEpochs, m_shownValues);
}

void EpochTile::showHistory(const std::vector<RunHistory>& history) {
    std::size_t stride = 1;
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        const RunHistory& own = history[run];
        Lines& lines = m_lines[run];
        setPoints(*lines.main, own.epochs(), (own.*m_metric.main)());
        if (lines.tint != nullptr) {
            setPoints(*lines.tint, own.epochs(), (own.*m_metric.tint)());
        }
        lines.main->setDiverged(own.divergence() ? divergenceText(lines, *own.divergence())
                                                 : QString());
        stride = std::max(stride, own.stride());
    }
    setNote(stride > 1 ? tr("every %1th epoch").arg(stride) : QString());
    showRanges(history);
    showLabels(history);
    if (isRaceShown()) {
        showRace(history);
    }
    showPast(history);
    m_plot->setSummary(summary(history));
}

void EpochTile::showPast(const std::vector<RunHistory>& history) {
    const auto before =
        std::exchange(m_pastEpoch, history.empty() ? std::nullopt : history.front().pastEpoch());
    if (m_pastEpoch) {
        showPastEpoch();
    } else if (before) {
        m_plot->hideCrossHair();
    }
}

void EpochTile::showPastEpoch() {
    // The header has its figures: a read-out would say them again, over the lines.
    setReadOut(!m_pastEpoch);
    if (m_pastEpoch) {
        m_plot->setCrossHair(static_cast<double>(*m_pastEpoch));
    }
}

void EpochTile::showRanges(const std::vector<RunHistory>& history) {
    constexpr double fewestEpochs = 5;
    double lastEpoch = 0;
    for (const RunHistory& own : history) {
        lastEpoch = std::max(lastEpoch, own.last() ? static_cast<double>(own.last()->epoch) : 0);
    }
    m_plot->setRange(PlotAxis::X, {0, stepUp(std::max(lastEpoch, fewestEpochs))});
    if (lastEpoch == 0) {
        m_plot->setRange(PlotAxis::Y, startRange());
    }
    if (const auto extent = m_plot->dataExtent(PlotAxis::Y)) {
        m_plot->setRange(PlotAxis::Y, m_metric.range(m_plot->homeRange(PlotAxis::Y), *extent));
    }
}

std::optional<double> EpochTile::valueShown(const RunHistory& history) const {
    const auto& values = (history.*m_metric.main)();
    auto begin = values.rbegin();
    if (history.pastEpoch()) {
        const auto point = history.pointAt(*history.pastEpoch());
        begin = values.rend() - static_cast<std::ptrdiff_t>(point ? *point + 1 : 0);
    }
    const auto last =
        std::find_if(begin, values.rend(), [](double value) { return std::isfinite(value); });
    return last == values.rend() ? std::nullopt : std::optional(*last);
}

bool EpochTile::hasDiverged(const RunHistory& history) const {
    return history.divergence() &&
           (!history.pastEpoch() || history.divergence()->epoch <= *history.pastEpoch());
}

void EpochTile::showLabels(const std::vector<RunHistory>& history) {
    QVector<TileValue> values;
    std::vector<double> figures;
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        const Lines& lines = m_lines[run];
        const auto value = valueShown(history[run]);
        figures.push_back(lines.isHidden || hasDiverged(history[run]) ? -1 : value.value_or(-1));
        lines.main->setEndLabel({.text = lines.name});
        if (!lines.isHidden && (value || hasDiverged(history[run]))) {
            values.push_back(
                {.runIndex = static_cast<int>(run),
                 .text = hasDiverged(history[run]) ? tr("diverged") : m_metric.valueText(*value),
                 .shortText = hasDiverged(history[run]) ? tr("div.") : m_metric.shortText(*value),
                 .runName = lines.name});
        }
    }
    setValues(isRaceShown() ? QVector<TileValue>() : values); // the target needs the room
    if (!m_metric.isLabelledByValue || figures.empty()) {
        return;
    }

    // The worst run's figure says it all; runs with the same value share one label.
    const auto worst = std::ranges::max_element(figures);
    const auto worstRun = static_cast<std::size_t>(worst - figures.begin());
    const auto shownRuns =
        std::ranges::count_if(figures, [](double figure) { return figure >= 0; });
    const auto zeros = std::ranges::count(figures, 0.0);
    bool areZerosLabelled = false;
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        Series& line = *m_lines[run].main;
        const bool isWorst = run == worstRun && figures[run] > 0 && history[run].shown();
        line.setArea(isWorst && m_metric.hasArea ? std::optional(0.0) : std::nullopt);
        if (isWorst) {
            const auto& measured = history[run].shown()->measured;
            const auto silent =
                std::accumulate(measured->silent.begin(), measured->silent.end(), std::size_t{0});
            const auto units =
                static_cast<std::size_t>(std::lround(static_cast<double>(silent) / figures[run]));
            line.setEndLabel({.text = m_metric.valueText(figures[run]),
                              .note = tr("%1 of %2").arg(silent).arg(units),
                              .figure = true});
        } else if (figures[run] == 0 && zeros > 1) {
            const QString text = zeros == shownRuns       ? tr("all runs")
                                 : zeros == shownRuns - 1 ? tr("all others")
                                                          : tr("%1 others").arg(zeros);
            line.setEndLabel({.text = areZerosLabelled ? QString() : text, .neutral = true});
            areZerosLabelled = true;
        }
    }
}

QString EpochTile::divergenceText(const Lines& lines, const Divergence& divergence) const {
    if (!m_metric.explainsDivergence) {
        return tr("%1 diverged").arg(lines.name);
    }
    return divergence.layer
               ? tr("%1 diverged at step %2: layer %3 first")
                     .arg(lines.name)
                     .arg(divergence.step)
                     .arg(*divergence.layer)
               : tr("%1 diverged at step %2: the loss first").arg(lines.name).arg(divergence.step);
}

QString EpochTile::summary(const std::vector<RunHistory>& history) const {
    std::size_t epoch = 0;
    QString text;
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        const RunHistory& own = history[run];
        epoch = std::max(epoch, own.last() ? own.last()->epoch : 0);
        epoch = own.pastEpoch().value_or(epoch);
        const auto value = valueShown(own);
        if (hasDiverged(own)) {
            text += QLatin1Char(' ') + tr("%1: diverged.").arg(m_lines[run].name);
        } else if (value) {
            text +=
                QLatin1Char(' ') + tr("%1: %2.").arg(m_lines[run].name, m_metric.valueText(*value));
        }
    }
    return tr("Epoch %1.").arg(epoch) + text;
}

} // namespace reluscope::ui
