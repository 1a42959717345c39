// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/schedule_editor.h"

#include "ui/controls/number_field.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal fieldWidth = 64;

QString nameOf(ScheduleShape shape) {
    switch (shape) {
    case ScheduleShape::Constant:
        return ScheduleEditor::tr("Constant");
    case ScheduleShape::Step:
        return ScheduleEditor::tr("Steps");
    case ScheduleShape::Cosine:
        return ScheduleEditor::tr("Cosine");
    case ScheduleShape::WarmupCosine:
        return ScheduleEditor::tr("Warm-up, cosine");
    }
    return {};
}

} // namespace

ScheduleEditor::ScheduleEditor(int labelWidth, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_shape(new QComboBox) {
    m_shape->setObjectName(QStringLiteral("schedule"));
    m_shape->setAccessibleName(tr("Schedule"));
    m_shape->setToolTip(tr("What becomes of the learning rate with time."));
    m_shape->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const ScheduleShapeInfo& info : scheduleShapes()) {
        m_shape->addItem(nameOf(info.shape));
    }
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnMinimumWidth(0, scaled(this, labelWidth));
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(new QLabel(tr("Schedule")), 0, 0);
    m_grid->addWidget(m_shape, 0, 1, 1, 2);

    using enum ScheduleShape;
    constexpr double mostEpochs = 100'000;
    const ValueRange epochs{.minimum = 1, .maximum = mostEpochs, .step = 1, .integersOnly = true};
    m_stepSize = addRow(tr("Epochs a step"), "stepSize", epochs, &Schedule::stepSize, {Step});
    m_gamma = addRow(tr("Factor of a step"), "gamma", {.minimum = 0, .maximum = 1, .step = 0.05},
                     &Schedule::gamma, {Step});
    m_warmup = addRow(tr("Epochs of warm-up"), "warmupEpochs", epochs, &Schedule::warmupEpochs,
                      {WarmupCosine});
    m_minimum =
        addRow(tr("Rate at the end"), "minimumRate", {.minimum = 0, .maximum = 1e6, .step = 0.001},
               &Schedule::minimum, {Cosine, WarmupCosine});
    connect(m_shape, &QComboBox::activated, this, [this](int index) {
        m_schedule.shape = scheduleShapes()[static_cast<std::size_t>(index)].shape;
        setSchedule(m_schedule);
        emit edited(m_schedule);
    });
    setSchedule({});
}

template <class Number>
NumberField* ScheduleEditor::addRow(const QString& name, const char* objectName,
                                    const ValueRange& range, Number Schedule::*member,
                                    std::vector<ScheduleShape> shapes) {
    auto* label = new QLabel(name);
    auto* field = new NumberField(range);
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(name);
    field->setFixedWidth(scaled(this, fieldWidth));
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0, 1, 2);
    m_grid->addWidget(field, row, 2);
    connect(field, &NumberField::valueChanged, this, [this, member](double value) {
        m_schedule.*member = static_cast<Number>(value);
        emit edited(m_schedule);
    });
    m_rows.push_back({label, field, std::move(shapes)});
    return field;
}

void ScheduleEditor::setSchedule(const Schedule& schedule) {
    m_schedule = schedule;
    m_shape->setCurrentText(nameOf(schedule.shape));
    for (const Row& row : m_rows) {
        const bool has = std::ranges::find(row.shapes, schedule.shape) != row.shapes.end();
        row.label->setVisible(has);
        row.field->setVisible(has);
    }
    m_stepSize->setValue(static_cast<double>(schedule.stepSize));
    m_gamma->setValue(schedule.gamma);
    m_warmup->setValue(static_cast<double>(schedule.warmupEpochs));
    m_minimum->setValue(schedule.minimum);
}

} // namespace reluscope::ui
