// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_curves.h"

#include "core/diagnosis/fitted_curve.h"
#include "ui/controls/number_text.h"
#include "ui/plot/plot.h"
#include "ui/session/display_names.h"

#include <QStringList>
#include <QVBoxLayout>

#include <algorithm>

namespace reluscope::ui {

UnitCurves::UnitCurves(const Experiment& experiment, const Dataset& dataset, QWidget* parent)
    : LearnedView(parent)
    , m_plot(new Plot) {
    m_plot->setObjectName(QStringLiteral("unitCurves"));
    m_plot->setInteractive(false);
    m_plot->setAxis(PlotAxis::X, {.lastTick = tr("x = %1")});
    m_plot->setAxis(PlotAxis::Y, {.grid = true});
    m_plot->setCrossHairOptions({.mode = CrossHairMode::Hover, .caption = tr("x = %1")});
    m_plot->setZeroLines(false, true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_plot);

    const std::vector<float> inputs = fittedCurveInputs(dataset);
    m_x.assign(inputs.begin(), inputs.end());
    m_plot->setRange(PlotAxis::X, {m_x.front(), m_x.back()});
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        Series& curve = m_plot->addSeries(static_cast<int>(run), SeriesRole::Main);
        curve.setName(toQString(experiment.runs[run].name));
        curve.setEndLabel({.text = curve.name()});
        m_curves.push_back(&curve);
    }
}

void UnitCurves::setRunHidden(std::size_t run, bool isHidden) {
    m_curves[run]->setVisible(!isHidden);
}

void UnitCurves::showPictures(const Pictures& pictures) {
    if (!pictures.request.unit) {
        return;
    }
    const UnitPlace place = *pictures.request.unit;
    QStringList sentences;
    for (std::size_t run = 0; run < m_curves.size(); ++run) {
        const auto& unit = pictures.runs[run].unit;
        const QString& name = m_curves[run]->name();
        if (!unit) {
            m_curves[run]->setData({}, {});
            sentences << tr("%1 has no such unit.").arg(name);
            continue;
        }
        m_y.assign(unit->values.begin(), unit->values.end());
        m_curves[run]->setData(m_x, m_y);
        const auto [least, most] = std::ranges::minmax(unit->values);
        sentences << tr("%1: from %2 to %3.")
                         .arg(name, numberText(double{least}), numberText(double{most}));
    }
    if (place != m_place) {
        m_place = place;
        m_plot->setRange(PlotAxis::Y, {0, 0.1}); // grows to what there is of the other unit
    }
    m_plot->growRange(PlotAxis::Y);
    m_plot->setAccessibleName(tr("Unit %1, layer %2").arg(place.unit + 1).arg(place.layer + 1));
    m_plot->setSummary(sentences.join(QLatin1Char(' ')));
}

} // namespace reluscope::ui
