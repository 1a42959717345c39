// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_chooser.h"

#include "ui/controls/number_field.h"
#include "ui/controls/number_text.h"
#include "ui/controls/segments.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"
#include "ui/training/layer_names.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace reluscope::ui {
namespace {

constexpr qreal fieldWidth = 48;

} // namespace

UnitChooser::UnitChooser(const Experiment& experiment, QWidget* parent)
    : QWidget(parent)
    , m_unit(new NumberField({.minimum = 1, .maximum = 1, .step = 1, .integersOnly = true}))
    , m_count(new QLabel) {
    for (const RunSpec& run : experiment.runs) {
        const auto& hidden = effectiveHidden(experiment, run);
        m_widths.resize(std::max(m_widths.size(), hidden.size()));
        for (std::size_t layer = 0; layer < hidden.size(); ++layer) {
            m_widths[layer] = std::max(m_widths[layer], hidden[layer]);
        }
    }
    m_layers = new Segments(layerNames(m_widths.size()));
    m_layers->setObjectName(QStringLiteral("unitLayer"));
    m_layers->setAccessibleName(tr("Layer"));
    m_unit->setObjectName(QStringLiteral("unitNumber"));
    m_unit->setAccessibleName(tr("Unit"));
    m_unit->setFixedWidth(scaled(this, fieldWidth));
    setTextRole(m_count, TextRole::Note);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 4));
    layout->addWidget(m_layers);
    m_layers->setVisible(m_widths.size() > 1); // not before it has a parent: a window would open
    layout->addSpacing(scaled(this, 6));
    auto* label = new QLabel(tr("Unit"));
    setTextRole(label, TextRole::Note);
    layout->addWidget(label);
    const auto addStep = [&](IconName name, const QString& text, int step) {
        auto* button = new QToolButton;
        button->setIcon(icon(name, IconGround::Quiet));
        button->setAccessibleName(text);
        button->setToolTip(text);
        setStyleProperty(button, "compact", true);
        connect(button, &QToolButton::clicked, this, [this, step] {
            m_unit->setValue(std::clamp(m_unit->value() + step, 1.0, m_unit->range().maximum));
            choose({m_place.layer, static_cast<std::size_t>(m_unit->value()) - 1});
        });
        layout->addWidget(button);
    };
    addStep(IconName::Minus, tr("Previous unit"), -1);
    layout->addWidget(m_unit);
    addStep(IconName::Plus, tr("Next unit"), 1);
    layout->addWidget(m_count);
    layout->addStretch(1);

    connect(m_layers, &Segments::selected, this, [this](int layer) {
        choose({static_cast<std::size_t>(layer), m_place.unit});
    });
    connect(m_unit, &NumberField::valueChanged, this, [this](double unit) {
        choose({m_place.layer, static_cast<std::size_t>(unit) - 1});
    });
    setPlace({});
}

void UnitChooser::setPlace(UnitPlace place) {
    m_place.layer = std::min(place.layer, m_widths.size() - 1);
    const std::size_t width = m_widths[m_place.layer];
    m_place.unit = std::min(place.unit, width - 1);
    m_layers->setCurrentIndex(static_cast<int>(m_place.layer));
    m_unit->setRange(
        {.minimum = 1, .maximum = static_cast<double>(width), .step = 1, .integersOnly = true});
    m_unit->setValue(static_cast<double>(m_place.unit + 1));
    m_count->setText(tr("of %1").arg(countText(static_cast<qint64>(width))));
}

void UnitChooser::choose(UnitPlace place) {
    const UnitPlace before = m_place;
    setPlace(place);
    if (m_place != before) {
        emit chosen();
    }
}

} // namespace reluscope::ui
