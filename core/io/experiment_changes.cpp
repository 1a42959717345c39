// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_sections.h"
#include "core/io/fields.h"

namespace reluscope {
namespace {

/// [layer, unit], both counted from 1.
UnitPlace parseUnit(const JsonValue& value, const std::string& place) {
    constexpr WholeRange number = {1, 65536};
    const auto& parts = asList(value, place, {2, 2});
    return {.layer = asWhole(parts[0], place + "[0]", number) - 1,
            .unit = asWhole(parts[1], place + "[1]", number) - 1};
}

std::variant<double, UnitPlace> parseNewValue(ChangedField field, const JsonValue& value,
                                              const std::string& place) {
    constexpr WholeRange batchSize = {1, 1'000'000};
    switch (field) {
    case ChangedField::LearningRate:
        return parseLearningRate(value, place);
    case ChangedField::Momentum:
        return asNumber(value, place, {0, 1});
    case ChangedField::Nesterov:
        return asFlag(value, place) ? 1.0 : 0.0;
    case ChangedField::WeightDecay:
        return asNumber(value, place, {0, 1e6});
    case ChangedField::BatchSize:
        return static_cast<double>(asWhole(value, place, batchSize));
    case ChangedField::Kill:
    case ChangedField::Revive:
        break;
    }
    return parseUnit(value, place);
}

} // namespace

std::vector<Change> parseChanges(const JsonValue& value, const std::string& place) {
    constexpr WholeRange count = {0, 100'000};
    std::vector<Change> changes;
    for (const JsonValue& element : asList(value, place, count)) {
        const Fields fields(element, place + "[" + std::to_string(changes.size()) + "]");
        fields.allowOnly({"run", "step", "field", "value"});
        Change change{
            .run = asText(fields.require("run"), fields.place("run")),
            .step = asWhole(fields.require("step"), fields.place("step"), {}),
            .field = chosen(changedFields(), fields.require("field"), fields.place("field")).field,
            .value = {}};
        change.value = parseNewValue(change.field, fields.require("value"), fields.place("value"));
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace reluscope
