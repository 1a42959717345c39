// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/optimizer_details.h"

#include "ui/controls/number_field.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal fieldWidth = 64;

} // namespace

OptimizerDetails::OptimizerDetails(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_centered(new QCheckBox(tr("Centered"))) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(0, 1);

    using enum OptimizerMethod;
    // At 1 a running mean would never move, and Adam divide 0 by 0.
    const ValueRange share{.minimum = 0, .maximum = 0.9999999};
    const QString ofSquare = tr("How much of the mean square of the gradient stays at each step");
    addRow(tr("β₁, mean"), tr("How much of the mean of the gradient stays at each step"), "beta1",
           share, &OptimizerSpec::beta1, {Adam});
    addRow(tr("β₂, mean square"), ofSquare, "beta2", share, &OptimizerSpec::beta2, {Adam});
    addRow(tr("α, mean square"), ofSquare, "alpha", share, &OptimizerSpec::alpha, {RmsProp});
    addRow(tr("ε, in the divisor"), tr("Keeps the step from a division by 0"), "epsilon",
           {.minimum = 0, .maximum = 1e6, .step = 1e-8}, &OptimizerSpec::epsilon, {Adam, RmsProp});
    m_centered->setObjectName(QStringLiteral("centered"));
    m_centered->setToolTip(tr("Divides by the deviation of the gradient rather than its mean "
                              "square. Starts afresh, from epoch 0."));
    m_grid->addWidget(m_centered, m_grid->rowCount(), 0, 1, 2);
    connect(m_centered, &QCheckBox::clicked, this, [this](bool isCentered) {
        m_optimizer.centered = isCentered;
        emit edited(tr("centered"), m_optimizer);
    });
    setOptimizer({});
}

void OptimizerDetails::addRow(const QString& name, const QString& hint, const char* objectName,
                              const ValueRange& range, double OptimizerSpec::*setting,
                              std::vector<OptimizerMethod> methods) {
    auto* label = new QLabel(name);
    auto* field = new NumberField(range);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(name);
    field->setToolTip(tr("%1. Starts afresh, from epoch 0.").arg(hint));
    label->setToolTip(field->toolTip());
    field->setFixedWidth(scaled(this, fieldWidth));
    label->setBuddy(field);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(field, row, 1);
    connect(field, &NumberField::valueChanged, this, [this, name, setting](double value) {
        m_optimizer.*setting = value;
        emit edited(name, m_optimizer);
    });
    m_rows.push_back({label, field, setting, std::move(methods)});
}

void OptimizerDetails::setOptimizer(const OptimizerSpec& optimizer) {
    m_optimizer = optimizer;
    for (const Row& row : m_rows) {
        const bool has = std::ranges::find(row.methods, optimizer.method) != row.methods.end();
        row.label->setVisible(has);
        row.field->setVisible(has);
        row.field->setValue(optimizer.*row.setting);
    }
    m_centered->setVisible(optimizer.method == OptimizerMethod::RmsProp);
    m_centered->setChecked(optimizer.centered);
    setVisible(optimizer.method != OptimizerMethod::Sgd);
}

} // namespace reluscope::ui
