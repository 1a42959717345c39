// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/measurement.h"

#include "ui/session/experiment_document.h"
#include "ui/session/trainer_factory.h"
#include "ui/session/training_session.h"

#include <QCoreApplication>
#include <QEvent>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace reluscope::ui {
namespace {

constexpr std::size_t endless = 10'000'000; // epochs
constexpr int turn = 1000;                  // milliseconds
constexpr int settling = 250;               // milliseconds
constexpr int pulseInterval = 4;            // milliseconds
constexpr int frameInterval = 16;           // milliseconds

double milliseconds(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// The least of the values that so large a share of them does not exceed.
double quantile(std::vector<double> values, double share) {
    if (values.empty()) {
        return 0;
    }
    std::ranges::sort(values);
    const auto place = std::ceil(share * static_cast<double>(values.size())) - 1;
    return values[static_cast<std::size_t>(std::max(place, 0.0))];
}

QJsonObject inJson(const std::vector<double>& values, const std::vector<double>& percents) {
    QJsonObject object;
    for (const double percent : percents) {
        object[QStringLiteral("p%1").arg(percent)] = quantile(values, percent / 100);
    }
    object[QStringLiteral("max")] = quantile(values, 1);
    return object;
}

} // namespace

Measurement::Measurement(QWidget& window, ExperimentDocument& document, TrainingSession& session,
                         double seconds, const QElapsedTimer& sinceStart)
    : m_window(window)
    , m_document(document)
    , m_session(session)
    , m_millisecondsLeft(static_cast<int>(seconds * 1000))
    , m_sinceStart(sinceStart) {
    m_pulse.setTimerType(Qt::PreciseTimer);
    m_pulse.setInterval(pulseInterval);
    m_frameClock.setTimerType(Qt::PreciseTimer);
    m_frameClock.setInterval(frameInterval);
    m_window.installEventFilter(this);
    document.edit({}, [](Experiment& experiment) { experiment.training.epochs = endless; });
    connect(&session, &TrainingSession::opened, this, &Measurement::openUnseen,
            Qt::SingleShotConnection);
    connect(&session, &TrainingSession::failed, this, [](const InputError& error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        QCoreApplication::exit(1);
    });
}

void Measurement::Trained::add(const TrainerProgress& from, const TrainerProgress& to) {
    samples += to.samples - from.samples;
    seconds += std::chrono::duration<double>(to.time - from.time).count();
}

bool Measurement::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::UpdateRequest) {
        m_firstPaint = m_firstPaint.value_or(milliseconds(m_sinceStart));
        if (m_pulse.isActive()) {
            m_frames.push_back(milliseconds(m_sinceFrame));
        }
        m_sinceFrame.start();
        if (m_frameClock.isActive()) {
            m_frameClock.start(); // over again: there was one without being asked for
        }
    }
    return QObject::eventFilter(watched, event);
}

void Measurement::openUnseen() {
    m_unseen = std::make_unique<TrainerThread>(makeTrainerFactory(), &steadyClock);
    m_unseen->send(command::Open{m_document.experiment(), m_document.directory()});
    m_unseen->send(command::SetSpeed{std::numeric_limits<double>::infinity()});
    m_session.setSpeed(std::numeric_limits<double>::infinity());
    connect(&m_pulse, &QTimer::timeout, this, [this] {
        m_stalls.push_back(std::max(0.0, milliseconds(m_sincePulse) - pulseInterval));
        m_sincePulse.start();
    });
    connect(&m_frameClock, &QTimer::timeout, &m_window, [this] { m_window.update(0, 0, 1, 1); });
    m_unseen->send(command::Play{});
    auto* look = new QTimer(this);
    connect(look, &QTimer::timeout, this, [this] {
        while (m_unseen->nextEvent()) {
        }
        m_unseen->takeProgress();
        if (m_unseen->progress().samples > 0 && !m_hasBegun) { // the data are read
            m_hasBegun = true;
            trainUnseen();
        }
    });
    look->start(frameInterval); // as often as the window looks at its own
}

void Measurement::trainUnseen() {
    m_unseen->send(command::Play{});
    QTimer::singleShot(settling, this, [this] {
        QTimer::singleShot(turn, this, [this, from = m_unseen->progress()] {
            m_trainedUnseen.add(from, m_unseen->progress());
            m_unseen->send(command::Pause{});
            trainInWindow();
        });
    });
}

void Measurement::trainInWindow() {
    m_session.play();
    QTimer::singleShot(settling, this, [this] {
        m_sinceFrame.start();
        m_sincePulse.start();
        m_pulse.start();
        m_frameClock.start();
        QTimer::singleShot(turn, this, [this, from = m_session.progress()] {
            m_trainedInWindow.add(from, m_session.progress());
            m_pulse.stop();
            m_frameClock.stop();
            m_session.pause();
            m_millisecondsLeft -= turn;
            if (m_millisecondsLeft > 0) {
                trainUnseen();
            } else {
                finish();
            }
        });
    });
}

void Measurement::finish() {
    const QJsonObject line{
        {"frames", static_cast<qint64>(m_frames.size())},
        {"frame_ms", inJson(m_frames, {50, 99})},
        {"ui_stall_ms", inJson(m_stalls, {99})},
        {"samples_per_second", m_trainedInWindow.rate()},
        {"samples_per_second_headless", m_trainedUnseen.rate()},
        {"first_paint_ms", m_firstPaint.value_or(0)},
    };
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QCoreApplication::exit(0);
}

} // namespace reluscope::ui
