// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_sections.h"
#include "core/io/fields.h"

namespace reluscope {
namespace {

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
    OptimizerSpec optimizer;
    if (const JsonValue* name = fields.find("name")) {
        const auto& info = chosen(optimizerMethods(), *name, fields.place("name"));
        optimizer.method = info.method;
        optimizer.learningRate = info.learningRate;
    }
    std::vector<std::string_view> known = {"name", "learning_rate", "weight_decay"};
    const auto allow = [&](std::initializer_list<std::string_view> names) {
        known.insert(known.end(), names);
    };
    switch (optimizer.method) {
    case OptimizerMethod::Sgd:
        allow({"momentum", "nesterov"});
        break;
    case OptimizerMethod::Adam:
        allow({"beta1", "beta2", "epsilon"});
        break;
    case OptimizerMethod::RmsProp:
        allow({"alpha", "epsilon", "momentum", "centered"});
        break;
    }
    fields.allowOnly(known);

    if (const JsonValue* rate = fields.find("learning_rate")) {
        optimizer.learningRate = parseLearningRate(*rate, fields.place("learning_rate"));
    }
    // At 1 a running mean would never move, and Adam divide 0 by 0.
    constexpr NumberRange share = {0, 0.9999999};
    optimizer.weightDecay = fields.number("weight_decay", optimizer.weightDecay, {0, 1e6});
    optimizer.momentum = fields.number("momentum", optimizer.momentum, {0, 1});
    optimizer.nesterov = fields.flag("nesterov", optimizer.nesterov);
    optimizer.beta1 = fields.number("beta1", optimizer.beta1, share);
    optimizer.beta2 = fields.number("beta2", optimizer.beta2, share);
    optimizer.alpha = fields.number("alpha", optimizer.alpha, share);
    optimizer.centered = fields.flag("centered", optimizer.centered);
    optimizer.epsilon = fields.number("epsilon", optimizer.epsilon, {0, 1e6});
    if (optimizer.nesterov && optimizer.momentum == 0) {
        throw InputError({}, fields.place("nesterov"), "is true without momentum",
                         "a momentum above 0");
    }
    return optimizer;
}

Schedule parseSchedule(const JsonValue& value, const std::string& place) {
    const Fields fields(value, place);
    Schedule schedule;
    if (const JsonValue* name = fields.find("name")) {
        schedule.shape = chosen(scheduleShapes(), *name, fields.place("name")).shape;
    }
    std::vector<std::string_view> known = {"name"};
    switch (schedule.shape) {
    case ScheduleShape::Constant:
        break;
    case ScheduleShape::Step:
        known.insert(known.end(), {"step_size", "gamma"});
        break;
    case ScheduleShape::WarmupCosine:
        known.emplace_back("warmup_epochs");
        [[fallthrough]];
    case ScheduleShape::Cosine:
        known.emplace_back("minimum");
        break;
    }
    fields.allowOnly(known);
    constexpr std::uint64_t mostEpochs = 10'000'000;
    schedule.stepSize = fields.whole("step_size", schedule.stepSize, {1, mostEpochs});
    schedule.gamma = fields.number("gamma", schedule.gamma, {0, 1e6});
    schedule.minimum = fields.number("minimum", schedule.minimum, {0, 1e6});
    schedule.warmupEpochs = fields.whole("warmup_epochs", schedule.warmupEpochs, {0, mostEpochs});
    return schedule;
}

StopRules parseStop(const JsonValue& value, const std::string& place) {
    const Fields fields(value, place);
    fields.allowOnly({"train_accuracy", "train_loss", "patience"});
    constexpr NumberRange share = {0, 1};
    constexpr NumberRange loss = {0, 1e6};
    constexpr WholeRange epochs = {1, 10'000'000};
    StopRules stop;
    if (const JsonValue* accuracy = fields.find("train_accuracy")) {
        stop.trainAccuracy = asNumber(*accuracy, fields.place("train_accuracy"), share);
    }
    if (const JsonValue* highest = fields.find("train_loss")) {
        stop.trainLoss = asNumber(*highest, fields.place("train_loss"), loss);
    }
    if (const JsonValue* patience = fields.find("patience")) {
        stop.patience = asWhole(*patience, fields.place("patience"), epochs);
    }
    return stop;
}

TrainingSpec parseTraining(const JsonValue& value, const std::string& place) {
    const Fields fields(value, place);
    fields.allowOnly({"epochs", "batch_size", "shuffle", "drop_last", "loss", "optimizer",
                      "schedule", "stop", "changes"});
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
        training.schedule = parseSchedule(*schedule, fields.place("schedule"));
    }
    if (const JsonValue* stop = fields.find("stop")) {
        training.stop = parseStop(*stop, fields.place("stop"));
    }
    if (const JsonValue* changes = fields.find("changes")) {
        training.changes = parseChanges(*changes, fields.place("changes"));
    }
    return training;
}

} // namespace reluscope
