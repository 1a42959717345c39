// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sweep_csv.h"

#include "core/input_error.h"
#include "core/io/csv_cells.h"
#include "core/io/csv_table.h"
#include "core/io/file.h"
#include "core/io/json_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <system_error>
#include <unordered_map>

namespace reluscope {
namespace {

constexpr std::array<std::string_view, 19> columns{"run",
                                                   "activation",
                                                   "parameters",
                                                   "initialization",
                                                   "hidden",
                                                   "learning_rate",
                                                   "seed",
                                                   "status",
                                                   "epochs",
                                                   "step",
                                                   "diverged_layer",
                                                   "train_loss",
                                                   "test_loss",
                                                   "train_accuracy",
                                                   "test_accuracy",
                                                   "dead_fraction",
                                                   "dead_fraction_at_start",
                                                   "constant_output_at_start",
                                                   "seconds"};
constexpr std::size_t settingsCount = 7; ///< columns that the cell decides: up to the seed

constexpr std::string_view onlyLoss = "loss"; ///< where no layer left the finite range

struct StatusId {
    RunStatus status;
    std::string_view id;
};
constexpr std::array<StatusId, 3> statusIds{{{RunStatus::Finished, "finished"},
                                             {RunStatus::Failed, "failed"},
                                             {RunStatus::Diverged, "diverged"}}};

void addPart(std::string& parts, const std::string& part) {
    parts += parts.empty() ? "" : ";";
    parts += part;
}

std::string idsText(const std::vector<Activation>& activations) {
    std::string text;
    for (const Activation& activation : activations) {
        addPart(text, std::string(activation.info->id));
    }
    return text;
}

std::string parametersText(const std::vector<Activation>& activations) {
    std::string text;
    for (std::size_t layer = 0; layer < activations.size(); ++layer) {
        const Activation& activation = activations[layer];
        const std::string prefix = activations.size() > 1 ? std::to_string(layer + 1) + '.' : "";
        for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
            const ActivationParameter& parameter = activation.info->parameters[i];
            const double value = activation.parameters[i];
            addPart(text, prefix + std::string(parameter.id) + '=' +
                              (parameter.isChoice() ? std::string(parameter.wordOf(value))
                                                    : cellText(value)));
        }
    }
    return text;
}

std::string initializationText(const Initialization& initialization) {
    const Initialization usual;
    const WeightSchemeInfo& scheme = weightSchemeInfo(initialization.weights);
    std::string text(scheme.id);
    if (!scheme.parameter.empty()) {
        addPart(text, std::string(scheme.parameter) + '=' + cellText(initialization.parameter));
    }
    if (initialization.gain != usual.gain) {
        addPart(text, "gain=" + cellText(initialization.gain));
    }
    if (initialization.bias != usual.bias) {
        addPart(text, "bias=" + cellText(initialization.bias));
    }
    return text;
}

std::string divergedLayerText(const SweepResult& result) {
    return result.status == RunStatus::Diverged && !result.divergedLayer
               ? std::string(onlyLoss)
               : cellText(result.divergedLayer);
}

/// The cells of one line of a file.
class Row {
  public:
    Row(const CsvTable& table, std::size_t row)
        : m_table(table)
        , m_row(row) {}

    std::string_view cell(std::string_view column) const {
        const auto found = std::ranges::find(columns, column) - columns.begin();
        return m_table.cell(m_row, static_cast<std::size_t>(found));
    }

    std::string settings() const {
        std::string text;
        for (std::size_t column = 0; column < settingsCount; ++column) {
            text += column == 0 ? "" : ",";
            text += cellText(m_table.cell(m_row, column));
        }
        return text;
    }

    template <class Number>
    Number number(std::string_view column) const {
        const std::string_view text = cell(column);
        Number number{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size()) {
            throw wrong(column, "a number");
        }
        return number;
    }

    std::optional<double> numberIfAny(std::string_view column) const {
        return cell(column).empty() ? std::nullopt : std::optional(number<double>(column));
    }

    InputError wrong(std::string_view column, std::string expected) const {
        return {{},
                place() + ", " + std::string(column),
                "\"" + printable(cell(column)) + "\" is not possible",
                std::move(expected)};
    }
    std::string place() const { return "line " + std::to_string(m_table.lines[m_row]); }

  private:
    const CsvTable& m_table;
    std::size_t m_row;
};

SweepResult resultOf(const Row& row, SweepCell cell) {
    SweepResult result{.cell = cell};
    const auto status = std::ranges::find(statusIds, row.cell("status"), &StatusId::id);
    if (status == statusIds.end()) {
        throw row.wrong("status", "finished, failed or diverged");
    }
    result.status = status->status;
    result.epochs = row.number<std::size_t>("epochs");
    result.step = row.number<std::size_t>("step");
    if (const auto layer = row.cell("diverged_layer"); !layer.empty() && layer != onlyLoss) {
        result.divergedLayer = row.number<std::size_t>("diverged_layer");
    }
    if (result.status != RunStatus::Diverged) {
        result.figures = SweepResult::Figures{.trainLoss = row.number<double>("train_loss"),
                                              .testLoss = row.number<double>("test_loss"),
                                              .trainAccuracy = row.numberIfAny("train_accuracy"),
                                              .testAccuracy = row.numberIfAny("test_accuracy"),
                                              .deadFraction = row.number<double>("dead_fraction")};
    }
    result.deadFractionAtStart = row.number<double>("dead_fraction_at_start");
    const auto constant = row.cell("constant_output_at_start");
    if (constant != cellText(true) && constant != cellText(false)) {
        throw row.wrong("constant_output_at_start", "true or false");
    }
    result.isOutputConstantAtStart = constant == cellText(true);
    result.seconds = row.number<double>("seconds");
    return result;
}

/// Up to the last line end that is not within quotation marks.
std::string_view wholeLines(std::string_view text) {
    std::size_t end = 0;
    bool isQuoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            isQuoted = !isQuoted; // twice for a doubled one, which changes nothing
        } else if (text[i] == '\n' && !isQuoted) {
            end = i + 1;
        }
    }
    return text.substr(0, end);
}

} // namespace

std::string sweepCsvHeader() {
    std::string line;
    for (const std::string_view column : columns) {
        line += line.empty() ? "" : ",";
        line += column;
    }
    return line + '\n';
}

std::string sweepCsvSettings(const SweepSpec& spec, SweepCell cell) {
    const Experiment& experiment = spec.experiment;
    const RunSpec& run = experiment.runs[cell.run];
    return cellText(std::string_view(run.name)) + ',' + idsText(run.activations) + ',' +
           parametersText(run.activations) + ',' +
           initializationText(effectiveInitialization(experiment, run)) + ',' +
           cellText(effectiveHidden(experiment, run)) + ',' + cellText(learningRateOf(spec, cell)) +
           ',' + cellText(seedOf(spec, cell));
}

std::string sweepCsvLine(const SweepSpec& spec, const SweepResult& result) {
    std::string line = sweepCsvSettings(spec, result.cell);
    const auto add = [&](const auto& value) { line += ',' + cellText(value); };
    add(std::ranges::find(statusIds, result.status, &StatusId::status)->id);
    add(result.epochs);
    add(result.step);
    line += ',' + divergedLayerText(result);
    if (const auto& figures = result.figures) {
        add(figures->trainLoss);
        add(figures->testLoss);
        add(figures->trainAccuracy);
        add(figures->testAccuracy);
        add(figures->deadFraction);
    } else {
        line += ",,,,,";
    }
    add(result.deadFractionAtStart);
    add(result.isOutputConstantAtStart);
    add(result.seconds);
    return line + '\n';
}

std::vector<SweepResult> parseSweepCsv(const SweepSpec& spec, std::string_view text) {
    text = wholeLines(text);
    if (text.empty()) {
        return {};
    }
    if (!text.starts_with(sweepCsvHeader())) {
        throw InputError({}, "line 1", "these are not the columns of a sweep's results",
                         "a file that sweep has written");
    }
    std::vector<SweepResult> results;
    if (text == sweepCsvHeader()) {
        return results;
    }
    std::unordered_map<std::string, SweepCell> cells;
    for (const SweepCell cell : coarseToFine(spec)) {
        cells.emplace(sweepCsvSettings(spec, cell), cell);
    }
    std::set<SweepCell> seen;
    const CsvTable table = parseCsv(text);
    for (std::size_t i = 0; i < table.rowCount(); ++i) {
        const Row row(table, i);
        const auto cell = cells.find(row.settings());
        if (cell == cells.end()) {
            throw InputError({}, row.place(), "is the result of no run of this sweep",
                             "the same runs, learning rates and seeds, or more");
        }
        if (!seen.insert(cell->second).second) {
            throw InputError({}, row.place(), "is a second result of one run", "one of each");
        }
        results.push_back(resultOf(row, cell->second));
    }
    return results;
}

std::vector<SweepResult> readSweepCsv(const SweepSpec& spec, const std::filesystem::path& path) {
    constexpr std::size_t limit = 1'000'000'000;
    const std::vector<std::uint8_t> bytes = readFile(path, limit);
    try {
        return parseSweepCsv(spec, std::string(bytes.begin(), bytes.end()));
    } catch (const InputError& error) {
        throw error.inFile(path.string());
    }
}

void sortByCell(std::vector<SweepResult>& results) {
    std::ranges::sort(results, {}, &SweepResult::cell);
}

std::string sweepCsv(const SweepSpec& spec, const std::vector<SweepResult>& results) {
    std::string text = sweepCsvHeader();
    for (const SweepResult& result : results) {
        text += sweepCsvLine(spec, result);
    }
    return text;
}

} // namespace reluscope
