// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curves_model.h"

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
    CurveFunction& own = m_functions[function];
    if (own.shown == shown) {
        return;
    }
    if (shown && own.style >= m_runStyles) {
        own.style = freeStyle();
    }
    own.shown = shown;
    emit changed();
}

/// There are more functions than styles that can be told apart, so that only those shown have one.
int CurvesModel::freeStyle() const {
    int style = m_runStyles;
    const auto isTaken = [&](const CurveFunction& function) {
        return function.shown && function.style == style;
    };
    while (std::ranges::any_of(m_functions, isTaken)) {
        ++style;
    }
    return style;
}

void CurvesModel::setParameter(std::size_t function, double value) {
    double& current = m_functions[function].activation.parameters.front();
    if (current != value) {
        current = value;
        emit changed();
    }
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

void CurvesModel::setCrossHair(double x) {
    const double moved = withoutNoise(x);
    if (moved != m_crossHair) {
        m_crossHair = moved;
        emit crossHairMoved(moved);
    }
}

} // namespace reluscope::ui
