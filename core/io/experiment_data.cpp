// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/curves.h"
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
    std::vector<std::string_view> known = {"source", "scale", "seed"};
    const auto allow = [&](std::initializer_list<std::string_view> names) {
        known.insert(known.end(), names);
    };
    if (source == pointsSource) {
        allow({"points"});
    } else {
        allow({"train", "test"});
    }
    if (isGenerated(source)) {
        allow({"noise"});
    }
    if (const CurveSource* curve = findCurveSource(source); curve != nullptr && curve->hasDegree) {
        allow({"degree"});
    }
    if (source == idxSource) {
        allow({"images", "labels", "test_images", "test_labels", "test_fraction"});
    }
    if (source == csvSource) {
        allow({"path", "target", "task", "test_fraction"});
    }
    fields.allowOnly(known);
}

std::string nonEmptyText(const Fields& fields, std::string_view name, const char* expected) {
    std::string text = asText(fields.require(name), fields.place(name));
    if (text.empty()) {
        throw InputError({}, fields.place(name), "is empty", expected);
    }
    return text;
}

double testFraction(const Fields& fields, const DataSpec& data) {
    constexpr NumberRange range = {0.001, 0.999};
    return fields.number("test_fraction", data.testFraction, range);
}

void parseIdxFields(const Fields& fields, DataSpec& data) {
    const auto path = [&](std::string_view name) {
        return nonEmptyText(fields, name, "the path of a file");
    };
    data.images = path("images");
    data.labels = path("labels");
    if (fields.find("test_images") == nullptr && fields.find("test_labels") == nullptr) {
        data.testFraction = testFraction(fields, data);
        return;
    }
    data.testImages = path("test_images");
    data.testLabels = path("test_labels");
    if (fields.find("test_fraction") != nullptr) {
        throw InputError({}, fields.place("test_fraction"), "has no use beside test files",
                         "either this or test_images and test_labels");
    }
}

void parseCsvFields(const Fields& fields, DataSpec& data) {
    data.path = nonEmptyText(fields, "path", "the path of a file");
    data.target = nonEmptyText(fields, "target", "the name of a column");
    if (const JsonValue* task = fields.find("task")) {
        data.task = chosen(tasks(), *task, fields.place("task")).task;
    }
    data.testFraction = testFraction(fields, data);
}

std::vector<LabelledPoint> parsePoints(const JsonValue& value, const std::string& place) {
    constexpr WholeRange count = {1, 100'000};
    constexpr NumberRange coordinate = {-1e6, 1e6};
    constexpr WholeRange label = {0, 255};
    std::vector<LabelledPoint> points;
    for (const JsonValue& element : asList(value, place, count)) {
        const std::string own = place + "[" + std::to_string(points.size()) + "]";
        const auto& parts = asList(element, own, {3, 3});
        points.push_back(
            {.x = asNumber(parts[0], own + "[0]", coordinate),
             .y = asNumber(parts[1], own + "[1]", coordinate),
             .label = static_cast<std::uint32_t>(asWhole(parts[2], own + "[2]", label))});
    }
    return points;
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
    data.degree = fields.whole("degree", data.degree, {1, 30});
    if (data.source == idxSource) {
        parseIdxFields(fields, data);
    } else if (data.source == csvSource) {
        parseCsvFields(fields, data);
    } else if (data.source == pointsSource) {
        data.points = parsePoints(fields.require("points"), fields.place("points"));
    }
    return data;
}

} // namespace reluscope
