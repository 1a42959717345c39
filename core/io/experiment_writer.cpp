// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/curves.h"
#include "core/data/scaling.h"
#include "core/io/dataset_loader.h"
#include "core/io/experiment_file.h"

#include <nlohmann/json.hpp>

namespace reluscope {
namespace {

using Json = nlohmann::ordered_json;

Json dataJson(const DataSpec& data) {
    Json json = {{"source", data.source}};
    if (data.train) {
        json["train"] = *data.train;
    }
    if (data.test) {
        json["test"] = *data.test;
    }
    if (isGenerated(data.source)) {
        json["noise"] = data.noise;
    }
    if (const CurveSource* curve = findCurveSource(data.source);
        curve != nullptr && curve->hasDegree) {
        json["degree"] = data.degree;
    }
    if (data.source == csvSource) {
        json["path"] = data.path;
        json["target"] = data.target;
        json["task"] = taskId(data.task);
        json["test_fraction"] = data.testFraction;
    }
    if (data.source == pointsSource) {
        json["points"] = Json::array();
        for (const LabelledPoint& point : data.points) {
            json["points"].push_back({point.x, point.y, point.label});
        }
    }
    if (data.source == idxSource) {
        json["images"] = data.images;
        json["labels"] = data.labels;
        if (data.testImages.empty()) {
            json["test_fraction"] = data.testFraction;
        } else {
            json["test_images"] = data.testImages;
            json["test_labels"] = data.testLabels;
        }
    }
    if (data.scale) {
        json["scale"] = scaleId(*data.scale);
    }
    json["seed"] = data.seed;
    return json;
}

Json initializationJson(const Initialization& initialization) {
    Json json = {{"weights", weightSchemeInfo(initialization.weights).id},
                 {"gain", initialization.gain}};
    const WeightSchemeInfo& scheme = weightSchemeInfo(initialization.weights);
    if (!scheme.parameter.empty()) {
        json[std::string(scheme.parameter)] = initialization.parameter;
    }
    if (initialization.weights != WeightScheme::TorchDefault) {
        json["bias"] = initialization.bias;
    }
    return json;
}

Json optimizerJson(const OptimizerSpec& optimizer) {
    Json json = {{"name", optimizerMethodInfo(optimizer.method).id},
                 {"learning_rate", optimizer.learningRate}};
    switch (optimizer.method) {
    case OptimizerMethod::Sgd:
        json["momentum"] = optimizer.momentum;
        json["nesterov"] = optimizer.nesterov;
        break;
    case OptimizerMethod::Adam:
        json["beta1"] = optimizer.beta1;
        json["beta2"] = optimizer.beta2;
        json["epsilon"] = optimizer.epsilon;
        break;
    case OptimizerMethod::RmsProp:
        json["alpha"] = optimizer.alpha;
        json["epsilon"] = optimizer.epsilon;
        json["momentum"] = optimizer.momentum;
        json["centered"] = optimizer.centered;
        break;
    }
    json["weight_decay"] = optimizer.weightDecay;
    return json;
}

Json scheduleJson(const Schedule& schedule) {
    Json json = {{"name", scheduleShapeInfo(schedule.shape).id}};
    switch (schedule.shape) {
    case ScheduleShape::Constant:
        break;
    case ScheduleShape::Step:
        json["step_size"] = schedule.stepSize;
        json["gamma"] = schedule.gamma;
        break;
    case ScheduleShape::WarmupCosine:
        json["warmup_epochs"] = schedule.warmupEpochs;
        [[fallthrough]];
    case ScheduleShape::Cosine:
        json["minimum"] = schedule.minimum;
        break;
    }
    return json;
}

Json changeJson(const Change& change) {
    Json json = {
        {"run", change.run}, {"step", change.step}, {"field", changedFieldId(change.field)}};
    if (const auto* unit = std::get_if<UnitPlace>(&change.value)) {
        json["value"] = {unit->layer + 1, unit->unit + 1};
    } else if (change.field == ChangedField::BatchSize) {
        json["value"] = static_cast<std::size_t>(std::get<double>(change.value));
    } else if (change.field == ChangedField::Nesterov) {
        json["value"] = std::get<double>(change.value) != 0;
    } else {
        json["value"] = std::get<double>(change.value);
    }
    return json;
}

Json stopJson(const StopRules& stop) {
    Json json;
    if (stop.trainAccuracy) {
        json["train_accuracy"] = *stop.trainAccuracy;
    }
    if (stop.trainLoss) {
        json["train_loss"] = *stop.trainLoss;
    }
    if (stop.patience) {
        json["patience"] = *stop.patience;
    }
    return json;
}

Json trainingJson(const TrainingSpec& training) {
    Json json = {{"epochs", training.epochs},
                 {"batch_size", training.batchSize},
                 {"shuffle", training.shuffle},
                 {"drop_last", training.dropLast},
                 {"loss", training.loss ? lossId(*training.loss) : "auto"},
                 {"optimizer", optimizerJson(training.optimizer)},
                 {"schedule", scheduleJson(training.schedule)}};
    if (training.stop != StopRules()) {
        json["stop"] = stopJson(training.stop);
    }
    for (const Change& change : training.changes) {
        json["changes"].push_back(changeJson(change));
    }
    return json;
}

Json parameterJson(const ActivationParameter& parameter, double value) {
    if (parameter.isFlag()) {
        return value != 0;
    }
    return parameter.isChoice() ? Json(parameter.wordOf(value)) : Json(value);
}

Json activationJson(const Activation& activation) {
    Json json = {{"id", activation.info->id}};
    for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
        const ActivationParameter& parameter = activation.info->parameters[i];
        json[std::string(parameter.id)] = parameterJson(parameter, activation.parameters[i]);
    }
    return json;
}

Json runJson(const RunSpec& run) {
    Json json = {{"name", run.name}};
    if (run.activations.size() == 1) {
        json["activation"] = activationJson(run.activations.front());
    } else {
        json["activation"] = Json::array();
        for (const Activation& activation : run.activations) {
            json["activation"].push_back(activationJson(activation));
        }
    }
    if (run.learningRate) {
        json["learning_rate"] = *run.learningRate;
    }
    if (run.optimizer) {
        json["optimizer"] = optimizerJson(*run.optimizer);
    }
    if (run.initialization) {
        json["initialization"] = initializationJson(*run.initialization);
    }
    if (run.hidden) {
        json["hidden"] = *run.hidden;
    }
    return json;
}

std::string scalarText(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Appends a value that starts `column` characters into its line: on this line if that stays
/// within a page's width, else its elements one a line, indented. nlohmann's own layouts spread
/// even [16, 16] over four lines, or put the whole file on one.
void layOut(const Json& json, std::size_t indent, std::size_t column, std::string& text) {
    constexpr std::size_t pageWidth = 100;
    if (!json.is_structured()) {
        text += scalarText(json);
        return;
    }
    const bool isObject = json.is_object();
    const auto elements = [&](const std::string& separator, std::size_t innerIndent) {
        bool first = true;
        for (const auto& item : json.items()) {
            text += first ? "" : ",";
            text += first && separator == " " ? "" : separator;
            first = false;
            const std::size_t lineStart = text.rfind('\n') + 1;
            if (isObject) {
                text += scalarText(item.key()) + ": ";
            }
            layOut(item.value(), innerIndent, text.size() - lineStart, text);
        }
    };
    const std::size_t start = text.size();
    text += isObject ? '{' : '[';
    elements(" ", indent);
    text += isObject ? '}' : ']';
    const bool fits =
        column + (text.size() - start) < pageWidth && text.find('\n', start) == std::string::npos;
    if (fits || json.empty()) {
        return;
    }
    text.resize(start + 1);
    elements("\n" + std::string(indent + 2, ' '), indent + 2);
    text += "\n" + std::string(indent, ' ') + (isObject ? '}' : ']');
}

} // namespace

std::string writeExperiment(const Experiment& experiment) {
    Json runs = Json::array();
    for (const RunSpec& run : experiment.runs) {
        runs.push_back(runJson(run));
    }
    const Json document = {
        {"format", "reluscope-experiment"},
        {"version", 1},
        {"title", experiment.title},
        {"data", dataJson(experiment.data)},
        {"network",
         {{"hidden", experiment.network.hidden},
          {"initialization", initializationJson(experiment.network.initialization)},
          {"seed", experiment.network.seed}}},
        {"training", trainingJson(experiment.training)},
        {"runs", runs},
    };
    std::string text;
    layOut(document, 0, 0, text);
    return text + "\n";
}

} // namespace reluscope
