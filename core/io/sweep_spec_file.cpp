// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sweep_spec_file.h"

#include "core/input_error.h"
#include "core/io/csv_cells.h"
#include "core/io/experiment_file.h"
#include "core/io/experiment_sections.h"
#include "core/io/fields.h"
#include "core/io/file.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <system_error>
#include <vector>

namespace reluscope {
namespace {

constexpr std::string_view format = "reluscope-sweep";

constexpr int hexadecimalBase = 16;

// JSON's numbers are too short for it.
std::string hexadecimal(std::uint64_t number) {
    std::array<char, 2 * sizeof number> text{};
    char* const end =
        std::to_chars(text.data(), text.data() + text.size(), number, hexadecimalBase).ptr;
    return {text.data(), end};
}

std::uint64_t parseFingerprint(const JsonValue& value, const std::string& place) {
    const std::string& text = asText(value, place);
    std::uint64_t number = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, hexadecimalBase);
    if (error != std::errc() || end != text.data() + text.size()) {
        throw InputError({}, place, '"' + printable(text) + "\" is no hexadecimal number",
                         "up to sixteen digits");
    }
    return number;
}

/// Without what files leave out and what no result depends on.
Experiment comparable(Experiment experiment) {
    experiment.title.clear();
    experiment.training.changes.clear();
    return parseExperiment(writeExperiment(experiment));
}

} // namespace

std::string writeSweepSpec(const SweepSpec& spec) {
    std::string rates;
    for (const double rate : spec.learningRates) {
        rates += rates.empty() ? "" : ", ";
        rates += cellText(rate);
    }
    const std::string fingerprint =
        spec.dataFingerprint
            ? ",\n  \"data_fingerprint\": \"" + hexadecimal(*spec.dataFingerprint) + '"'
            : "";
    return "{\n  \"format\": \"" + std::string(format) + "\",\n  \"version\": 1,\n" +
           "  \"learning_rates\": [" + rates + "],\n  \"seeds\": " + cellText(spec.seedCount) +
           fingerprint + ",\n  \"experiment\":\n" + writeExperiment(spec.experiment) + "}\n";
}

SweepSpec parseSweepSpec(std::string_view json) {
    const JsonValue document = parseJson(json);
    const Fields fields(document, {});
    if (asText(fields.require("format"), "format") != format) {
        throw InputError({}, "format", "this does not say what a sweep is of",
                         "\"" + std::string(format) + "\"");
    }
    asWhole(fields.require("version"), "version", {1, 1});
    fields.allowOnly(
        {"format", "version", "learning_rates", "seeds", "data_fingerprint", "experiment"});

    SweepSpec spec;
    spec.experiment = parseExperiment(fields.require("experiment"), "experiment");
    for (const JsonValue& rate :
         asList(fields.require("learning_rates"), "learning_rates", WholeRange{})) {
        spec.learningRates.push_back(parseLearningRate(
            rate, "learning_rates[" + std::to_string(spec.learningRates.size()) + "]"));
    }
    spec.seedCount = asWhole(fields.require("seeds"), "seeds", {.minimum = 1});
    if (const JsonValue* fingerprint = fields.find("data_fingerprint")) {
        spec.dataFingerprint = parseFingerprint(*fingerprint, "data_fingerprint");
    }
    checkGrid(spec);
    return spec;
}

SweepSpec readSweepSpec(const std::filesystem::path& path) {
    constexpr std::size_t limit = 16'000'000;
    const std::vector<std::uint8_t> bytes = readFile(path, limit);
    try {
        return parseSweepSpec(std::string(bytes.begin(), bytes.end()));
    } catch (const InputError& error) {
        throw error.inFile(path.string());
    }
}

void checkSameExperiment(const SweepSpec& known, const SweepSpec& wanted) {
    const Experiment a = comparable(known.experiment);
    const Experiment b = comparable(wanted.experiment);
    const auto check = [](bool isSame, const char* place) {
        if (!isSame) {
            throw InputError({}, place, "is not that of this sweep, so that its results are others",
                             "another file for the results of each experiment");
        }
    };
    check(a.data == b.data, "experiment.data");
    check(a.network == b.network, "experiment.network");
    check(a.training == b.training, "experiment.training");
    check(a.runs == b.runs, "experiment.runs");
    if (known.dataFingerprint && wanted.dataFingerprint &&
        known.dataFingerprint != wanted.dataFingerprint) {
        throw InputError({}, "data_fingerprint",
                         "the data have changed since, so that the results are of others",
                         "the data as they were, or another file for the results of these");
    }
}

} // namespace reluscope
