// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_page.h"

#include "ui/controls/run_chip_row.h"
#include "ui/controls/scroll_area.h"
#include "ui/controls/setup_drawer.h"
#include "ui/controls/tile_board.h"
#include "ui/plot/plot_actions.h"
#include "ui/session/display_names.h"
#include "ui/session/training_session.h"
#include "ui/theme/theme.h"
#include "ui/training/epoch_tile.h"
#include "ui/training/events_tile.h"
#include "ui/training/gradient_ladder_tile.h"
#include "ui/training/learned_tile.h"
#include "ui/training/neurons_tile.h"
#include "ui/training/setup_panel.h"
#include "ui/training/sharpness_view.h"
#include "ui/training/slowmotion/slow_motion.h"
#include "ui/training/time_bar.h"
#include "ui/training/units_tile.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>

#include <algorithm>
#include <functional>
#include <numeric>

namespace reluscope::ui {
namespace {

constexpr qreal gap = 8;
constexpr qreal plotHeight = 172;
constexpr qreal neuronsHeight = 206;
constexpr qreal pictureHeight = 284;
constexpr qreal learnedWidth = 318;
constexpr qreal eventsWidth = 250;

} // namespace

TrainingPage::TrainingPage(ExperimentDocument& document, TrainingSession& session,
                           FileDialogs& dialogs, DataFiles& dataFiles, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_setup(new SetupPanel(document, dataFiles))
    , m_drawer(new SetupDrawer(m_setup))
    , m_chips(new RunChipRow)
    , m_board(new TileBoard)
    , m_loss(new EpochTile(lossMetric()))
    , m_accuracy(new EpochTile(accuracyMetric()))
    , m_dead(new EpochTile(deadUnitsMetric()))
    , m_neurons(new NeuronsTile(dialogs))
    , m_ladder(new GradientLadderTile)
    , m_learned(new LearnedTile)
    , m_units(new UnitsTile)
    , m_events(new EventsTile)
    , m_time(new TimeBar(session))
    , m_slowMotion(new SlowMotion)
    , m_tiles(makeScrollArea(m_board)) {
    m_loss->setObjectName(QStringLiteral("lossTile"));
    m_accuracy->setObjectName(QStringLiteral("accuracyTile"));
    m_dead->setObjectName(QStringLiteral("deadUnitsTile"));
    m_neurons->setObjectName(QStringLiteral("neuronsTile"));
    m_ladder->setObjectName(QStringLiteral("ladderTile"));
    m_learned->setObjectName(QStringLiteral("learnedTile"));
    m_units->setObjectName(QStringLiteral("unitsTile"));
    m_events->setObjectName(QStringLiteral("eventsTile"));
    m_drawer->button()->setObjectName(QStringLiteral("setupButton"));
    m_chips->setObjectName(QStringLiteral("runChips"));
    m_chips->setLeadingWidget(m_drawer->button());

    const int space = scaled(this, gap);
    auto* main = new QVBoxLayout;
    main->setContentsMargins(space, 0, space, space);
    main->setSpacing(0);
    main->addWidget(m_chips);
    main->addWidget(m_tiles, 1);
    main->addWidget(m_slowMotion, 1);
    m_slowMotion->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_drawer);
    auto* withTime = new QVBoxLayout;
    withTime->setSpacing(0);
    withTime->addLayout(main, 1);
    withTime->addWidget(m_time);
    layout->addLayout(withTime, 1);

    connect(m_events, &EventsTile::epochRequested, &m_session, &TrainingSession::show);
    connect(m_chips, &RunChipRow::hideRequested, this, &TrainingPage::setRunHidden);
    connect(m_chips, &RunChipRow::runSelected, this, [this](int run) {
        m_learned->setSelectedRun(static_cast<std::size_t>(run));
        m_units->setSelectedRun(static_cast<std::size_t>(run));
        m_slowMotion->setSelectedRun(static_cast<std::size_t>(run));
    });
    connect(m_slowMotion, &SlowMotion::requestChanged, this, &TrainingPage::watch);
    connect(m_slowMotion, &SlowMotion::batchRequested, &session, &TrainingSession::trainBatch);
    connect(m_slowMotion, &SlowMotion::closeRequested, this, &TrainingPage::slowMotionClosed);
    connect(m_slowMotion, &SlowMotion::playingChanged, this,
            &TrainingPage::slowMotionPlayingChanged);
    connect(m_ladder, &GradientLadderTile::requestChanged, this, &TrainingPage::watch);
    connect(m_learned, &LearnedTile::requestChanged, this, &TrainingPage::watch);
    connect(m_units, &UnitsTile::pinned, m_learned, &LearnedTile::pinUnit);
    connect(m_units, &UnitsTile::released, m_learned, &LearnedTile::releaseUnit);
    connect(m_units, &UnitsTile::requestChanged, this, &TrainingPage::watch);
    connect(m_units, &UnitsTile::changeRequested, &session, &TrainingSession::changeUnit);

    const auto onHistory = [this](const std::function<void()>& show) {
        m_historyViews.push_back(m_redraws.addView(show));
    };
    for (EpochTile* tile : {m_loss, m_accuracy, m_dead}) {
        addPlotActions(*tile, tile->plot(), dialogs);
        onHistory([this, tile] { tile->showHistory(m_session.history()); });
        connect(tile, &EpochTile::viewChanged, this,
                [this, view = m_historyViews.back()] { m_redraws.request(view); });
    }
    addPlotMenu(*m_ladder, m_ladder->plot(), dialogs);
    addPlotMenu(*m_ladder, m_ladder->sharpness().plot(), dialogs);
    onHistory([this] { m_ladder->showHistory(m_session.history()); });
    onHistory([this] { m_neurons->showHistory(m_session.history()); });
    onHistory([this] {
        m_learned->showHistory(m_session.history());
        m_units->showHistory(m_session.history());
        showChips();
    });
    onHistory([this] { m_events->showEvents(m_session.events()); });

    const auto onPictures = [this](const std::function<void(const Pictures&)>& show) {
        m_pictureViews.push_back(m_redraws.addView([this, show] {
            if (const Pictures* pictures = m_session.pictures()) {
                show(*pictures);
            }
        }));
    };
    onPictures([this](const Pictures& pictures) { m_learned->showPictures(pictures); });
    onPictures([this](const Pictures& pictures) { m_neurons->showPictures(pictures); });
    onPictures([this](const Pictures& pictures) { m_units->showPictures(pictures); });
    onPictures([this](const Pictures& pictures) { m_slowMotion->showPictures(pictures); });
    connect(m_neurons, &NeuronsTile::layerChosen, this, &TrainingPage::watch);
    connect(&m_session, &TrainingSession::opened, this, &TrainingPage::showExperiment);
    connect(&m_session, &TrainingSession::historyChanged, this, [this] {
        if (isVisible()) {
            for (const std::size_t view : m_historyViews) {
                m_redraws.request(view);
            }
        }
    });
    connect(&m_session, &TrainingSession::picturesChanged, this, [this] {
        for (const std::size_t view : m_pictureViews) {
            m_redraws.request(view);
        }
    });

    arrangeTiles();
    connect(m_board, &TileBoard::shownTilesChanged, this, &TrainingPage::watch);
    if (m_session.experiment() != nullptr) {
        showExperiment();
    }
}

TrainingPage::~TrainingPage() = default;

void TrainingPage::arrangeTiles() {
    const std::vector<TilePlace> figures{{m_loss}, {m_accuracy}, {m_dead}};
    if (m_units->isOneShown()) {
        // So many units, and the images that they look at, take the room of the events.
        m_board->setRows(
            {{.places = figures, .height = plotHeight},
             {.places = {{m_neurons, 0, 2}, {m_ladder}, {m_events}}, .height = neuronsHeight},
             {.places = {{m_learned, 0, 4}, {m_units, 0, 5}}, .height = pictureHeight}});
    } else {
        m_board->setRows(
            {{.places = figures, .height = plotHeight},
             {.places = {{m_neurons, 0, 2}, {m_ladder}}, .height = neuronsHeight},
             {.places = {{m_learned, learnedWidth}, {m_units}, {m_events, eventsWidth}},
              .height = pictureHeight}});
    }
}

QList<QAction*> TrainingPage::tileToggles() const {
    return m_board->toggles();
}

TileArrangement TrainingPage::tileArrangement() const {
    TileArrangement arrangement = m_board->arrangement();
    arrangement.isSharpnessShown = m_ladder->isSharpnessShown();
    return arrangement;
}

void TrainingPage::setTileArrangement(const TileArrangement& arrangement) {
    m_board->setArrangement(arrangement);
    m_ladder->setSharpnessShown(arrangement.isSharpnessShown);
}

void TrainingPage::watch() {
    PictureRequest request;
    if (isVisible()) {
        m_ladder->addTo(request);
        m_learned->addTo(request);
        request.preActivationsOf = m_neurons->preActivationsOf();
        m_units->addTo(request);
        m_slowMotion->addTo(request);
    }
    m_session.watch(request);
    m_redraws.requestAll();
}

void TrainingPage::setSlowMotion(bool isShown) {
    m_tiles->setVisible(!isShown);
    m_slowMotion->setVisible(isShown);
    if (isShown && m_session.isTraining()) {
        m_session.pause(); // numbers can be read that stand still
    }
    watch();
}

SlowMotion* TrainingPage::slowMotion() const {
    return m_slowMotion->isHidden() ? nullptr : m_slowMotion;
}

void TrainingPage::setSetupAvailable(bool isAvailable) {
    m_drawer->setAvailable(isAvailable);
}

void TrainingPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    watch();
}

void TrainingPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    watch();
}

void TrainingPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_drawer->setRoom(width());
    m_chips->setLineLegendVisible(!m_drawer->isFolding()); // the states of runs need the room
}

void TrainingPage::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::of(this).color(Tone::Window));
}

void TrainingPage::showExperiment() {
    const Experiment& experiment = *m_session.experiment();
    for (EpochTile* tile : {m_loss, m_accuracy, m_dead}) {
        tile->setRuns(experiment);
    }
    m_neurons->setRuns(experiment, *m_session.data());
    m_ladder->setRuns(experiment, *m_session.data());
    m_learned->setRuns(experiment, *m_session.data());
    m_units->setRuns(experiment, *m_session.data());
    m_events->setRuns(experiment);
    m_slowMotion->setRuns(experiment, *m_session.data());
    m_setup->showData(*m_session.data());
    arrangeTiles();
    const bool isRegression = m_session.data()->task == Task::Regression;
    m_board->setAvailable(m_accuracy, !isRegression);
    m_loss->setRaceAvailable(isRegression);
    QVector<RunChipContent> chips;
    for (const RunSpec& run : experiment.runs) {
        chips.push_back({.name = toQString(run.name), .state = {}, .hidden = false});
    }
    m_chips->setRuns(chips);
    showChips();
    m_redraws.requestAll();
}

void TrainingPage::showChips() {
    for (std::size_t run = 0; run < m_session.history().size(); ++run) {
        m_chips->setState(static_cast<int>(run), stateInWords(run));
    }
}

QString TrainingPage::stateInWords(std::size_t run) const {
    const RunHistory& history = m_session.history()[run];
    if (history.isDivergenceShown()) {
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
    m_neurons->setRunHidden(static_cast<std::size_t>(run), isHidden);
    m_ladder->setRunHidden(static_cast<std::size_t>(run), isHidden);
    m_learned->setRunHidden(static_cast<std::size_t>(run), isHidden);
    m_units->setRunHidden(static_cast<std::size_t>(run), isHidden);
    m_events->setRunHidden(static_cast<std::size_t>(run), isHidden);
    m_time->setRunHidden(static_cast<std::size_t>(run), isHidden);
    m_redraws.requestAll();
}

} // namespace reluscope::ui
