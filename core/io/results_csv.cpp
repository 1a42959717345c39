// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/results_csv.h"

#include <array>
#include <charconv>
#include <concepts>
#include <optional>
#include <string_view>
#include <vector>

namespace reluscope {
namespace {

template <std::integral Integer>
std::string cellText(Integer number) {
    return std::to_string(number);
}

template <std::floating_point Real>
std::string cellText(Real number) {
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), end};
}

std::string cellText(const std::optional<double>& number) {
    return number ? cellText(*number) : "";
}

std::string cellText(bool value) {
    return value ? "true" : "false";
}

/// One for each layer.
template <class Value>
std::string cellText(const std::vector<Value>& values) {
    std::string text;
    for (const Value& value : values) {
        text += text.empty() ? "" : ";";
        text += cellText(value);
    }
    return text;
}

std::string cellText(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

} // namespace

std::string resultsCsvHeader() {
    return "run,epoch,step,learning_rate,train_loss,test_loss,train_accuracy,test_accuracy,"
           "dead_fraction,silent,permanently_dead,saturated,sparsity,mean_activation,"
           "gradient_norm,constant_output,seconds\n";
}

std::string resultsCsvLine(const Experiment& experiment, const EpochRecord& record) {
    std::string line = cellText(std::string_view(experiment.runs[record.run].name));
    const auto add = [&](const auto& value) { line += ',' + cellText(value); };
    add(record.epoch);
    add(record.step);
    add(record.learningRate);
    add(record.trainLoss);
    if (const auto& measured = record.measured) {
        add(measured->testLoss);
        add(record.trainAccuracy);
        add(measured->testAccuracy);
        add(measured->deadFraction);
        add(measured->silent);
        add(measured->permanentlyDead);
        add(measured->saturated);
        add(measured->layers.sparsity);
        add(measured->layers.meanActivation);
        add(measured->layers.gradientNorm);
        add(measured->isOutputConstant);
    } else {
        line += ',';
        add(record.trainAccuracy);
        line += ",,,,,,,,,";
    }
    add(record.seconds);
    return line + '\n';
}

} // namespace reluscope
