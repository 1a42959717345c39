// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/cost_tab.h"

#include "core/cpu/level.h"
#include "ui/controls/number_text.h"
#include "ui/controls/scroll_area.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/cost_bars.h"
#include "ui/curves/tabs/cost_meter.h"
#include "ui/session/display_names.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace reluscope::ui {

namespace {

/// A parameter that is being dragged is measured once it rests.
constexpr int restMs = 250;

constexpr qreal gap = 8;

std::chrono::nanoseconds now() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace

CostTab::CostTab(CurvesModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_meter(new CostMeter(now, this))
    , m_bars(new CostBars)
    , m_note(new QLabel)
    , m_disturbance(new QLabel(tr("An experiment is training: the figures may be too high.")))
    , m_again(new QPushButton(icon(IconName::Rewind), tr("Measure again"))) {
    setObjectName(QStringLiteral("costTab"));
    m_bars->setObjectName(QStringLiteral("costBars"));
    m_note->setObjectName(QStringLiteral("costNote"));
    m_disturbance->setObjectName(QStringLiteral("costDisturbance"));
    m_again->setObjectName(QStringLiteral("measureAgainButton"));
    for (QLabel* label : {m_note, m_disturbance}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        setTextRole(label, TextRole::Note);
    }
    setTextRole(m_disturbance, TextRole::Value);
    m_disturbance->setVisible(m_model.isTraining());

    QScrollArea* scroll = makeScrollArea(m_bars);
    scroll->setAccessibleName(m_bars->accessibleName());
    scroll->setFocusPolicy(Qt::StrongFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);

    auto* notes = new QVBoxLayout;
    notes->setSpacing(0);
    notes->addWidget(m_note);
    notes->addWidget(m_disturbance);
    auto* foot = new QHBoxLayout;
    foot->addLayout(notes, 1);
    foot->addWidget(m_again);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(scroll, 1);
    layout->addLayout(foot);

    connect(m_again, &QPushButton::clicked, this, [this] {
        m_meter->forget();
        measure();
    });
    connect(m_meter, &CostMeter::measured, this, &CostTab::showCosts);
    connect(&m_model, &CurvesModel::changed, this, &CostTab::measureSoon);
    connect(&m_model, &CurvesModel::trainingChanged, m_disturbance, &QLabel::setVisible);
    showCosts();
    applyScale();
}

void CostTab::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    measure();
}

void CostTab::hideEvent(QHideEvent* event) {
    m_delay.stop();
    m_meter->stop();
    QWidget::hideEvent(event);
}

void CostTab::timerEvent(QTimerEvent* event) {
    if (event->timerId() == m_delay.timerId()) {
        measure();
    } else {
        QWidget::timerEvent(event);
    }
}

void CostTab::measureSoon() {
    if (isVisible()) {
        m_meter->stop();
        m_delay.start(restMs, this);
        showCosts();
    }
}

void CostTab::measure() {
    m_delay.stop();
    std::vector<Activation> functions;
    for (const CurveFunction& function : m_model.shownFunctions()) {
        functions.push_back(function.activation);
    }
    m_meter->measure(functions);
    showCosts();
}

void CostTab::showCosts() {
    std::vector<CostRow> rows;
    std::optional<double> copy;
    for (const CurveFunction& function : m_model.shownFunctions()) {
        CostRow& row =
            rows.emplace_back(CostRow{functionName(*function.activation.info), function.style});
        if (const auto cost = m_meter->costOf(function.activation)) {
            row.costs = {cost->value, cost->derivative};
            // As with the functions, the shortest time counts.
            copy = std::min(copy.value_or(cost->copy), cost->copy);
        }
    }
    const bool isEmpty = rows.empty();
    m_bars->setRows(std::move(rows), copy);
    m_again->setEnabled(!isEmpty);

    const QString count = countText(CostMeasurement::usualElements);
    const QString level = toQString(cpuLevel());
    if (isEmpty) {
        m_note->setText(tr("Tick a function to measure what it costs."));
    } else if (copy) {
        m_note->setText(tr("%1 floats on one core, %2; reading and writing alone %3 ns.")
                            .arg(count, level, numberText(*copy, 2)));
    } else {
        m_note->setText(tr("%1 floats on one core, %2.").arg(count, level));
    }
}

void CostTab::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void CostTab::applyScale() {
    layout()->setSpacing(scaled(this, gap));
}

} // namespace reluscope::ui
