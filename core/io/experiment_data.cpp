// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated.h"
#include "core/data/scaling.h"
#include "core/io/dataset_loader.h"
#include "core/io/experiment_sections.h"
#include "core/io/fields.h"

namespace reluscope {
namespace {

std::optional<std::size_t> exampleCount(const Fields& fields, std::string_view name) {
    constexpr WholeRange range = {1, 10'000'000};
    const JsonValue* value = fields.find(name);
    if (value == nullptr) {
        return {};
    }
    return asWhole(*value, fields.place(name), range);
}

/// What this source has besides the fields that all have.
void allowFieldsOf(const std::string& source, const Fields& fields) {
    std::vector<std::string_view> known = {"source", "train", "test", "scale", "seed"};
    if (findGeneratedSource(source) != nullptr) {
        known.emplace_back("noise");
    } else if (source == idxSource) {
        known.insert(known.end(),
                     {"images", "labels", "test_images", "test_labels", "test_fraction"});
    }
    fields.allowOnly(known);
}

void parseIdxFields(const Fields& fields, DataSpec& data) {
    const auto path = [&](std::string_view name) {
        std::string text = asText(fields.require(name), fields.place(name));
        if (text.empty()) {
            throw InputError({}, fields.place(name), "is empty", "the path of a file");
        }
        return text;
    };
    data.images = path("images");
    data.labels = path("labels");
    if (fields.find("test_images") == nullptr && fields.find("test_labels") == nullptr) {
        constexpr NumberRange range = {0.001, 0.999};
        data.testFraction = fields.number("test_fraction", data.testFraction, range);
        return;
    }
    data.testImages = path("test_images");
    data.testLabels = path("test_labels");
    if (fields.find("test_fraction") != nullptr) {
        throw InputError({}, fields.place("test_fraction"), "has no use beside test files",
                         "either this or test_images and test_labels");
    }
}

} // namespace

DataSpec parseData(const JsonValue& value, const std::string& place) {
    const Fields fields(value, place);
    const std::vector<DataSource> sources = dataSources();
    DataSpec data;
    data.source = chosen(std::span<const DataSource>(sources), fields.require("source"),
                         fields.place("source"))
                      .id;
    allowFieldsOf(data.source, fields);
    data.train = exampleCount(fields, "train");
    data.test = exampleCount(fields, "test");
    data.noise = fields.number("noise", data.noise, {0, 10});
    data.seed = fields.whole("seed", data.seed, {});
    if (const JsonValue* scale = fields.find("scale")) {
        data.scale = chosen(scales(), *scale, fields.place("scale")).scale;
    }
    if (data.source == idxSource) {
        parseIdxFields(fields, data);
    }
    return data;
}

} // namespace reluscope
