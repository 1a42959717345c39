// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/status_line.h"

#include "ui/controls/number_text.h"
#include "ui/curves/curves_model.h"
#include "ui/learningrate/range_test_session.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/learningrate/sweep_words.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/session/training_session.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

constexpr qreal lineHeight = 26;
constexpr int tellingMs = 8000;

} // namespace

StatusLine::StatusLine(ExperimentDocument& document, TrainingSession& session, CurvesModel& curves,
                       SweepSession& sweep, RangeTestSession& rangeTest, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_session(session)
    , m_curves(curves)
    , m_sweep(sweep)
    , m_rangeTest(rangeTest)
    , m_telling(new QTimer(this))
    , m_activity(new QLabel)
    , m_experiment(new QLabel) {
    setFixedHeight(scaled(this, lineHeight));
    m_activity->setObjectName(QStringLiteral("activity"));
    setTextRole(m_activity, TextRole::Value);
    setTextRole(m_experiment, TextRole::Note);
    for (QLabel* label : {m_activity, m_experiment}) {
        label->setMinimumWidth(1); // long words are no reason for a wider window
    }
    auto* layout = new QHBoxLayout(this);
    const int margin = scaled(this, 12);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->addWidget(m_activity);
    layout->addStretch();
    layout->addWidget(m_experiment);

    m_telling->setSingleShot(true);
    connect(m_telling, &QTimer::timeout, this, &StatusLine::showActivity);
    connect(&m_session, &TrainingSession::progressChanged, this, &StatusLine::showActivity);
    connect(&m_session, &TrainingSession::stateChanged, this, &StatusLine::showActivity);
    connect(&m_session, &TrainingSession::opened, this, &StatusLine::showExperiment);
    connect(&m_document, &ExperimentDocument::changed, this, &StatusLine::showActivity);
    connect(&m_curves, &CurvesModel::changed, this, &StatusLine::showActivity);
    for (const auto sweepChanged : {&SweepSession::stateChanged, &SweepSession::resultsChanged}) {
        connect(&m_sweep, sweepChanged, this, [this] {
            if (m_page == Page::LearningRate) {
                showActivity();
                showExperiment();
            }
        });
    }
    for (const auto testChanged :
         {&RangeTestSession::stateChanged, &RangeTestSession::pointsChanged}) {
        connect(&m_rangeTest, testChanged, this, &StatusLine::showActivity);
    }
    showActivity();
    showExperiment();
}

void StatusLine::setPage(Page page) {
    m_page = page;
    showActivity();
    showExperiment();
}

void StatusLine::showActivity() {
    if (!m_telling->isActive()) {
        say(activity());
    }
}

void StatusLine::tell(const QString& done) {
    if (done.isEmpty()) {
        return;
    }
    m_telling->start(tellingMs);
    say(done);
    // It takes no focus, so a screen reader has to be told.
    QAccessibleEvent alert(m_activity, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void StatusLine::say(const QString& words) {
    if (m_activity->text() != words) {
        m_activity->setText(words);
        makeRoom();
    }
}

/// What the program is doing comes first where there is not room for both.
void StatusLine::makeRoom() {
    const int gap = scaled(this, 48);
    m_experiment->setVisible(
        m_activity->sizeHint().width() + m_experiment->sizeHint().width() + gap < width());
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    makeRoom();
}

QString StatusLine::curvesHint() const {
    const auto shown = m_curves.shownFunctions().size();
    return (shown == 1 ? tr("1 function") : tr("%1 functions").arg(shown)) + QStringLiteral(" · ") +
           tr("drag the cross-hair or use ← →; hold Shift for fine steps");
}

QString StatusLine::rangeTestActivity() const {
    const auto& runs = m_rangeTest.runs();
    const auto ended = std::ranges::count(runs, true, &TestedRun::hasEnded);
    return tr("Range test · %1 of %2 runs").arg(ended).arg(runs.size());
}

QString StatusLine::activity() const {
    if (m_page == Page::LearningRate && m_rangeTest.isRunning() && !m_sweep.isRunning()) {
        return rangeTestActivity();
    }
    if (m_page == Page::LearningRate && (m_sweep.isRunning() || !m_session.isTraining())) {
        return activityWords(m_sweep);
    }
    if (m_page == Page::Curves && !m_session.isTraining()) {
        return curvesHint();
    }
    if (m_session.isLoading()) {
        return tr("Loading the data…");
    }
    const Experiment* experiment = m_session.experiment();
    if (experiment == nullptr) {
        return tr("No data. Choose another data set.");
    }
    const auto& progress = m_session.progress();
    const std::size_t runs = experiment->runs.size();
    const std::size_t epochs = m_document.experiment().training.epochs;
    const QString epoch = progress.epoch <= epochs
                              ? tr("epoch %1 of %2").arg(progress.epoch).arg(epochs)
                              : tr("epoch %1").arg(progress.epoch);
    const QString separator = QStringLiteral(" · ");
    const QString batch =
        progress.batchInEpoch == 0
            ? QString()
            : separator + tr("batch %1 of %2")
                              .arg(countText(static_cast<qint64>(progress.batchInEpoch)),
                                   countText(static_cast<qint64>(progress.batchesPerEpoch)));
    if (const auto past = m_session.pastEpoch()) {
        return tr("Showing epoch %1 of the past").arg(*past) + separator +
               tr("trained up to epoch %1").arg(progress.epoch);
    }
    if (m_session.isTraining()) {
        QString text = (runs == 1 ? tr("Training 1 run") : tr("Training %1 runs").arg(runs)) +
                       separator + epoch;
        // Short epochs are over before anybody has read how far they are.
        constexpr std::size_t batchesOfALongEpoch = 200;
        if (progress.batchesPerEpoch >= batchesOfALongEpoch) {
            text += batch;
        }
        if (m_session.samplesPerSecond() > 0) {
            text += separator +
                    tr("%1 samples/s").arg(countText(std::lround(m_session.samplesPerSecond())));
        }
        return text;
    }
    if (progress.epoch >= epochs && progress.batchInEpoch == 0) {
        return (runs == 1 ? tr("Finished 1 run") : tr("Finished %1 runs").arg(runs)) + separator +
               epoch;
    }
    return (progress.epoch == 0 && progress.batchInEpoch == 0 ? tr("Ready") : tr("Paused")) +
           separator + epoch + batch;
}

void StatusLine::showExperiment() {
    if (m_page == Page::LearningRate) {
        m_experiment->setText(effortWords(m_sweep));
        return;
    }
    if (m_page == Page::Curves) {
        m_experiment->setText(tr("float32 kernels, the same that training uses"));
        return;
    }
    if (m_session.experiment() == nullptr) {
        return;
    }
    const Experiment& experiment = *m_session.experiment();
    const Dataset& dataset = *m_session.data();
    m_experiment->setText(
        QStringLiteral("%1 %2 · %3")
            .arg(dataSourceName(experiment.data.source),
                 layersText(dataset.featureCount, experiment.network.hidden, dataset.outputCount()),
                 tr("seed %1").arg(experiment.network.seed)));
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(Theme::of(this).color(Tone::Border));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace reluscope::ui
