// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_sections.h"
#include "core/io/fields.h"

namespace reluscope {
namespace {

/// Something of which there is only one kind so far, by its `name`.
void requireName(const Fields& fields, std::string_view only) {
    const JsonValue* name = fields.find("name");
    if (name != nullptr && asText(*name, fields.place("name")) != only) {
        throw notAvailable(fields.place("name"), name->text, std::span(&only, 1));
    }
}

std::optional<Loss> parseLoss(const JsonValue& value, const std::string& place) {
    if (asText(value, place) == "auto") {
        return {};
    }
    std::vector<std::string_view> available = {"auto"};
    for (const LossInfo& row : losses()) {
        if (row.id == value.text) {
            return row.loss;
        }
        available.push_back(row.id);
    }
    throw notAvailable(place, value.text, available);
}

} // namespace

double parseLearningRate(const JsonValue& value, const std::string& place) {
    return asNumber(value, place, {0, 1e6});
}

OptimizerSpec parseOptimizer(const JsonValue& value, const std::string& place) {
    const Fields fields(value, place);
    requireName(fields, "sgd");
    fields.allowOnly({"name", "learning_rate", "momentum", "nesterov", "weight_decay"});
    OptimizerSpec optimizer;
    if (const JsonValue* rate = fields.find("learning_rate")) {
        optimizer.learningRate = parseLearningRate(*rate, fields.place("learning_rate"));
    }
    optimizer.momentum = fields.number("momentum", optimizer.momentum, {0, 1});
    optimizer.nesterov = fields.flag("nesterov", optimizer.nesterov);
    optimizer.weightDecay = fields.number("weight_decay", optimizer.weightDecay, {0, 1e6});
    if (optimizer.nesterov && optimizer.momentum == 0) {
        throw InputError({}, fields.place("nesterov"), "is true without momentum",
                         "a momentum above 0");
    }
    return optimizer;
}

TrainingSpec parseTraining(const JsonValue& value, const std::string& place) {
    const Fields fields(value, place);
    fields.allowOnly({"epochs", "batch_size", "shuffle", "drop_last", "loss", "optimizer",
                      "schedule", "changes"});
    TrainingSpec training;
    training.epochs = fields.whole("epochs", training.epochs, {0, 10'000'000});
    training.batchSize = fields.whole("batch_size", training.batchSize, {1, 1'000'000});
    training.shuffle = fields.flag("shuffle", training.shuffle);
    training.dropLast = fields.flag("drop_last", training.dropLast);
    if (const JsonValue* loss = fields.find("loss")) {
        training.loss = parseLoss(*loss, fields.place("loss"));
    }
    if (const JsonValue* optimizer = fields.find("optimizer")) {
        training.optimizer = parseOptimizer(*optimizer, fields.place("optimizer"));
    }
    if (const JsonValue* schedule = fields.find("schedule")) {
        const Fields scheduleFields(*schedule, fields.place("schedule"));
        requireName(scheduleFields, "constant");
        scheduleFields.allowOnly({"name"});
    }
    const JsonValue* changes = fields.find("changes");
    if (changes != nullptr && !asList(*changes, fields.place("changes"), {}).empty()) {
        throw InputError({}, fields.place("changes"), "changes while training are not available",
                         "an empty list");
    }
    return training;
}

} // namespace reluscope
