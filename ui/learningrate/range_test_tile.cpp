// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/range_test_tile.h"

#include "core/sweep/sweep_spec.h"
#include "ui/controls/empty_state.h"
#include "ui/controls/message_bar.h"
#include "ui/controls/number_text.h"
#include "ui/controls/scroll_area.h"
#include "ui/learningrate/range_test_session.h"
#include "ui/learningrate/range_test_table.h"
#include "ui/learningrate/rate_text.h"
#include "ui/session/display_names.h"
#include "ui/session/problem_text.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace reluscope::ui {

RangeTestTile::RangeTestTile(RangeTestSession& session, QWidget* parent)
    : Tile(tr("Range test"), parent)
    , m_session(session)
    , m_message(new MessageBar)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState(tr("No range test yet."),
                             tr("It trains each run on a few batches at a rate that grows, and "
                                "suggests rates to start with.")))
    , m_plot(new Plot)
    , m_table(new RangeTestTable)
    , m_tableArea(makeScrollArea(m_table))
    , m_content(makeContent()) {
    m_plot->setObjectName(QStringLiteral("rangeTestPlot"));
    m_plot->setAccessibleName(title());
    m_plot->setInteractive(false);
    m_plot->setAxis(PlotAxis::X, {.scale = Scale::Log, .lastTick = tr("rate %1"), .grid = true});
    m_plot->setCrossHairOptions({.mode = CrossHairMode::Hover,
                                 .caption = tr("rate %1"),
                                 .valueText = [](double loss) { return numberText(loss); }});
    m_message->setObjectName(QStringLiteral("rangeTestMessage"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_content);
    auto* body = new QWidget;
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    setBody(body);
    connect(m_table, &RangeTestTable::rateChosen, &m_session, &RangeTestSession::adopt);
    connect(&m_session, &RangeTestSession::started, this, &RangeTestTile::startOver);
    connect(&m_session, &RangeTestSession::pointsChanged, this, &RangeTestTile::showPoints);
    connect(&m_session, &RangeTestSession::stateChanged, this, &RangeTestTile::showState);
    startOver();
    showState();
}

QWidget* RangeTestTile::makeContent() {
    auto* content = new QWidget;
    auto* hint = new QLabel(tr("Click a rate to let its run train with it."));
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 4));
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_tableArea);
    layout->addWidget(hint);
    return content;
}

void RangeTestTile::startOver() {
    m_plot->clearSeries();
    m_plot->hideCrossHair();
    m_lines.clear();
    std::vector<std::string> names;
    const Experiment* experiment = m_session.experiment();
    for (std::size_t run = 0; experiment != nullptr && run < experiment->runs.size(); ++run) {
        names.push_back(experiment->runs[run].name);
        Series& line = m_plot->addSeries(static_cast<int>(run), SeriesRole::Main);
        line.setName(toQString(names.back()));
        line.setDashed(true);
        m_lines.push_back(&line);
    }
    m_table->setRuns(names);
    m_plot->setRange(PlotAxis::X, {m_session.spec().from, m_session.spec().to});
    m_plot->setRange(PlotAxis::Y, {0, 1});
    showPoints();
    m_plot->resetView();
    arrange();
}

void RangeTestTile::showPoints() {
    std::vector<LetterMark> marks;
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        const TestedRun& tested = m_session.runs()[run];
        m_rates.clear();
        m_losses.clear();
        for (const RangeTestPoint& point : tested.test.points) {
            m_rates.push_back(point.learningRate);
            m_losses.push_back(point.smoothedLoss);
        }
        Series& line = *m_lines[run];
        line.setData(m_rates, m_losses);
        const auto divergence = divergedAt(run);
        line.setDiverged(divergence
                             ? tr("%1 diverged at rate %2").arg(line.name(), rateText(*divergence))
                             : QString());
        for (const SuggestionKind& kind : suggestionKinds()) {
            const auto rate = tested.suggestions.*kind.rate;
            if (const auto loss = rate ? line.valueAt(*rate) : std::nullopt) {
                marks.push_back({*rate, *loss, line.run(), kind.letter});
            }
        }
    }
    m_plot->setLetterMarks(std::move(marks));
    showLosses();
    showTable();
    m_plot->setSummary(summary());
}

/// From the lowest loss to a little more than the runs began with: how far losses burst in the end
/// does not matter, and would flatten everything else.
void RangeTestTile::showLosses() {
    constexpr double headroom = 1.3;
    constexpr double margin = 0.06;
    std::optional<Interval> shown;
    for (const Series* line : m_lines) {
        if (auto extent = extentOf(line->y())) {
            extent->upper = std::min(extent->upper, headroom * line->y().front());
            shown = unite(shown, extent);
        }
    }
    if (shown) {
        m_plot->setRange(PlotAxis::Y, padded(*shown, margin));
    }
}

void RangeTestTile::showTable() {
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        const TestedRun& tested = m_session.runs()[run];
        m_table->showRun(run, tested.suggestions, tested.hasEnded, m_session.learningRateOf(run));
    }
}

void RangeTestTile::showState() {
    setNote(m_session.isOutdated() ? tr("smoothed loss · the curves are of earlier settings")
                                   : tr("smoothed loss while the rate grows"));
    const auto& error = m_session.error();
    const bool hadError = std::exchange(m_hasError, error.has_value());
    if (!error) {
        m_message->dismiss();
    } else if (!hadError) {
        m_message->showMessage(problemText(*error), toQString(error->expected()));
    }
    showTable();
    m_plot->setSummary(summary());
    const bool hasPoints = std::ranges::any_of(
        m_session.runs(), [](const TestedRun& run) { return !run.test.points.empty(); });
    const bool isEmpty = m_lines.empty() || (error && !hasPoints);
    m_stack->setCurrentWidget(isEmpty ? m_empty : m_content);
    setFocusPolicy(isEmpty ? Qt::TabFocus : Qt::NoFocus); // else the plot stands for the tile
}

void RangeTestTile::resizeEvent(QResizeEvent* event) {
    Tile::resizeEvent(event);
    arrange();
}

/// The plot keeps at least its half; a longer table scrolls.
void RangeTestTile::arrange() {
    constexpr qreal besidesContent = 62; // header, margins and hint
    const int room = (height() - scaled(this, besidesContent)) / 2;
    const int wanted = m_table->sizeHint().height();
    m_tableArea->setFixedHeight(
        std::clamp(room, scaled(this, 40), std::max(wanted, scaled(this, 40))));
}

std::optional<double> RangeTestTile::divergedAt(std::size_t run) const {
    const RangeTest& test = m_session.runs()[run].test;
    if (test.end != RangeTestEnd::NotFinite) {
        return std::nullopt;
    }
    const RangeTestSpec& spec = m_session.spec();
    return geometricRates(spec.from, spec.to, spec.steps)[test.points.size()];
}

QString RangeTestTile::summary() const {
    QStringList sentences;
    if (m_session.isOutdated()) {
        sentences << tr("The curves are of earlier settings.");
    }
    for (std::size_t run = 0; run < m_lines.size(); ++run) {
        if (m_session.runs()[run].hasEnded) {
            sentences << sentenceOf(run);
        }
    }
    return sentences.join(QLatin1Char(' '));
}

QString RangeTestTile::sentenceOf(std::size_t run) const {
    const TestedRun& tested = m_session.runs()[run];
    QStringList words;
    for (const SuggestionKind& kind : suggestionKinds()) {
        if (const auto rate = tested.suggestions.*kind.rate) {
            words << tr("%1 %2").arg(kind.name, rateText(*rate));
        }
    }
    QString text = tr("%1: %2.").arg(m_lines[run]->name(), words.isEmpty() ? tr("no rate suggested")
                                                                           : words.join(tr(", ")));
    if (const auto rate = divergedAt(run)) {
        text += QLatin1Char(' ') + tr("It diverged at rate %1.").arg(rateText(*rate));
    } else if (tested.test.end == RangeTestEnd::LossGrew) {
        text += QLatin1Char(' ') + tr("Its loss had grown at rate %1.")
                                       .arg(rateText(tested.test.points.back().learningRate));
    }
    return text;
}

} // namespace reluscope::ui
