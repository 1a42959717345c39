// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_json_lines.h"

#include "app/cli/json_text.h"
#include "app/cli/run_outcome.h"

#include <map>
#include <vector>

namespace reluscope::cli {
namespace {

JsonObject eventOf(const char* name) {
    return JsonObject().add("event", name);
}

} // namespace

std::string epochLine(const std::string& run, const EpochRecord& record) {
    JsonObject line = eventOf("epoch");
    line.add("run", run)
        .add("epoch", record.epoch)
        .add("step", record.step)
        .add("learning_rate", record.learningRate)
        .add("train_loss", record.trainLoss);
    const auto& measured = record.measured;
    if (measured) {
        line.add("test_loss", measured->testLoss);
    }
    if (record.trainAccuracy) {
        line.add("train_accuracy", *record.trainAccuracy);
    }
    if (measured && measured->testAccuracy) {
        line.add("test_accuracy", *measured->testAccuracy);
    }
    if (measured) {
        line.add("dead_fraction", measured->deadFraction)
            .add("silent", measured->silent)
            .add("permanently_dead", measured->permanentlyDead)
            .add("saturated", measured->saturated)
            .add("sparsity", measured->layers.sparsity)
            .add("mean_activation", measured->layers.meanActivation)
            .add("gradient_norm", measured->layers.gradientNorm)
            .add("learned_parameters", measured->learned)
            .add("constant_output", measured->isOutputConstant);
    }
    return line.add("seconds", record.seconds).text() + '\n';
}

std::string divergedLine(const std::string& run, const Divergence& divergence) {
    JsonObject line = eventOf("diverged");
    line.add("run", run).add("epoch", divergence.epoch).add("step", divergence.step);
    if (divergence.layer) {
        line.add("layer", *divergence.layer);
    } else {
        line.add("layer", "loss");
    }
    return line.text() + '\n';
}

std::string TrainJsonLines::start() const {
    const Experiment& experiment = m_trainer.experiment();
    std::vector<std::string> names;
    for (const RunSpec& run : experiment.runs) {
        names.push_back(run.name);
    }
    return eventOf("start")
               .add("title", experiment.title)
               .add("parameters", largestParameterCount(m_trainer))
               .add("train_examples", m_trainer.data().train.count())
               .add("test_examples", m_trainer.data().test.count())
               .add("runs", names)
               .text() +
           '\n';
}

std::string TrainJsonLines::epoch(const EpochRecord& record) const {
    return epochLine(nameOf(record.run), record) + unitEvents(record);
}

/// A line for each layer in which units died or were revived.
std::string TrainJsonLines::unitEvents(const EpochRecord& record) const {
    struct Counts {
        std::size_t died = 0;
        std::size_t revived = 0;
    };
    std::map<std::size_t, Counts> layers;
    if (record.measured) {
        for (const UnitEvent& event : record.measured->events) {
            Counts& counts = layers[event.layer];
            ++(event.hasDied ? counts.died : counts.revived);
        }
    }
    std::string lines;
    for (const auto& [layer, counts] : layers) {
        lines += eventOf("units")
                     .add("run", nameOf(record.run))
                     .add("epoch", record.epoch)
                     .add("layer", layer + 1)
                     .add("died", counts.died)
                     .add("revived", counts.revived)
                     .text() +
                 '\n';
    }
    return lines;
}

std::string TrainJsonLines::diverged(std::size_t run, const Divergence& divergence) const {
    return divergedLine(nameOf(run), divergence);
}

std::string TrainJsonLines::stopped(std::size_t run, const Stop& stop) const {
    JsonObject line = eventOf("stopped");
    line.add("run", nameOf(run)).add("epoch", stop.epoch).add("reason", stopReasonId(stop.reason));
    if (stop.reason == StopReason::NoProgress) {
        line.add("limit", static_cast<std::size_t>(stop.limit));
    } else {
        line.add("limit", stop.limit);
    }
    return line.text() + '\n';
}

std::string TrainJsonLines::end(bool isInterrupted) const {
    std::string lines;
    for (std::size_t run = 0; run < m_trainer.runs().size(); ++run) {
        const RunOutcome outcome = outcomeOf(m_trainer, run, isInterrupted);
        lines += eventOf("end")
                     .add("run", nameOf(run))
                     .add("status", outcome.status)
                     .add("epochs", outcome.epochs)
                     .add("steps", outcome.steps)
                     .add("seconds", outcome.seconds)
                     .add("samples_per_second", outcome.samplesPerSecond)
                     .text() +
                 '\n';
    }
    return lines;
}

const std::string& TrainJsonLines::nameOf(std::size_t run) const {
    return m_trainer.experiment().runs[run].name;
}

} // namespace reluscope::cli
