// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/run_chip_row.h"

#include "ui/controls/line_legend.h"
#include "ui/controls/run_chip.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QWheelEvent>

namespace reluscope::ui {

namespace {

constexpr qreal rowHeight = 42;
constexpr qreal gap = 10;

} // namespace

RunChipRow::RunChipRow(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_scroll(new QScrollArea(this))
    , m_legend(new LineLegend(this)) {
    setAccessibleName(tr("Runs"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto* chips = new QWidget;
    chips->setAutoFillBackground(false);
    m_chipLayout = new QHBoxLayout(chips);
    m_chipLayout->addStretch(1);

    m_scroll->setWidget(chips);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    // The page shows through.
    m_scroll->viewport()->setAutoFillBackground(false);
    chips->setAutoFillBackground(false);
    m_scroll->viewport()->installEventFilter(this);

    m_layout->addWidget(m_scroll, 1);
    m_layout->addWidget(m_legend);
    m_legend->setVisible(false);
    applyScale();
}

RunChip* RunChipRow::makeChip(int run, const QString& name) {
    auto* chip = new RunChip(run, name, m_scroll->widget());
    connect(chip, &RunChip::clicked, this, [this, run] {
        setSelectedRun(run);
        emit runSelected(run);
    });
    connect(chip, &RunChip::hideRequested, this,
            [this, run](bool hidden) { emit hideRequested(run, hidden); });
    chip->installEventFilter(this);
    m_chipLayout->insertWidget(run, chip);
    return chip;
}

void RunChipRow::setRuns(const QVector<RunChipContent>& runs) {
    while (m_chips.size() > runs.size()) {
        delete m_chips.takeLast();
    }
    for (int run = 0; run < static_cast<int>(runs.size()); ++run) {
        if (run == m_chips.size()) {
            m_chips.append(makeChip(run, runs[run].name));
        }
        m_chips[run]->setRun(run, runs[run].name);
        m_chips[run]->setState(runs[run].state);
        m_chips[run]->setRunHidden(runs[run].hidden);
    }
    setSelectedRun(m_selected < m_chips.size() ? m_selected : -1);
}

void RunChipRow::setState(int run, const QString& state) {
    if (RunChip* found = chip(run)) {
        found->setState(state);
    }
}

void RunChipRow::setRunHidden(int run, bool hidden) {
    if (RunChip* found = chip(run)) {
        found->setRunHidden(hidden);
    }
}

void RunChipRow::setSelectedRun(int run) {
    m_selected = run;
    for (RunChip* each : m_chips) {
        each->setChecked(each->runIndex() == run);
    }
}

void RunChipRow::setLeadingWidget(QWidget* widget) {
    delete m_leading;
    m_leading = widget;
    if (widget) {
        m_layout->insertWidget(0, widget);
    }
}

void RunChipRow::setLineLegendVisible(bool visible) {
    m_legend->setVisible(visible);
}

QSize RunChipRow::sizeHint() const {
    return {m_scroll->widget()->sizeHint().width(), scaled(this, rowHeight)};
}

QSize RunChipRow::minimumSizeHint() const {
    return {scaled(this, 160), scaled(this, rowHeight)};
}

bool RunChipRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_scroll->viewport() && event->type() == QEvent::Wheel) {
        // Without bars a scroll area would leave a plain wheel unused.
        const QPoint turned = static_cast<QWheelEvent*>(event)->angleDelta();
        QScrollBar* bar = m_scroll->horizontalScrollBar();
        bar->setValue(bar->value() - (turned.x() != 0 ? turned.x() : turned.y()));
        return true;
    }
    if (event->type() == QEvent::FocusIn) {
        m_scroll->ensureWidgetVisible(qobject_cast<QWidget*>(watched));
    }
    return QWidget::eventFilter(watched, event);
}

void RunChipRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyScale();
    }
    QWidget::changeEvent(event);
}

void RunChipRow::applyScale() {
    const int space = scaled(this, gap);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space);
    // Room for the focus ring, which lies outside a chip.
    m_chipLayout->setContentsMargins(scaled(this, 4), 0, scaled(this, 4), 0);
    m_chipLayout->setSpacing(space);
    updateGeometry();
}

} // namespace reluscope::ui
