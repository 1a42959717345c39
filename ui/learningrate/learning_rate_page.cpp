// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/learning_rate_page.h"

#include "core/training/experiment.h"
#include "ui/controls/scroll_area.h"
#include "ui/controls/setup_drawer.h"
#include "ui/controls/side_panel.h"
#include "ui/controls/tile_board.h"
#include "ui/learningrate/range_test_settings.h"
#include "ui/learningrate/range_test_tile.h"
#include "ui/learningrate/rate_curves_tile.h"
#include "ui/learningrate/sweep_map_tile.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/learningrate/sweep_setup.h"
#include "ui/plot/heat_map.h"
#include "ui/plot/plot_actions.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal gap = 8;
constexpr qreal mapHeight = 196;
constexpr qreal plotHeight = 372;
constexpr qreal rowHeight = 16;   ///< the least of a row of a map
constexpr qreal besidesRows = 74; ///< of a map's tile

} // namespace

LearningRatePage::LearningRatePage(ExperimentDocument& document, SweepSession& sweep,
                                   RangeTestSession& rangeTest, FileDialogs& dialogs,
                                   QWidget* parent)
    : QWidget(parent)
    , m_sweep(sweep)
    , m_board(new TileBoard)
    , m_maps{new SweepMapTile(sweep, SweepFigure::Loss, dialogs),
             new SweepMapTile(sweep, SweepFigure::TestAccuracy, dialogs),
             new SweepMapTile(sweep, SweepFigure::DeadFraction, dialogs),
             new SweepMapTile(sweep, SweepFigure::Diverged, dialogs)}
    , m_curves(new RateCurvesTile)
    , m_rangeTest(new RangeTestTile(rangeTest))
    , m_tiles(makeScrollArea(m_board)) {
    auto* panel = new SidePanel;
    panel->setObjectName(QStringLiteral("sweepPanel"));
    panel->addGroup(new SweepSetup(document, sweep));
    panel->addGroup(makeRangeTestSettings(rangeTest));
    m_drawer = new SetupDrawer(panel);
    m_drawer->button()->setObjectName(QStringLiteral("sweepSetupButton"));
    constexpr std::array names{"finalLossTile", "testAccuracyTile", "deadFractionTile",
                               "divergedTile"};
    for (std::size_t map = 0; map < m_maps.size(); ++map) {
        SweepMapTile* tile = m_maps[map];
        tile->setObjectName(QLatin1String(names[map]));
        connect(&tile->map(), &HeatMap::pointed, this, &LearningRatePage::pointAt);
        connect(tile, &SweepMapTile::cellActivated, this, &LearningRatePage::open);
        m_redraws.addView([tile] { tile->showResults(false); });
    }
    m_curves->setObjectName(QStringLiteral("rateCurvesTile"));
    m_rangeTest->setObjectName(QStringLiteral("rangeTestTile"));
    addPlotActions(*m_curves, m_curves->plot(), dialogs);
    addPlotActions(*m_rangeTest, m_rangeTest->plot(), dialogs);
    m_redraws.addView([this] { m_curves->setSummaries(m_sweep.summaries()); });

    const int space = scaled(this, gap);
    auto* main = new QVBoxLayout;
    main->setContentsMargins(space, space, space, space);
    main->setSpacing(space);
    main->addWidget(m_drawer->button(), 0, Qt::AlignLeft);
    main->addWidget(m_tiles, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_drawer);
    layout->addLayout(main, 1);

    connect(&m_sweep, &SweepSession::shownChanged, this, [this] {
        // Until there are results it follows each setting of the experiment, on other pages, too.
        m_isSweepStale = !isVisible();
        if (isVisible()) {
            showSweep();
        }
    });
    connect(&m_sweep, &SweepSession::resultsChanged, this, [this] {
        if (isVisible()) {
            m_redraws.requestAll();
        }
    });
    showSweep();
}

LearningRatePage::~LearningRatePage() = default;

QWidget* LearningRatePage::makeRangeTestSettings(RangeTestSession& rangeTest) {
    auto* settings = new RangeTestSettings(rangeTest);
    SweepPlan& plan = m_sweep.plan();
    const auto show = [settings, &plan] { settings->setSpec(plan.settings().rangeTest); };
    connect(settings, &RangeTestSettings::edited, this,
            [&plan](const QString& text, const RangeTestSpec& spec) {
                plan.edit(text, [&spec](SweepSettings& changed) { changed.rangeTest = spec; });
            });
    connect(&plan, &SweepPlan::changed, settings, show);
    show();
    return settings;
}

void LearningRatePage::arrangeTiles() {
    const auto rows = static_cast<qreal>(m_sweep.spec().runCount());
    const qreal height = std::max(mapHeight, besidesRows + rowHeight * rows);
    m_board->setRows({{.places = {{m_maps[0]}, {m_maps[1]}}, .height = height},
                      {.places = {{m_maps[2]}, {m_maps[3]}}, .height = height},
                      {.places = {{m_curves}, {m_rangeTest}}, .height = plotHeight}});
}

void LearningRatePage::showSweep() {
    for (SweepMapTile* tile : m_maps) {
        tile->showResults(true);
    }
    m_curves->setSweep(m_sweep.shown());
    m_curves->setSummaries(m_sweep.summaries());
    arrangeTiles();
}

void LearningRatePage::pointAt(std::optional<QPoint> place) {
    for (SweepMapTile* tile : m_maps) {
        tile->map().setPointedAt(place);
    }
}

void LearningRatePage::open(QPoint place) {
    if (const auto experiment = m_sweep.experimentAt(static_cast<std::size_t>(place.y()),
                                                     static_cast<std::size_t>(place.x()))) {
        pointAt(std::nullopt);
        emit openRequested(*experiment);
    }
}

QList<QAction*> LearningRatePage::tileToggles() const {
    return m_board->toggles();
}

TileArrangement LearningRatePage::tileArrangement() const {
    return m_board->arrangement();
}

void LearningRatePage::setTileArrangement(const TileArrangement& arrangement) {
    m_board->setArrangement(arrangement);
}

void LearningRatePage::setSetupAvailable(bool isAvailable) {
    m_drawer->setAvailable(isAvailable);
}

void LearningRatePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_isSweepStale, false)) {
        showSweep();
    }
    m_redraws.requestAll();
}

void LearningRatePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_drawer->setRoom(width());
}

void LearningRatePage::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::of(this).color(Tone::Window));
}

} // namespace reluscope::ui
