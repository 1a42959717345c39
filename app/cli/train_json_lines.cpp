// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_json_lines.h"

#include "app/cli/json_text.h"
#include "app/cli/run_outcome.h"

#include <vector>

namespace reluscope::cli {
namespace {

JsonObject eventOf(const char* name) {
    return JsonObject().add("event", name);
}

} // namespace

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
    JsonObject line = eventOf("epoch");
    line.add("run", nameOf(record.run))
        .add("epoch", record.epoch)
        .add("step", record.step)
        .add("learning_rate", record.learningRate)
        .add("train_loss", record.trainLoss)
        .add("train_accuracy", record.trainAccuracy);
    if (record.measured) {
        line.add("test_loss", record.measured->testLoss)
            .add("test_accuracy", record.measured->testAccuracy)
            .add("dead_fraction", record.measured->deadFraction)
            .add("silent", record.measured->silent);
    }
    return line.add("seconds", record.seconds).text() + '\n';
}

std::string TrainJsonLines::diverged(std::size_t run, const Divergence& divergence) const {
    JsonObject line = eventOf("diverged");
    line.add("run", nameOf(run)).add("epoch", divergence.epoch).add("step", divergence.step);
    if (divergence.layer) {
        line.add("layer", *divergence.layer);
    } else {
        line.add("layer", "loss");
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
