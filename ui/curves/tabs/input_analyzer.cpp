// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/input_analyzer.h"

#include "core/activation/gradient_share.h"

#include <utility>

namespace reluscope::ui {

namespace {

/// Stretches of the density, so many that no step shows.
constexpr std::size_t densityCount = 96;

constexpr double heNormal = 2; ///< variance of the weights, times fan-in

/// Nothing if stopped, which it looks for between its parts: some take several ms for a wide sine.
std::optional<InputAnswer> answerOf(const Activation& function, const InputQuestion& question,
                                    const std::stop_token& stop) {
    const NormalSamples samples =
        sampleUnder(function, question.input, SampledTerms::ValuesAndSlopes, stop);
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    const double littleGradient =
        shareWithLittleGradient(function, question.input, samples, question.tau);
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    OutputDistribution output = outputDistribution(function, question.input, question.outputs.lower,
                                                   question.outputs.upper, densityCount);
    std::vector<double> variances =
        varianceByLayer(function, question.input, heNormal, followedLayers, stop);
    if (stop.stop_requested()) {
        return std::nullopt;
    }
    return InputAnswer{
        .moments = momentsOf(samples),
        .noGradient = shareWithoutGradient(function, question.input),
        .littleGradient = littleGradient,
        .output = std::move(output),
        .variances = std::move(variances),
    };
}

} // namespace

InputAnalyzer::~InputAnalyzer() = default;

void InputAnalyzer::ask(const InputQuestion& question) {
    if (m_isBusy) {
        m_next = question;
    } else {
        begin(question);
    }
}

void InputAnalyzer::begin(const InputQuestion& question) {
    m_isBusy = true;
    m_thread = std::jthread([this, question](const std::stop_token& stop) {
        std::vector<InputAnswer> answers;
        for (const Activation& function : question.functions) {
            auto answer = answerOf(function, question, stop);
            if (!answer) {
                return;
            }
            answers.push_back(std::move(*answer));
        }
        QMetaObject::invokeMethod(
            this, [this, question, answers = std::move(answers)] { finish(question, answers); },
            Qt::QueuedConnection);
    });
}

void InputAnalyzer::finish(const InputQuestion& question, std::vector<InputAnswer> answers) {
    m_isBusy = false;
    m_question = question;
    m_answers = std::move(answers);
    if (m_next) {
        begin(*std::exchange(m_next, std::nullopt));
    }
    emit answered();
}

} // namespace reluscope::ui
