// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tool_bar.h"

#include "ui/controls/divider.h"
#include "ui/shell/speed_control.h"
#include "ui/shell/window_actions.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace reluscope::ui {
namespace {

constexpr qreal barHeight = 46;
constexpr qreal runWidth = 92;
constexpr qreal widthForWords = 1180;
constexpr qreal widthForSpeed = 940;
constexpr qreal widthForSteps = 640;

Divider* makeDivider(const QWidget* bar) {
    constexpr qreal dividerHeight = 20;
    auto* line = new Divider(Qt::Vertical);
    line->setFixedHeight(scaled(bar, dividerHeight));
    return line;
}

} // namespace

ToolBar::ToolBar(WindowActions& actions, SpeedControl* speed, QMenu* themeMenu, QMenu* languageMenu,
                 const QString& language, QWidget* parent)
    : QWidget(parent)
    , m_speed(speed)
    , m_languageText(language) {
    setObjectName(QStringLiteral("toolBar"));
    setFixedHeight(scaled(this, barHeight));
    auto* layout = new QHBoxLayout(this);
    const int margin = scaled(this, 12);
    layout->setContentsMargins(margin, 0, margin, 0);
    layout->setSpacing(scaled(this, 4));

    QPushButton* run = makeButton(*actions.run, "runButton");
    run->setFlat(false);
    run->setMinimumWidth(scaled(this, runWidth));
    setPrimary(run, true);
    layout->addWidget(run);
    setFocusProxy(run);
    const auto addStep = [&](QAction& action, const char* name) {
        m_steps << makeButton(action, name);
        layout->addWidget(m_steps.back());
        connect(&action, &QAction::changed, this, &ToolBar::fit);
    };
    addStep(*actions.step, "stepButton");
    addStep(*actions.epoch, "epochButton");
    layout->addWidget(makeDivider(this));
    addStep(*actions.rewind, "rewindButton");
    addStep(*actions.newSeed, "newSeedButton");
    m_speedDivider = makeDivider(this);
    layout->addWidget(m_speedDivider);
    layout->addSpacing(scaled(this, 6));
    layout->addWidget(m_speed);
    layout->addStretch();

    m_presentation = makeButton(*actions.presentation, "presentationButton");
    layout->addWidget(m_presentation);
    auto* theme = new QPushButton(icon(IconName::Theme), {});
    theme->setObjectName(QStringLiteral("themeButton"));
    theme->setAccessibleName(tr("Theme"));
    theme->setToolTip(tr("Theme"));
    theme->setFlat(true);
    theme->setMenu(themeMenu);
    layout->addWidget(theme);
    m_language = new QPushButton(icon(IconName::Language), language);
    m_language->setObjectName(QStringLiteral("languageButton"));
    m_language->setAccessibleName(tr("Language"));
    m_language->setFlat(true);
    m_language->setMenu(languageMenu);
    layout->addWidget(m_language);
}

QPushButton* ToolBar::makeButton(QAction& action, const char* name) {
    auto* button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    button->setFlat(true);
    // A click leaves the focus where it was, so that Space goes on to run and pause.
    button->setFocusPolicy(Qt::TabFocus);
    const auto mirror = [button, &action] {
        button->setText(action.text());
        button->setAccessibleName(action.text());
        button->setIcon(action.icon());
        button->setToolTip(action.toolTip());
        button->setEnabled(action.isEnabled());
    };
    mirror();
    connect(&action, &QAction::changed, button, mirror);
    connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    return button;
}

QSize ToolBar::minimumSizeHint() const {
    return {0, height()};
}

void ToolBar::resizeEvent(QResizeEvent*) {
    fit();
}

void ToolBar::fit() {
    const bool hasSpeed = width() >= scaled(this, widthForSpeed);
    m_speed->setVisible(hasSpeed);
    m_speedDivider->setVisible(hasSpeed);
    const bool hasWords = width() >= scaled(this, widthForWords);
    m_presentation->setText(hasWords ? tr("Presentation") : QString());
    m_language->setText(hasWords ? m_languageText : QString());
    const bool areStepsNamed = width() >= scaled(this, widthForSteps);
    layout()->setSpacing(areStepsNamed ? scaled(this, 4) : 0);
    for (QPushButton* step : m_steps) {
        step->setText(areStepsNamed ? step->accessibleName() : QString());
    }
}

void ToolBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(Theme::of(this).color(Tone::Border));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace reluscope::ui
