// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_file.h"
#include "core/io/experiment_sections.h"
#include "core/io/fields.h"
#include "core/io/file.h"

#include <string>

namespace reluscope {

Experiment parseExperiment(std::string_view json) {
    return parseExperiment(parseJson(json), {});
}

Experiment parseExperiment(const JsonValue& document, const std::string& place) {
    const Fields fields(document, place);
    // What the file claims to be comes first: in a file of another kind every field is unknown.
    constexpr std::string_view format = "reluscope-experiment";
    if (asText(fields.require("format"), fields.place("format")) != format) {
        throw InputError({}, fields.place("format"), "this is no experiment file",
                         "\"" + std::string(format) + "\"");
    }
    asWhole(fields.require("version"), fields.place("version"), {1, 1});
    fields.allowOnly({"format", "version", "title", "data", "network", "training", "runs"});

    Experiment experiment;
    experiment.title = fields.text("title");
    experiment.data = parseData(fields.require("data"), fields.place("data"));
    experiment.network = parseNetwork(fields.require("network"), fields.place("network"));
    if (const JsonValue* training = fields.find("training")) {
        experiment.training = parseTraining(*training, fields.place("training"));
    }
    experiment.runs =
        parseRuns(fields.require("runs"), fields.place("runs"), experiment.network.hidden);
    return experiment;
}

Experiment readExperiment(const std::filesystem::path& path) {
    constexpr std::size_t limit = 16'000'000;
    const std::vector<std::uint8_t> bytes = readFile(path, limit);
    try {
        return parseExperiment(std::string(bytes.begin(), bytes.end()));
    } catch (const InputError& error) {
        throw error.inFile(path.string());
    }
}

} // namespace reluscope
