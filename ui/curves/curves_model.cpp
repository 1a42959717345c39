// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curves_model.h"

#include "ui/session/display_names.h"
#include "ui/session/state_edit.h"

#include <QString>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace reluscope::ui {

namespace {

constexpr std::array<std::string_view, 5> shownAtFirst{"relu", "leaky_relu", "elu", "silu",
                                                       "sigmoid"};

/// Steps of the cross-hair are sums and products of decimal fractions; this drops their noise, so
/// that the read-out shows 0.3 and not 0.30000000000000004.
double withoutNoise(double x) {
    return QString::number(x, 'g', 12).toDouble();
}

} // namespace

CurvesModel::CurvesModel(QObject* parent)
    : QObject(parent) {
    for (const ActivationInfo& info : activationTable()) {
        const bool shown = std::ranges::find(shownAtFirst, info.id) != shownAtFirst.end();
        m_functions.push_back({Activation(info), shown});
    }
    setRunActivations({});
}

std::vector<CurveFunction> CurvesModel::shownFunctions() const {
    std::vector<CurveFunction> shown;
    std::ranges::copy_if(m_functions, std::back_inserter(shown), &CurveFunction::shown);
    return shown;
}

void CurvesModel::setShown(std::size_t function, bool shown) {
    setShown(std::span(&function, 1), shown);
}

void CurvesModel::setShown(std::span<const std::size_t> functions, bool shown) {
    Settings after = settings();
    for (const std::size_t function : functions) {
        after.functions[function].shown = shown;
    }
    const QString text = shown ? tr("show %1") : tr("hide %1");
    edit(text.arg(functions.size() == 1
                      ? functionName(*m_functions[functions.front()].activation.info)
                      : tr("functions")),
         std::move(after));
}

void CurvesModel::setParameter(std::size_t function, double value, bool dragging) {
    const ActivationInfo& info = *m_functions[function].activation.info;
    Settings after = settings();
    after.functions[function].activation.parameters.front() = value;
    const QString text =
        tr("%1: %2").arg(functionName(info), parameterName(info.parameters.front()));
    drag(text, std::move(after), dragging);
}

void CurvesModel::setTau(double tau) {
    Settings after = settings();
    after.tau = tau;
    edit(QStringLiteral("τ"), std::move(after));
}

void CurvesModel::setInput(const NormalInput& input, bool dragging) {
    Settings after = settings();
    after.input = input;
    drag(input.mean != m_input.mean ? tr("mean of the input")
                                    : tr("standard deviation of the input"),
         std::move(after), dragging);
}

CurvesModel::Settings CurvesModel::settings() const {
    Settings now{{}, m_tau, m_input};
    for (const CurveFunction& function : m_functions) {
        now.functions.push_back({function.activation, function.shown});
    }
    return now;
}

void CurvesModel::edit(const QString& text, Settings after, const QString& gesture) {
    Settings before = settings();
    if (after != before) {
        const QString numbered =
            gesture.isEmpty() ? QString() : gesture + QString::number(m_gestureNumber);
        m_undoStack.push(
            new StateEdit<Settings>(text, std::move(before), std::move(after), numbered,
                                    [this](const Settings& settings) { take(settings); }));
    }
}

void CurvesModel::drag(const QString& text, Settings after, bool dragging) {
    edit(text, std::move(after), text);
    if (!dragging) {
        ++m_gestureNumber;
    }
}

void CurvesModel::take(const Settings& settings) {
    m_tau = settings.tau;
    m_input = settings.input;
    for (std::size_t i = 0; i < m_functions.size(); ++i) {
        CurveFunction& own = m_functions[i];
        own.activation = settings.functions[i].activation;
        const bool shown = settings.functions[i].shown;
        // Whoever comes back looks as before, unless another has taken that style.
        if (shown && !own.shown && own.style >= m_runStyles && isTaken(own.style)) {
            own.style = freeStyle();
        }
        own.shown = shown;
    }
    emit changed();
}

bool CurvesModel::isTaken(int style) const {
    return std::ranges::any_of(m_functions, [style](const CurveFunction& function) {
        return function.shown && function.style == style;
    });
}

/// The first styles are told apart most easily, so that only functions that are shown have one.
int CurvesModel::freeStyle() const {
    int style = m_runStyles;
    while (isTaken(style)) {
        ++style;
    }
    return style;
}

void CurvesModel::setRunActivations(const std::vector<const ActivationInfo*>& runs) {
    m_runStyles = static_cast<int>(runs.size());
    int next = m_runStyles;
    for (CurveFunction& function : m_functions) {
        const auto run = std::ranges::find(runs, function.activation.info);
        if (run != runs.end()) {
            function.style = static_cast<int>(run - runs.begin());
        } else {
            function.style = function.shown ? next++ : m_runStyles;
        }
    }
    emit changed();
}

void CurvesModel::setTraining(bool training) {
    if (training != m_isTraining) {
        m_isTraining = training;
        emit trainingChanged(training);
    }
}

void CurvesModel::setCrossHair(double x) {
    const double moved = withoutNoise(x);
    if (moved != m_crossHair) {
        m_crossHair = moved;
        emit crossHairMoved(moved);
    }
}

} // namespace reluscope::ui
