// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sweep_merge.h"

#include "core/input_error.h"
#include "core/io/sweep_csv.h"
#include "core/io/sweep_file.h"
#include "core/io/sweep_spec_file.h"

#include <map>
#include <string>
#include <utility>

namespace reluscope {
namespace {

/// The line of a result, which does not tell how long it took.
std::string timelessLine(const SweepSpec& spec, SweepResult result) {
    result.seconds = 0;
    return sweepCsvLine(spec, result);
}

SweepSpec commonSpec(std::span<const std::filesystem::path> files) {
    SweepSpec common = readSweepSpec(sweepSpecPath(files.front()));
    for (const auto& file : files.subspan(1)) {
        const std::filesystem::path path = sweepSpecPath(file);
        const SweepSpec other = readSweepSpec(path);
        try {
            checkSameExperiment(other, common);
        } catch (const InputError& error) {
            throw error.inFile(path.string());
        }
        const bool areRatesSame = other.learningRates == common.learningRates;
        if (!areRatesSame || other.seedCount != common.seedCount) {
            throw InputError(path.string(), areRatesSame ? "seeds" : "learning_rates",
                             "is not that of " + files.front().string(), "parts of one sweep");
        }
    }
    return common;
}

} // namespace

MergedSweep mergeSweeps(std::span<const std::filesystem::path> files) {
    MergedSweep merged{.spec = commonSpec(files), .results = {}};
    std::map<SweepCell, std::string> known;
    for (const auto& file : files) {
        for (const SweepResult& result : readSweepCsv(merged.spec, file)) {
            const std::string line = timelessLine(merged.spec, result);
            const auto [place, isNew] = known.emplace(result.cell, line);
            if (isNew) {
                merged.results.push_back(result);
            } else if (place->second != line) {
                throw InputError(file.string(), sweepCsvSettings(merged.spec, result.cell),
                                 "has another result in a file before",
                                 "results of one build on one level of CPU");
            }
        }
    }
    sortByCell(merged.results);
    return merged;
}

} // namespace reluscope
