// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/moments.h"
#include "core/activation/output_distribution.h"
#include "ui/plot/interval.h"

#include <QObject>

#include <optional>
#include <thread>
#include <vector>

namespace reluscope::ui {

/// The layers whose variances are followed.
inline constexpr std::size_t followedLayers = 50;

/// What functions are asked about a normal input.
struct InputQuestion {
    std::vector<Activation> functions;
    NormalInput input;
    double tau;       ///< the share of sup |f'| below which a gradient counts as almost none
    Interval outputs; ///< the values of f over which the density is wanted
};

/// What a function makes of it.
struct InputAnswer {
    ActivationMoments moments;
    double noGradient;     ///< P(f' is 0 by its formula)
    double littleGradient; ///< P(|f'| < tau sup |f'|)
    OutputDistribution output;
    std::vector<double> variances; ///< of z after 1 to `followedLayers` layers, under He normal
};

/// Answers questions on a thread of its own. While one is being answered only the newest of those
/// that follow waits, so that a slider can be dragged as fast as one likes.
class InputAnalyzer : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    ~InputAnalyzer() override;

    void ask(const InputQuestion& question);

    bool isBusy() const { return m_isBusy; }
    const InputQuestion& question() const { return m_question; } ///< of the answers below
    const std::vector<InputAnswer>& answers() const { return m_answers; }

  signals:
    void answered();

  private:
    void begin(const InputQuestion& question);
    void finish(const InputQuestion& question, std::vector<InputAnswer> answers);

    InputQuestion m_question;
    std::vector<InputAnswer> m_answers;
    std::optional<InputQuestion> m_next;
    bool m_isBusy = false;
    std::jthread m_thread;
};

} // namespace reluscope::ui
