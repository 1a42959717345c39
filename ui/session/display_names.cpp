// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/display_names.h"

#include "core/io/dataset_loader.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace reluscope::ui {
namespace {

// What core calls things in English, for the translators.
[[maybe_unused]] constexpr const char* translatable[]{
    QT_TRANSLATE_NOOP("core", "Circles"),
    QT_TRANSLATE_NOOP("core", "Gaussians"),
    QT_TRANSLATE_NOOP("core", "XOR"),
    QT_TRANSLATE_NOOP("core", "Spiral"),
    QT_TRANSLATE_NOOP("core", "Moons"),
    QT_TRANSLATE_NOOP("core", "Checkerboard"),
    QT_TRANSLATE_NOOP("core", "Absolute value"),
    QT_TRANSLATE_NOOP("core", "Sine"),
    QT_TRANSLATE_NOOP("core", "Step"),
    QT_TRANSLATE_NOOP("core", "Chebyshev"),
    QT_TRANSLATE_NOOP("core", "Points"),
    QT_TRANSLATE_NOOP("core", "CSV file"),
    QT_TRANSLATE_NOOP("core", "Fashion-MNIST"),
    QT_TRANSLATE_NOOP("core", "IDX files"),
    QT_TRANSLATE_NOOP("core", "He normal"),
    QT_TRANSLATE_NOOP("core", "He uniform"),
    QT_TRANSLATE_NOOP("core", "Xavier normal"),
    QT_TRANSLATE_NOOP("core", "Xavier uniform"),
    QT_TRANSLATE_NOOP("core", "LeCun normal"),
    QT_TRANSLATE_NOOP("core", "PyTorch default"),
    QT_TRANSLATE_NOOP("core", "Normal"),
    QT_TRANSLATE_NOOP("core", "Uniform"),
    QT_TRANSLATE_NOOP("core", "Constant"),
    QT_TRANSLATE_NOOP("core", "Zeros"),
    QT_TRANSLATE_NOOP("core", "T-shirt"),
    QT_TRANSLATE_NOOP("core", "trouser"),
    QT_TRANSLATE_NOOP("core", "pullover"),
    QT_TRANSLATE_NOOP("core", "dress"),
    QT_TRANSLATE_NOOP("core", "coat"),
    QT_TRANSLATE_NOOP("core", "sandal"),
    QT_TRANSLATE_NOOP("core", "shirt"),
    QT_TRANSLATE_NOOP("core", "sneaker"),
    QT_TRANSLATE_NOOP("core", "bag"),
    QT_TRANSLATE_NOOP("core", "boot"),
    QT_TRANSLATE_NOOP("core", "Start-up experiment"),
    QT_TRANSLATE_NOOP("core", "Seed network"),
    QT_TRANSLATE_NOOP("core", "Seed network, four activations"),
    QT_TRANSLATE_NOOP("core", "Edge of stability"),
};

QString translated(std::string_view english) {
    return QCoreApplication::translate("core", std::string(english).c_str());
}

} // namespace

QString dataSourceName(std::string_view id) {
    const auto sources = dataSources();
    const auto source = std::ranges::find(sources, id, &DataSource::id);
    return source == sources.end() ? toQString(id) : translated(source->name);
}

QString weightSchemeName(WeightScheme scheme) {
    return translated(weightSchemeInfo(scheme).name);
}

QString functionName(const ActivationInfo& activation) {
    return toQString(activation.name);
}

QString parameterName(const ActivationParameter& parameter) {
    if (parameter.id == "negative_slope") {
        return QCoreApplication::translate("core", "negative slope");
    }
    if (parameter.id == "init") {
        return QCoreApplication::translate("core", "initial slope");
    }
    return shortParameterName(parameter);
}

QString shortParameterName(const ActivationParameter& parameter) {
    if (parameter.id == "negative_slope" || parameter.id == "init") {
        return QCoreApplication::translate("core", "slope");
    }
    if (parameter.id == "approximate") {
        return QCoreApplication::translate("core", "form");
    }
    return parameter.id == "alpha" ? QStringLiteral("α") : QStringLiteral("β");
}

QString choiceName(std::string_view choice) {
    return choice == "none" ? QCoreApplication::translate("core", "exact") : toQString(choice);
}

QString weightParameterName(std::string_view parameter) {
    if (parameter == "std") {
        return QCoreApplication::translate("core", "Std. dev.");
    }
    return parameter == "bound" ? QCoreApplication::translate("core", "Bound")
                                : QCoreApplication::translate("core", "Value");
}

QString className(const std::string& name) {
    return translated(name);
}

QString titleOf(const Experiment& experiment) {
    return experiment.title.empty() ? QCoreApplication::translate("core", "Untitled experiment")
                                    : translated(experiment.title);
}

QString layersText(std::size_t inputs, const std::vector<std::size_t>& hidden,
                   std::size_t outputs) {
    QStringList widths{QString::number(inputs)};
    for (const std::size_t units : hidden) {
        widths << QString::number(units);
    }
    widths << QString::number(outputs);
    return widths.join(QLatin1Char('-'));
}

} // namespace reluscope::ui
