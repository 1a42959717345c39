// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_source.h"

#include "core/data/scaling.h"
#include "core/data/split.h"
#include "core/input_error.h"
#include "core/io/available_memory.h"
#include "core/io/csv_columns.h"
#include "core/io/file.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reluscope {
namespace {

/// A network with more outputs than this is a mistake in the choice of the target.
constexpr std::size_t mostClasses = 1000;

InputError tooManyClasses() {
    return {{},
            "data.target",
            "has more than " + std::to_string(mostClasses) + " classes",
            "a column of classes, or \"task\": \"regression\""};
}

/// The class that the text of a cell numbers, if it does.
std::optional<std::uint32_t> classNumber(const std::string& text) {
    std::uint32_t number = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || rest != end) {
        return std::nullopt;
    }
    return number;
}

/// The class of each row, and the names of all classes.
struct Classes {
    std::vector<std::uint32_t> labels;
    std::vector<std::string> names;
};

Classes numberedClasses(const std::vector<std::string>& target) {
    Classes classes;
    for (const std::string& text : target) {
        classes.labels.push_back(*classNumber(text));
    }
    const std::uint32_t largest = *std::ranges::max_element(classes.labels);
    if (largest >= mostClasses) {
        throw tooManyClasses();
    }
    classes.names = numberedClassNames(std::size_t{largest} + 1);
    return classes;
}

Classes namedClasses(const std::vector<std::string>& target) {
    Classes classes{.labels = {}, .names = target};
    std::ranges::sort(classes.names);
    classes.names.erase(std::unique(classes.names.begin(), classes.names.end()),
                        classes.names.end());
    if (classes.names.size() > mostClasses) {
        throw tooManyClasses();
    }
    for (const std::string& text : target) {
        const auto found = std::ranges::lower_bound(classes.names, text);
        classes.labels.push_back(static_cast<std::uint32_t>(found - classes.names.begin()));
    }
    return classes;
}

Examples taken(const CsvColumns& columns, const Examples& all,
               const std::vector<std::uint32_t>& rows) {
    const std::size_t features = columns.featureNames.size();
    Examples examples;
    for (const std::uint32_t row : rows) {
        const auto begin = columns.features.begin() + static_cast<std::ptrdiff_t>(row * features);
        std::copy_n(begin, features, std::back_inserter(examples.features));
        if (all.labels.empty()) {
            examples.values.push_back(all.values[row]);
        } else {
            examples.labels.push_back(all.labels[row]);
        }
    }
    return examples;
}

Dataset makeDataset(const CsvTable& table, const DataSpec& spec) {
    const CsvColumns columns = splitTarget(table, spec.target);
    Dataset dataset;
    dataset.task = spec.task;
    dataset.featureCount = columns.featureNames.size();

    Examples all;
    if (spec.task == Task::Regression) {
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            all.values.push_back(csvNumber(table, row, columns.targetColumn));
        }
    } else {
        const bool areNumbers = std::ranges::all_of(
            columns.target, [](const std::string& text) { return classNumber(text).has_value(); });
        Classes classes =
            areNumbers ? numberedClasses(columns.target) : namedClasses(columns.target);
        if (classes.names.size() < 2) {
            throw InputError({}, "data.target", "has only one class", "at least two classes");
        }
        all.labels = std::move(classes.labels);
        dataset.classCount = classes.names.size();
        dataset.classNames = std::move(classes.names);
    }
    dataset.heldBackFrom = table.rowCount();
    const Selection selection = holdBack(table.rowCount(), spec);
    dataset.train = taken(columns, all, selection.train);
    dataset.test = taken(columns, all, selection.test);
    applyScale(dataset, spec.scale.value_or(Scale::None));
    return dataset;
}

} // namespace

Dataset loadCsv(const std::filesystem::path& path, const DataSpec& spec,
                const std::stop_token& stop) {
    // The text, its cells and their numbers are in memory at once.
    constexpr std::size_t roomPerByte = 16;
    const auto bytes = readInflatedFile(path, availableMemory() / roomPerByte, stop);
    try {
        return makeDataset(parseCsv(std::string(bytes.begin(), bytes.end())), spec);
    } catch (const InputError& error) {
        // A field of the experiment was said there, not in this file.
        throw error.place().starts_with("data.") ? error : error.inFile(path.string());
    }
}

} // namespace reluscope
