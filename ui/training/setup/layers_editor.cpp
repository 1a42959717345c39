// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/layers_editor.h"

#include "ui/controls/divider.h"
#include "ui/controls/number_field.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace reluscope::ui {
namespace {

constexpr qreal cellWidth = 44;
constexpr qreal fieldHeight = 30;

/// The next width a click leads to: one by one for small layers, then in halves of a power of two.
std::size_t stepOf(std::size_t width) {
    return width < 16 ? 1 : width < 64 ? 8 : 32;
}

} // namespace

LayersEditor::LayersEditor(QWidget* parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea)
    , m_add(new QPushButton(icon(IconName::Plus), tr("Add layer")))
    , m_remove(new QPushButton(icon(IconName::Minus), tr("Remove layer"))) {
    m_add->setObjectName(QStringLiteral("addLayer"));
    m_remove->setObjectName(QStringLiteral("removeLayer"));
    setStyleProperty(m_add, "narrow", true);
    setStyleProperty(m_remove, "narrow", true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new QLabel(tr("Layers")));
    layout->addWidget(m_scroll);
    layout->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &LayersEditor::addLayer);
    connect(m_remove, &QPushButton::clicked, this, &LayersEditor::removeLayer);
}

void LayersEditor::setHidden(const std::vector<std::size_t>& hidden) {
    const bool isSameDepth = m_fields.size() == hidden.size() && m_scroll->widget() != nullptr;
    m_hidden = hidden;
    if (!isSameDepth) {
        rebuild();
        return;
    }
    // Cells stay, since one of them may be what the user is working in.
    for (std::size_t layer = 0; layer < hidden.size(); ++layer) {
        m_fields[layer]->setValue(static_cast<double>(hidden[layer]));
    }
}

void LayersEditor::setEnds(std::size_t inputs, std::size_t outputs) {
    if (m_inputs != inputs || m_outputs != outputs) {
        m_inputs = inputs;
        m_outputs = outputs;
        rebuild();
    }
}

void LayersEditor::rebuild() {
    m_fields.clear();
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 6));
    const auto addLink = [&] {
        // At half the height of the fields that it joins.
        auto* link = new QWidget;
        auto* centre = new QVBoxLayout(link);
        centre->setContentsMargins(0, scaled(this, fieldHeight / 2), 0, 0);
        centre->addWidget(new Divider(Qt::Horizontal));
        centre->addStretch();
        layout->addWidget(link, 1);
    };
    layout->addWidget(makeEnd(m_inputs, tr("inputs")));
    for (std::size_t layer = 0; layer < m_hidden.size(); ++layer) {
        addLink();
        layout->addWidget(makeLayer(layer));
    }
    addLink();
    layout->addWidget(makeEnd(m_outputs, tr("outputs")));
    m_scroll->setWidget(row);
    const bool scrolls = m_hidden.size() > 2;
    m_scroll->setFixedHeight(row->sizeHint().height() +
                             (scrolls ? m_scroll->horizontalScrollBar()->sizeHint().height() : 0));
    m_add->setEnabled(m_hidden.size() < mostLayers);
    m_remove->setEnabled(!m_hidden.empty());
}

QWidget* LayersEditor::makeEnd(std::size_t width, const QString& name) {
    auto* cell = new QWidget;
    auto* layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 4));
    auto* number = new QLineEdit(QString::number(width));
    number->setEnabled(false);
    number->setAlignment(Qt::AlignCenter);
    number->setFixedWidth(scaled(this, cellWidth));
    number->setAccessibleName(name);
    auto* label = new QLabel(name);
    setTextRole(label, TextRole::Hint);
    layout->addWidget(number);
    layout->addWidget(label, 0, Qt::AlignHCenter);
    layout->addStretch();
    return cell;
}

QWidget* LayersEditor::makeLayer(std::size_t layer) {
    auto* cell = new QWidget;
    auto* layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(scaled(this, 4));
    auto* field = new NumberField(
        {.minimum = 1, .maximum = static_cast<double>(mostUnits), .step = 1, .integersOnly = true});
    field->setObjectName(QStringLiteral("hiddenWidth%1").arg(layer + 1));
    field->setAccessibleName(tr("units of layer %1").arg(layer + 1));
    field->setAlignment(Qt::AlignCenter);
    field->setFixedWidth(scaled(this, cellWidth));
    field->setValue(static_cast<double>(m_hidden[layer]));
    connect(field, &NumberField::valueChanged, this,
            [this, layer](double width) { setWidth(layer, static_cast<std::size_t>(width)); });
    layout->addWidget(field);
    m_fields.push_back(field);

    auto* steps = new QHBoxLayout;
    steps->setContentsMargins(0, 0, 0, 0);
    steps->setSpacing(0);
    const auto addStep = [&](IconName name, const QString& what, bool isWider) {
        auto* button = new QToolButton;
        button->setIcon(icon(name));
        button->setAutoRaise(true);
        button->setAccessibleName(what);
        button->setToolTip(what);
        const int side = scaled(this, cellWidth / 2);
        button->setFixedSize(side, side);
        connect(button, &QToolButton::clicked, this, [this, layer, isWider] {
            const std::size_t width = m_hidden[layer];
            const std::size_t narrower = width - std::min(width - 1, stepOf(width - 1));
            const std::size_t wider = std::min(width + stepOf(width), mostUnits);
            setWidth(layer, isWider ? wider : narrower);
        });
        steps->addWidget(button);
    };
    addStep(IconName::Minus, tr("Fewer units in layer %1").arg(layer + 1), false);
    addStep(IconName::Plus, tr("More units in layer %1").arg(layer + 1), true);
    layout->addLayout(steps);
    layout->addStretch();
    return cell;
}

void LayersEditor::setWidth(std::size_t layer, std::size_t width) {
    auto hidden = m_hidden;
    hidden[layer] = width;
    if (hidden != m_hidden) {
        emit hiddenChanged(hidden);
    }
}

void LayersEditor::addLayer() {
    constexpr std::size_t firstWidth = 8;
    auto hidden = m_hidden;
    hidden.push_back(hidden.empty() ? firstWidth : hidden.back());
    emit hiddenChanged(hidden);
}

void LayersEditor::removeLayer() {
    auto hidden = m_hidden;
    hidden.pop_back();
    emit hiddenChanged(hidden);
}

} // namespace reluscope::ui
