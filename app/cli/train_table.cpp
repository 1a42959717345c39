// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_table.h"

#include "app/cli/number_text.h"
#include "app/cli/run_outcome.h"
#include "core/io/json_value.h"

#include <algorithm>

namespace reluscope::cli {
namespace {

constexpr int lossDigits = 4;

} // namespace

TrainTable::TrainTable(const Trainer& trainer)
    : m_trainer(trainer)
    , m_columns{{"epoch", Align::Right, 6},
                {"run", Align::Left, 3},
                {"train loss", Align::Right, 10},
                {"test loss", Align::Right, 10}}
    , m_silent(trainer.runs().size()) {
    if (trainer.data().task == Task::Classification) {
        m_columns.push_back({"accuracy", Align::Right, 8});
    }
    m_columns.push_back({"dead", Align::Right, 7});
    std::size_t& nameWidth = m_columns[1].width;
    for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
        nameWidth = std::max(nameWidth, displayWidth(nameOf(run)));
    }
}

std::string TrainTable::start() const {
    std::string title = printable(m_trainer.experiment().title);
    title += title.empty() ? "" : ": ";
    return title + groupedText(largestParameterCount(m_trainer)) + " parameters, " +
           groupedText(m_trainer.data().train.count()) + " training and " +
           groupedText(m_trainer.data().test.count()) + " test examples\n\n" +
           tableHeader(m_columns);
}

std::string TrainTable::epoch(const EpochRecord& record) {
    TableRow row{std::to_string(record.epoch), nameOf(record.run),
                 roundedText(record.trainLoss, lossDigits)};
    if (record.measured) {
        m_silent[record.run] = record.measured->silent;
        row.push_back(roundedText(record.measured->testLoss, lossDigits));
        if (record.measured->testAccuracy) {
            row.push_back(percentText(*record.measured->testAccuracy));
        }
        row.push_back(percentText(record.measured->deadFraction));
    }
    row.resize(m_columns.size());
    return tableLine(m_columns, row);
}

std::string TrainTable::diverged(std::size_t run, const Divergence& divergence) const {
    const std::string where =
        divergence.layer ? "layer " + std::to_string(*divergence.layer) : "the loss";
    return tableLine(std::span(m_columns).first(3),
                     {std::to_string(divergence.epoch), nameOf(run),
                      "diverged at step " + groupedText(divergence.step) + ": " + where +
                          " first left the finite range"});
}

std::string TrainTable::stopped(std::size_t run, const Stop& stop) const {
    std::string why;
    switch (stop.reason) {
    case StopReason::Accuracy:
        why = "reached a training accuracy of " + percentText(stop.limit);
        break;
    case StopReason::Loss:
        why = "reached a training loss of " + numberText(stop.limit);
        break;
    case StopReason::NoProgress: {
        const auto epochs = static_cast<std::size_t>(stop.limit);
        why = "no progress for " + groupedText(epochs) + (epochs == 1 ? " epoch" : " epochs");
        break;
    }
    }
    return tableLine(std::span(m_columns).first(3),
                     {std::to_string(stop.epoch), nameOf(run), "stopped: " + why});
}

std::string TrainTable::end(bool isInterrupted) const {
    std::vector<TableRow> rows;
    for (std::size_t run = 0; run < m_trainer.runs().size(); ++run) {
        const RunOutcome outcome = outcomeOf(m_trainer, run, isInterrupted);
        rows.push_back({nameOf(run), std::string(outcome.status), std::to_string(outcome.epochs),
                        groupedText(outcome.steps), roundedText(outcome.seconds, 3),
                        groupedText(static_cast<std::size_t>(outcome.samplesPerSecond)),
                        silentText(run)});
    }
    return '\n' + tableText({{"run", Align::Left},
                             {"status", Align::Left},
                             {"epochs", Align::Right},
                             {"steps", Align::Right},
                             {"seconds", Align::Right},
                             {"samples/s", Align::Right},
                             {"dead units by layer", Align::Left}},
                            rows);
}

/// A name as a terminal may show it.
std::string TrainTable::nameOf(std::size_t run) const {
    return printable(m_trainer.experiment().runs[run].name);
}

/// "5 of 16, 0 of 16".
std::string TrainTable::silentText(std::size_t run) const {
    const auto& hidden = m_trainer.runs()[run].network().architecture().hidden;
    std::string text;
    for (std::size_t layer = 0; layer < m_silent[run].size(); ++layer) {
        text += text.empty() ? "" : ", ";
        text += std::to_string(m_silent[run][layer]) + " of " + std::to_string(hidden[layer]);
    }
    return text;
}

} // namespace reluscope::cli
