// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup_panel.h"

#include "ui/controls/divider.h"
#include "ui/controls/wheel_scrolls.h"
#include "ui/theme/theme.h"
#include "ui/training/setup/afresh_settings.h"
#include "ui/training/setup/live_settings.h"
#include "ui/training/setup/runs_editor.h"

#include <QVBoxLayout>

namespace reluscope::ui {
namespace {

constexpr qreal setupWidth = 280;
constexpr qreal padding = 12;

} // namespace

SetupPanel::SetupPanel(ExperimentDocument& document, DataFiles& files, QWidget* parent)
    : QScrollArea(parent)
    , m_live(new LiveSettings(document))
    , m_afresh(new AfreshSettings(document, files)) {
    setObjectName(QStringLiteral("setupPanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedWidth(scaled(this, setupWidth));

    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    const int margin = scaled(this, padding);
    // The scroll bar is a margin, too.
    layout->setContentsMargins(margin, margin, margin / 2, margin);
    layout->setSpacing(scaled(this, padding));
    layout->addWidget(m_live);
    layout->addWidget(new Divider(Qt::Horizontal));
    layout->addWidget(m_afresh);
    layout->addWidget(new Divider(Qt::Horizontal));
    layout->addWidget(new RunsEditor(document));
    layout->addStretch();
    setWidget(content);
    new WheelScrolls(content);
}

void SetupPanel::showData(const Dataset& dataset) {
    m_live->showData(dataset);
    m_afresh->showData(dataset);
}

QSize SetupPanel::sizeHint() const {
    return {scaled(this, setupWidth), 0};
}

} // namespace reluscope::ui
