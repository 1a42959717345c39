// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/input_analyzer.h"

#include "core/activation/gradient_share.h"

#include <utility>

namespace reluscope::ui {

namespace {

/// Stretches of the density, so many that no step shows.
constexpr std::size_t densityCount = 96;

constexpr double heNormal = 2; ///< variance of the weights, times fan-in

InputAnswer answerOf(const Activation& function, const InputQuestion& question) {
    const NormalSamples samples = sampleUnder(function, question.input);
    return {
        .moments = momentsOf(samples),
        .noGradient = shareWithoutGradient(function, question.input),
        .littleGradient = shareWithLittleGradient(function, question.input, samples, question.tau),
        .output = outputDistribution(function, question.input, question.outputs.lower,
                                     question.outputs.upper, densityCount),
        .variances = varianceByLayer(function, question.input, heNormal, followedLayers),
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
            if (stop.stop_requested()) {
                return;
            }
            answers.push_back(answerOf(function, question));
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
