// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/initialization.h"
#include "core/training/experiment.h"

#include <QString>

#include <string_view>

namespace reluscope::ui {

/// Core's terms in the language of the window.
QString dataSourceName(std::string_view id);
QString weightSchemeName(WeightScheme scheme);
QString className(const std::string& name);
/// What a function is called, the same in every language.
QString functionName(const ActivationInfo& activation);
/// What a parameter is called beside its slider.
QString parameterName(const ActivationParameter& parameter);
/// What a parameter is called where there is little room: "slope", "α".
QString shortParameterName(const ActivationParameter& parameter);
/// A word that a parameter can be set to: "exact", "tanh".
QString choiceName(std::string_view choice);
/// WeightSchemeInfo::parameter, as the label of a field.
QString weightParameterName(std::string_view parameter);

/// An untitled experiment has a title, too.
QString titleOf(const Experiment& experiment);

/// The whole network in a few signs: "2-16-16-1".
QString layersText(std::size_t inputs, const std::vector<std::size_t>& hidden, std::size_t outputs);

inline QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace reluscope::ui
