// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/sharpness_view.h"

#include "core/training/run.h"
#include "ui/controls/empty_state.h"
#include "ui/controls/number_text.h"
#include "ui/plot/plot.h"
#include "ui/session/display_names.h"
#include "ui/theme/style_sheet.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr Interval startRange{1, 10};

/// The formula of stableSharpness().
QString limitText(const OptimizerSpec& optimizer) {
    QString text = SharpnessView::tr("2 / rate");
    if (optimizer.momentum > 0) {
        text = optimizer.nesterov ? SharpnessView::tr("(2 + 2β) / ((1 + 2β) rate)")
                                  : SharpnessView::tr("(2 + 2β) / rate");
    }
    return optimizer.weightDecay > 0 ? SharpnessView::tr("%1 − decay").arg(text) : text;
}

/// Whether a line of the limits of one run is one of another's, too.
bool hasLimitsOf(const RunHistory& other, const RunHistory& own) {
    const auto limit = [](const SharpnessPoint& point) {
        return std::pair(point.epoch, stableSharpness(point.optimizer));
    };
    return std::ranges::includes(other.sharpness(), own.sharpness(), {}, limit, limit);
}

const SharpnessPoint* lastPoint(const RunHistory& history) {
    const auto& points = history.sharpness();
    const auto after = std::ranges::upper_bound(
        points, history.pastEpoch().value_or(std::numeric_limits<std::size_t>::max()), {},
        &SharpnessPoint::epoch);
    return after == points.begin() ? nullptr : &*std::prev(after);
}

} // namespace

SharpnessView::SharpnessView(QWidget* parent)
    : QWidget(parent)
    , m_remarks(new QLabel)
    , m_plot(new Plot)
    , m_tooLarge(new EmptyState) {
    setTextRole(m_remarks, TextRole::Note);
    m_remarks->setObjectName(QStringLiteral("sharpnessRemarks"));
    m_remarks->setTextFormat(Qt::PlainText);
    m_remarks->setWordWrap(true);
    m_plot->setObjectName(QStringLiteral("sharpnessPlot"));
    m_plot->setAccessibleName(tr("Sharpness"));
    m_plot->setInteractive(false);
    m_plot->setAxis(PlotAxis::X, {.lastTick = tr("epoch %1"), .integers = true});
    m_plot->setAxis(PlotAxis::Y, {.scale = Scale::Log, .grid = true});
    m_plot->setCrossHairOptions({.mode = CrossHairMode::Hover,
                                 .caption = tr("epoch %1"),
                                 .valueText = [](double value) { return numberText(value); }});
    connect(m_plot, &Plot::crossHairHidden, this, [this] {
        if (m_pastEpoch) {
            m_plot->setCrossHair(static_cast<double>(*m_pastEpoch));
        }
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_remarks);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_tooLarge, 1);
}

void SharpnessView::setRuns(const Experiment& experiment, const Dataset& dataset) {
    m_plot->clearSeries();
    m_lines.clear();
    m_examples = dataset.train.count();
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        const RunSpec& spec = experiment.runs[run];
        Lines lines{.sharpness = &m_plot->addSeries(static_cast<int>(run), SeriesRole::Main),
                    .limit = &m_plot->addSeries(static_cast<int>(run), SeriesRole::Limit),
                    .name = toQString(spec.name),
                    .isSmall =
                        canWatchSharpness(architectureOf(experiment, spec, dataset), m_examples)};
        lines.sharpness->setName(lines.name);
        lines.sharpness->setEndMarker(true);
        lines.limit->setShape(SeriesShape::Steps);
        m_lines.push_back(std::move(lines));
    }
    m_plot->resetView();
    m_plot->hideCrossHair();
    m_plot->setRange(PlotAxis::Y, startRange);
    m_plot->setVisible(isMeasurable());
    m_tooLarge->setVisible(!isMeasurable());
    m_tooLarge->setText(tr("Too large to find the sharpness while it trains."),
                        tr("Parameters × examples may be %1 at most, hidden units × examples %2, "
                           "and parameters %3.")
                            .arg(countText(mostWatchedWork), countText(mostWatchedValues),
                                 countText(mostWatchedParameters)));
    m_remarks->hide();
}

bool SharpnessView::isMeasurable() const {
    return std::ranges::any_of(m_lines, &Lines::isSmall);
}

void SharpnessView::setRunHidden(std::size_t run, bool isHidden) {
    m_lines[run].isHidden = isHidden;
    m_lines[run].sharpness->setVisible(!isHidden);
}

void SharpnessView::showHistory(const std::vector<RunHistory>& history) {
    if (!isMeasurable()) {
        return;
    }
    double lastEpoch = 0;
    for (const RunHistory& own : history) {
        lastEpoch = std::max(lastEpoch, own.last() ? static_cast<double>(own.last()->epoch) : 0);
    }
    constexpr double fewestEpochs = 5;
    m_plot->setRange(PlotAxis::X, {0, stepUp(std::max(lastEpoch, fewestEpochs))});
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        showLine(m_lines[run], history[run]);
        showLimit(run, history);
    }
    showRange(lastEpoch == 0);
    showPast(history);
    const QString words = remarks(history);
    m_remarks->setText(words);
    m_remarks->setVisible(!words.isEmpty());
    m_plot->setSummary(summary(history));
}

void SharpnessView::showLine(Lines& lines, const RunHistory& history) {
    m_epochs.clear();
    m_values.clear();
    for (const SharpnessPoint& point : history.sharpness()) {
        if (!point.isJoined) {
            m_epochs.push_back(static_cast<double>(point.epoch));
            m_values.push_back(std::numeric_limits<double>::quiet_NaN());
        }
        m_epochs.push_back(static_cast<double>(point.epoch));
        m_values.push_back(point.value);
    }
    lines.sharpness->setData(m_epochs, m_values);
    lines.sharpness->setDiverged(history.divergence() ? tr("%1 diverged").arg(lines.name)
                                                      : QString());
    if (!history.sharpness().empty()) {
        lines.sharpness->setEndLabel(
            {.text = tr("%1 %2").arg(lines.name, numberText(history.sharpness().back().value))});
    }
}

/// Runs with the same limits share a line.
void SharpnessView::showLimit(std::size_t run, const std::vector<RunHistory>& history) {
    m_epochs.clear();
    m_values.clear();
    std::optional<double> limit;
    for (const SharpnessPoint& point : history[run].sharpness()) {
        if (std::exchange(limit, stableSharpness(point.optimizer)) != limit) {
            m_epochs.push_back(static_cast<double>(point.epoch));
            m_values.push_back(limit.value_or(std::numeric_limits<double>::quiet_NaN()));
        }
    }
    Series& line = *m_lines[run].limit;
    line.setEndLabel({});
    if (limit) {
        m_epochs.push_back(m_plot->homeRange(PlotAxis::X).upper);
        m_values.push_back(m_values.back());
        const OptimizerSpec& optimizer = history[run].sharpness().back().optimizer;
        line.setName(limitText(optimizer));
        line.setEndLabel(
            {.text = line.name(), .note = numberText(m_values.back()), .neutral = true});
    }
    line.setData(m_epochs, m_values);
    bool isShown = !m_lines[run].isHidden;
    for (std::size_t other = 0; other < run; ++other) {
        isShown =
            isShown && (m_lines[other].isHidden || !hasLimitsOf(history[other], history[run]));
    }
    line.setVisible(isShown);
}

void SharpnessView::showRange(bool isStart) {
    const auto extent = m_plot->dataExtent(PlotAxis::Y);
    if (!extent) {
        return;
    }
    constexpr double margin = 0.05;
    const bool isFirst = isStart || m_plot->homeRange(PlotAxis::Y) == startRange;
    m_plot->setRange(PlotAxis::Y, grownInSteps(isFirst ? *extent : m_plot->homeRange(PlotAxis::Y),
                                               padded(*extent, margin, Scale::Log), Scale::Log));
}

void SharpnessView::showPast(const std::vector<RunHistory>& history) {
    const auto before =
        std::exchange(m_pastEpoch, history.empty() ? std::nullopt : history.front().pastEpoch());
    if (m_pastEpoch) {
        m_plot->setCrossHair(static_cast<double>(*m_pastEpoch));
    } else if (before) {
        m_plot->hideCrossHair();
    }
}

QString SharpnessView::remarks(const std::vector<RunHistory>& history) const {
    QStringList sentences;
    const auto add = [&](const QString& sentence) {
        if (!sentences.contains(sentence)) {
            sentences << sentence;
        }
    };
    QStringList large;
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        if (m_lines[run].isHidden) {
            continue;
        }
        if (!m_lines[run].isSmall) {
            large << m_lines[run].name;
        } else if (const SharpnessPoint* point = lastPoint(history[run])) {
            if (point->optimizer.method != OptimizerMethod::Sgd) {
                add(tr("No limit for %1: it scales each step by earlier gradients.")
                        .arg(toQString(optimizerMethodInfo(point->optimizer.method).name)));
            } else if (point->batchSize < m_examples) {
                add(tr("%1 holds for full batches; this experiment takes %2 of %3.")
                        .arg(limitText(point->optimizer),
                             countText(static_cast<qint64>(point->batchSize)),
                             countText(static_cast<qint64>(m_examples))));
            }
        }
    }
    if (!large.isEmpty()) {
        add(tr("Too large to measure: %1.").arg(large.join(tr(", "))));
    }
    return sentences.join(QLatin1Char(' '));
}

QString SharpnessView::summary(const std::vector<RunHistory>& history) const {
    QStringList sentences;
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        const Lines& lines = m_lines[run];
        const SharpnessPoint* point = lastPoint(history[run]);
        if (lines.isHidden || point == nullptr) {
            continue;
        }
        const auto limit = stableSharpness(point->optimizer);
        sentences << tr("%1: sharpness %2 at epoch %3.")
                         .arg(lines.name, numberText(point->value))
                         .arg(point->epoch);
        if (limit) {
            sentences << tr("%1 = %2.").arg(limitText(point->optimizer), numberText(*limit));
        }
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace reluscope::ui
