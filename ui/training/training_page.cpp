// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_page.h"

#include "ui/controls/divider.h"
#include "ui/controls/run_chip_row.h"
#include "ui/controls/scroll_area.h"
#include "ui/plot/plot_actions.h"
#include "ui/session/display_names.h"
#include "ui/session/training_session.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/training/epoch_tile.h"
#include "ui/training/events_tile.h"
#include "ui/training/learned_tile.h"
#include "ui/training/setup_panel.h"
#include "ui/training/time_bar.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>

#include <algorithm>
#include <numeric>

namespace reluscope::ui {
namespace {

/// Below this width of the window's content the setup folds into a drawer.
constexpr qreal foldingWidth = 1120;
constexpr qreal gap = 8;
constexpr qreal plotHeight = 172;
constexpr qreal pictureHeight = 264;
constexpr int columns = 6; ///< of the grid: room for three tiles side by side, and for two

} // namespace

TrainingPage::TrainingPage(ExperimentDocument& document, TrainingSession& session,
                           FileDialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_setup(new SetupPanel(document))
    , m_setupEdge(new Divider(Qt::Vertical))
    , m_setupButton(new QPushButton(icon(IconName::ChevronRight), tr("Setup")))
    , m_chips(new RunChipRow)
    , m_grid(new QGridLayout)
    , m_loss(new EpochTile(lossMetric()))
    , m_accuracy(new EpochTile(accuracyMetric()))
    , m_dead(new EpochTile(deadUnitsMetric()))
    , m_learned(new LearnedTile)
    , m_events(new EventsTile)
    , m_time(new TimeBar(session)) {
    m_setupButton->setObjectName(QStringLiteral("setupButton"));
    m_chips->setObjectName(QStringLiteral("runChips"));
    m_chips->setLeadingWidget(m_setupButton);
    m_chips->setLineLegendVisible(true);

    auto* content = new QWidget;
    const int space = scaled(this, gap);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space);
    content->setLayout(m_grid);

    auto* main = new QVBoxLayout;
    main->setContentsMargins(space, 0, space, space);
    main->setSpacing(0);
    main->addWidget(m_chips);
    main->addWidget(makeScrollArea(content), 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_setup);
    layout->addWidget(m_setupEdge);
    auto* withTime = new QVBoxLayout;
    withTime->setSpacing(0);
    withTime->addLayout(main, 1);
    withTime->addWidget(m_time);
    layout->addLayout(withTime, 1);

    for (Tile* tile : tiles()) {
        connect(tile, &Tile::maximizeRequested, this, [this, tile] { toggleMaximized(tile); });
    }
    connect(m_setupButton, &QPushButton::clicked, this, [this] {
        m_isSetupOpen = !m_isSetupOpen;
        foldSetup();
    });
    connect(m_events, &EventsTile::epochRequested, &m_session, &TrainingSession::show);
    connect(m_chips, &RunChipRow::hideRequested, this, &TrainingPage::setRunHidden);
    connect(m_chips, &RunChipRow::runSelected, this,
            [this](int run) { m_learned->setSelectedRun(static_cast<std::size_t>(run)); });

    for (EpochTile* tile : {m_loss, m_accuracy, m_dead}) {
        addPlotActions(*tile, tile->plot(), dialogs);
        m_historyViews.push_back(
            m_redraws.addView([this, tile] { tile->showHistory(m_session.history()); }));
    }
    m_historyViews.push_back(m_redraws.addView([this] {
        m_learned->showHistory(m_session.history());
        m_events->showEvents(m_session.events());
        showChips();
    }));
    m_picturesView = m_redraws.addView([this] {
        if (const Pictures* pictures = m_session.pictures()) {
            m_learned->showPictures(*pictures);
        }
    });
    connect(&m_session, &TrainingSession::opened, this, &TrainingPage::showExperiment);
    connect(&m_session, &TrainingSession::historyChanged, this, [this] {
        if (isVisible()) {
            for (const std::size_t view : m_historyViews) {
                m_redraws.request(view);
            }
        }
    });
    connect(&m_session, &TrainingSession::picturesChanged, this,
            [this] { m_redraws.request(m_picturesView); });

    arrangeTiles();
    if (m_session.experiment() != nullptr) {
        showExperiment();
    }
}

TrainingPage::~TrainingPage() = default;

std::vector<Tile*> TrainingPage::tiles() const {
    return {m_loss, m_accuracy, m_dead, m_learned, m_events};
}

std::vector<Tile*> TrainingPage::topTiles() const {
    const bool hasAccuracy =
        m_session.data() == nullptr || m_session.data()->task == Task::Classification;
    return hasAccuracy ? std::vector<Tile*>{m_loss, m_accuracy, m_dead}
                       : std::vector<Tile*>{m_loss, m_dead};
}

void TrainingPage::arrangeTiles() {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item;
    }
    const auto top = topTiles();
    for (Tile* tile : tiles()) {
        const bool isPlaced =
            tile == m_learned || tile == m_events || std::ranges::find(top, tile) != top.end();
        tile->setVisible(m_maximized == nullptr ? isPlaced : m_maximized == tile);
        tile->setMaximized(m_maximized == tile);
    }
    for (int row = 0; row < 2; ++row) {
        m_grid->setRowStretch(row, 0);
        m_grid->setRowMinimumHeight(row, 0);
    }
    if (m_maximized != nullptr) {
        m_grid->addWidget(m_maximized, 0, 0, 1, columns);
        m_grid->setRowStretch(0, 1);
        return;
    }
    const int span = columns / static_cast<int>(top.size());
    int column = 0;
    for (Tile* tile : top) {
        m_grid->addWidget(tile, 0, column, 1, span);
        column += span;
    }
    m_grid->addWidget(m_learned, 1, 0, 1, columns - 1);
    m_grid->addWidget(m_events, 1, columns - 1);
    for (column = 0; column < columns; ++column) {
        m_grid->setColumnStretch(column, 1);
    }
    m_grid->setRowMinimumHeight(0, scaled(this, plotHeight));
    m_grid->setRowStretch(0, 1);
    shareHeight();
}

void TrainingPage::shareHeight() {
    if (m_maximized != nullptr) {
        return;
    }
    // The pictures get what they can fill, but the plots are never lower than half of the rest.
    const int besideSetup = width() - (m_setup->isVisibleTo(this) ? m_setup->width() : 0);
    const int room = height() - m_chips->sizeHint().height() - 2 * m_grid->spacing();
    const int wanted = m_learned->preferredHeight(besideSetup - 2 * m_grid->spacing());
    const int least = scaled(this, pictureHeight);
    m_grid->setRowMinimumHeight(1, std::clamp(wanted, least, std::max(least, room * 3 / 5)));
}

void TrainingPage::toggleMaximized(Tile* tile) {
    m_maximized = m_maximized == tile ? nullptr : tile;
    arrangeTiles();
}

void TrainingPage::setSetupAvailable(bool isAvailable) {
    m_isSetupAvailable = isAvailable;
    foldSetup();
}

void TrainingPage::foldSetup() {
    const bool isNarrow = width() < scaled(this, foldingWidth);
    const bool isShown = m_isSetupAvailable && (!isNarrow || m_isSetupOpen);
    m_setupButton->setVisible(m_isSetupAvailable && isNarrow);
    m_setup->setVisible(isShown);
    m_setupEdge->setVisible(isShown);
}

void TrainingPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_session.watch({.outputs = true});
    m_redraws.requestAll();
}

void TrainingPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_session.watch({});
}

void TrainingPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    foldSetup();
    shareHeight();
}

void TrainingPage::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::of(this).color(Tone::Window));
}

void TrainingPage::showExperiment() {
    const Experiment& experiment = *m_session.experiment();
    for (EpochTile* tile : {m_loss, m_accuracy, m_dead}) {
        tile->setRuns(experiment);
    }
    m_learned->setRuns(experiment, *m_session.data());
    m_events->setRuns(experiment);
    m_setup->showData(*m_session.data());
    if (m_maximized == m_accuracy) {
        m_maximized = nullptr;
    }
    arrangeTiles();
    QVector<RunChipContent> chips;
    for (const RunSpec& run : experiment.runs) {
        chips.push_back({.name = toQString(run.name), .state = {}, .hidden = false});
    }
    m_chips->setRuns(chips);
    showChips();
    shareHeight();
    m_redraws.requestAll();
}

void TrainingPage::showChips() {
    for (std::size_t run = 0; run < m_session.history().size(); ++run) {
        m_chips->setState(static_cast<int>(run), stateInWords(run));
    }
}

QString TrainingPage::stateInWords(std::size_t run) const {
    const RunHistory& history = m_session.history()[run];
    if (history.divergence() &&
        (!history.pastEpoch() || history.divergence()->epoch <= *history.pastEpoch())) {
        return tr("diverged");
    }
    const auto& hidden =
        effectiveHidden(*m_session.experiment(), m_session.experiment()->runs[run]);
    const auto units = std::accumulate(hidden.begin(), hidden.end(), std::size_t{0});
    if (!history.shown() || units == 0) {
        return {};
    }
    const auto& counts = history.shown()->measured->silent;
    const auto silent = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    return silent == 0 ? tr("all %1 alive").arg(units)
                       : tr("%1 of %2 silent").arg(silent).arg(units);
}

void TrainingPage::setRunHidden(int run, bool isHidden) {
    m_chips->setRunHidden(run, isHidden);
    for (EpochTile* tile : {m_loss, m_accuracy, m_dead}) {
        tile->setRunHidden(static_cast<std::size_t>(run), isHidden);
    }
    m_learned->setRunHidden(static_cast<std::size_t>(run), isHidden);
    m_events->setRunHidden(static_cast<std::size_t>(run), isHidden);
    m_time->setRunHidden(static_cast<std::size_t>(run), isHidden);
    m_redraws.requestAll();
}

} // namespace reluscope::ui
