// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/training_measurement.h"

#include "ui/session/experiment_document.h"
#include "ui/session/trainer_factory.h"
#include "ui/session/training_session.h"
#include "ui/shell/measured_line.h"

#include <QTimer>

#include <limits>

namespace reluscope::ui {
namespace {

constexpr std::size_t endless = 10'000'000; // epochs
constexpr int turn = 1000;                  // milliseconds
constexpr int settling = 250;               // milliseconds
constexpr int lookInterval = 16;            // milliseconds, as often as the window looks at its own

} // namespace

TrainingMeasurement::TrainingMeasurement(FrameTimes& frames, ExperimentDocument& document,
                                         TrainingSession& session, double seconds)
    : m_frames(frames)
    , m_document(document)
    , m_session(session)
    , m_millisecondsLeft(static_cast<int>(seconds * 1000)) {
    document.edit({}, [](Experiment& experiment) { experiment.training.epochs = endless; });
    connect(&session, &TrainingSession::opened, this, &TrainingMeasurement::openUnseen,
            Qt::SingleShotConnection);
    connect(&session, &TrainingSession::failed, this, &failMeasurement);
}

void TrainingMeasurement::Trained::add(const TrainerProgress& from, const TrainerProgress& to) {
    samples += to.samples - from.samples;
    seconds += std::chrono::duration<double>(to.time - from.time).count();
}

void TrainingMeasurement::openUnseen() {
    m_unseen = std::make_unique<TrainerThread>(makeTrainerFactory(), &steadyClock);
    m_unseen->send(command::Open{m_document.experiment(), m_document.directory()});
    m_unseen->send(command::SetSpeed{std::numeric_limits<double>::infinity()});
    m_session.setSpeed(std::numeric_limits<double>::infinity());
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
    look->start(lookInterval);
}

void TrainingMeasurement::trainUnseen() {
    m_unseen->send(command::Play{});
    QTimer::singleShot(settling, this, [this] {
        QTimer::singleShot(turn, this, [this, from = m_unseen->progress()] {
            m_trainedUnseen.add(from, m_unseen->progress());
            m_unseen->send(command::Pause{});
            trainInWindow();
        });
    });
}

void TrainingMeasurement::trainInWindow() {
    m_session.play();
    QTimer::singleShot(settling, this, [this] {
        m_frames.start();
        QTimer::singleShot(turn, this, [this, from = m_session.progress()] {
            m_trainedInWindow.add(from, m_session.progress());
            m_frames.stop();
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

void TrainingMeasurement::finish() {
    QJsonObject line = m_frames.inJson();
    line["samples_per_second"] = m_trainedInWindow.rate();
    line["samples_per_second_headless"] = m_trainedUnseen.rate();
    endMeasurement(line);
}

} // namespace reluscope::ui
