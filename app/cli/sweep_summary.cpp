// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_summary.h"

#include "app/cli/number_text.h"
#include "app/cli/text_table.h"
#include "core/io/json_value.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <vector>

namespace reluscope::cli {
namespace {

/// Of an even number of values the lower one in the middle, so that it is one of them.
double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// The results of one run at one rate.
struct Place {
    std::vector<double> testLoss; ///< infinite where it diverged, or is no number
    std::vector<double> accuracy;
    std::vector<double> deadFraction;

    void add(const SweepResult& result) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const auto& figures = result.figures;
        testLoss.push_back(figures && figures->testLoss < infinity ? figures->testLoss : infinity);
        if (figures) {
            deadFraction.push_back(figures->deadFraction);
            if (figures->testAccuracy) {
                accuracy.push_back(*figures->testAccuracy);
            }
        }
    }
};

struct Row {
    std::map<std::size_t, Place> places; ///< by rate
    std::size_t runs = 0;
    std::size_t failed = 0;
    std::size_t diverged = 0;

    void add(const SweepResult& result) {
        places[result.cell.rate].add(result);
        ++runs;
        failed += result.status == RunStatus::Failed ? 1U : 0U;
        diverged += result.status == RunStatus::Diverged ? 1U : 0U;
    }
};

std::string percentOrNothing(const std::vector<double>& values) {
    return values.empty() ? "" : percentText(median(values));
}

TableRow textOf(const SweepSpec& spec, std::size_t run, const Row& row) {
    constexpr int digits = 4;
    const auto best = std::ranges::min_element(
        row.places, {}, [](const auto& place) { return median(place.second.testLoss); });
    TableRow text{printable(spec.experiment.runs[run].name), "", "", "", ""};
    if (median(best->second.testLoss) < std::numeric_limits<double>::infinity()) {
        text = {printable(spec.experiment.runs[run].name),
                roundedText(learningRateOf(spec, {.run = run, .rate = best->first}), digits),
                roundedText(median(best->second.testLoss), digits),
                percentOrNothing(best->second.accuracy),
                percentOrNothing(best->second.deadFraction)};
    }
    text.push_back(std::to_string(row.runs));
    text.push_back(std::to_string(row.failed));
    text.push_back(std::to_string(row.diverged));
    return text;
}

} // namespace

std::string sweepSummary(const SweepSpec& spec, std::span<const SweepResult> results) {
    std::map<std::size_t, Row> rows;
    for (const SweepResult& result : results) {
        rows[result.cell.run].add(result);
    }
    std::vector<TableRow> lines;
    for (const auto& [run, row] : rows) {
        lines.push_back(textOf(spec, run, row));
    }
    return tableText({{"run", Align::Left},
                      {"best rate", Align::Right},
                      {"test loss", Align::Right},
                      {"accuracy", Align::Right},
                      {"dead", Align::Right},
                      {"runs", Align::Right},
                      {"failed", Align::Right},
                      {"diverged", Align::Right}},
                     lines);
}

} // namespace reluscope::cli
