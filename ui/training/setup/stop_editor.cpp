// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/stop_editor.h"

#include "ui/controls/number_field.h"
#include "ui/theme/icons.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal fieldWidth = 64;
constexpr double percent = 100;

} // namespace

StopEditor::StopEditor(QWidget* parent)
    : QWidget(parent)
    , m_fold(new QPushButton(tr("Stop a run")))
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content)) {
    m_fold->setObjectName(QStringLiteral("stopRules"));
    m_fold->setCheckable(true);
    m_fold->setToolTip(tr("Rules take effect at once, at the end of an epoch. A run that was "
                          "stopped stays so when the others have trained on, up to the next "
                          "rewind."));
    setStyleProperty(m_fold, "compact", true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(0, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fold, 0, Qt::AlignLeft);
    layout->addWidget(m_content);
    connect(m_fold, &QPushButton::toggled, this, &StopEditor::showFold);

    addRow(
        tr("at accuracy, %"), tr("As soon as its training accuracy is as high"), "stopAccuracy",
        {.minimum = 0, .maximum = percent, .step = 1}, 95,
        [](const StopRules& rules) {
            return rules.trainAccuracy ? std::optional(*rules.trainAccuracy * percent)
                                       : std::nullopt;
        },
        [](StopRules& rules, std::optional<double> number) {
            rules.trainAccuracy = number ? std::optional(*number / percent) : std::nullopt;
        });
    addRow(
        tr("at loss"), tr("As soon as its training loss is as low"), "stopLoss",
        {.minimum = 0, .maximum = 1e6, .step = 0.001}, 0.01,
        [](const StopRules& rules) { return rules.trainLoss; },
        [](StopRules& rules, std::optional<double> number) { rules.trainLoss = number; });
    addRow(
        tr("no progress, epochs"),
        tr("When its training loss has had no new lowest value for so many epochs"), "stopPatience",
        {.minimum = 1, .maximum = 10'000'000, .step = 1, .integersOnly = true}, 20,
        [](const StopRules& rules) {
            return rules.patience ? std::optional(static_cast<double>(*rules.patience))
                                  : std::nullopt;
        },
        [](StopRules& rules, std::optional<double> number) {
            rules.patience =
                number ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
        });
    setRules({});
    showFold();
}

void StopEditor::showFold() {
    m_fold->setIcon(icon(m_fold->isChecked() ? IconName::ChevronDown : IconName::ChevronRight));
    m_content->setVisible(m_fold->isChecked());
}

void StopEditor::addRow(const QString& text, const QString& hint, const char* objectName,
                        const ValueRange& range, double usual,
                        std::function<std::optional<double>(const StopRules&)> of,
                        std::function<void(StopRules&, std::optional<double>)> set) {
    auto* box = new QCheckBox(text);
    box->setObjectName(QLatin1String(objectName) + QStringLiteral("Box"));
    box->setAccessibleName(tr("Stop a run %1").arg(text));
    auto* field = new NumberField(range);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(box->accessibleName());
    field->setFixedWidth(scaled(this, fieldWidth));
    field->setValue(usual);
    for (QWidget* widget : {static_cast<QWidget*>(box), static_cast<QWidget*>(field)}) {
        widget->setToolTip(hint);
    }
    const int row = m_grid->rowCount();
    m_grid->addWidget(box, row, 0);
    m_grid->addWidget(field, row, 1);
    const auto edit = [this, box, field, set = std::move(set)] {
        set(m_rules, box->isChecked() ? std::optional(field->value()) : std::nullopt);
        emit edited(m_rules);
    };
    connect(box, &QCheckBox::clicked, this, edit);
    connect(field, &NumberField::valueChanged, this, edit);
    m_rows.push_back({box, field, std::move(of)});
}

void StopEditor::setRules(const StopRules& rules) {
    m_rules = rules;
    if (rules != StopRules()) {
        m_fold->setChecked(true);
    }
    for (const Row& row : m_rows) {
        const auto number = row.of(rules);
        row.box->setChecked(number.has_value());
        row.field->setEnabled(number.has_value());
        if (number) {
            row.field->setValue(*number);
        }
    }
}

void StopEditor::setAccuracyAvailable(bool isAvailable) {
    m_rows.front().box->setVisible(isAvailable);
    m_rows.front().field->setVisible(isAvailable);
}

} // namespace reluscope::ui
