// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/json_lines.h"

#include "tests/cli/child_process.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace reluscope::test {

using nlohmann::json;

std::vector<json> linesOf(const std::string& output) {
    std::vector<json> lines;
    std::istringstream stream(output);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(json::parse(line));
    }
    return lines;
}

std::vector<json> trainJson(const ExperimentFile& file, std::vector<std::string> options) {
    options.insert(options.begin(), {"train", file.path(), "--json"});
    const ChildResult result = runCli(options);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_EQ(result.errors, "");
    return linesOf(result.output);
}

std::vector<json> ofEvent(const std::vector<json>& lines, std::string_view event) {
    std::vector<json> chosen;
    std::ranges::copy_if(lines, std::back_inserter(chosen),
                         [event](const json& line) { return line.at("event") == event; });
    return chosen;
}

} // namespace reluscope::test
