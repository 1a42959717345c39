// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/row_list.h"

#include "ui/controls/swatch_toggle.h"
#include "ui/learningrate/sweep_plan.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace reluscope::ui {

RowList::RowList(ExperimentDocument& document, SweepPlan& plan, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_plan(plan)
    , m_layout(new QVBoxLayout)
    , m_more(new QPushButton) {
    m_layout->setSpacing(0);
    m_more->setObjectName(QStringLiteral("moreRows"));
    m_more->setFlat(true);
    setStyleProperty(m_more, "compact", true);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_isUnfolded = !m_isUnfolded;
        showChoices();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_layout);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    showChoices();
}

void RowList::showChoices() {
    const SweepSettings& settings = m_plan.settings();
    const std::vector<RowChoice> choices =
        rowChoices(m_document.experiment(), settings.axis, settings.base);
    auto toggles = findChildren<SwatchToggle*>(QString(), Qt::FindDirectChildrenOnly);
    // Later, since the change may come from a click on one of them.
    while (toggles.size() > static_cast<qsizetype>(choices.size())) {
        SwatchToggle* last = toggles.takeLast();
        m_layout->removeWidget(last);
        last->setParent(nullptr);
        last->deleteLater();
    }
    int foldable = 0;
    for (std::size_t row = 0; row < choices.size(); ++row) {
        const RowChoice& choice = choices[row];
        if (row == static_cast<std::size_t>(toggles.size())) {
            auto* toggle = new SwatchToggle({});
            toggle->setObjectName(QStringLiteral("sweepRow%1").arg(row + 1));
            connect(toggle, &SwatchToggle::clicked, this,
                    [this, row](bool isChosen) { setChosen(row, isChosen); });
            m_layout->addWidget(toggle);
            toggles << toggle;
        }
        SwatchToggle* toggle = toggles[static_cast<qsizetype>(row)];
        toggle->setText(rowName(choice.run, settings.axis));
        toggle->setStyleIndex(choice.style);
        toggle->setChecked(settings.isChosen(choice));
        const bool isFoldable = !choice.isUsual && !settings.isChosen(choice);
        foldable += isFoldable ? 1 : 0;
        toggle->setVisible(m_isUnfolded || !isFoldable);
    }
    m_more->setVisible(foldable > 0);
    m_more->setText(m_isUnfolded ? tr("Fewer") : tr("%1 more").arg(foldable));
    m_more->setIcon(icon(m_isUnfolded ? IconName::Minus : IconName::Plus, IconGround::Quiet));
}

void RowList::setChosen(std::size_t row, bool isChosen) {
    const SweepSettings& settings = m_plan.settings();
    const auto choices = rowChoices(m_document.experiment(), settings.axis, settings.base);
    m_plan.edit(tr("rows of the sweep"), [&](SweepSettings& changed) {
        changed.chosenRows[{settings.axis, choices[row].run.name}] = isChosen;
    });
}

} // namespace reluscope::ui
