// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/schedule.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace reluscope::ui {

class NumberField;
struct ValueRange;

/// How the learning rate changes with time: the shape, and the numbers that it has.
class ScheduleEditor : public QWidget {
    Q_OBJECT

  public:
    /// \p labelWidth in designed pixels, to line it up with the rows around it.
    explicit ScheduleEditor(int labelWidth, QWidget* parent = nullptr);

    /// Shows `schedule` without signalling.
    void setSchedule(const Schedule& schedule);

  signals:
    void edited(const reluscope::Schedule& schedule);

  private:
    /// A number of some shapes.
    struct Row {
        QLabel* label;
        NumberField* field;
        std::vector<ScheduleShape> shapes;
    };

    template <class Number>
    NumberField* addRow(const QString& name, const char* objectName, const ValueRange& range,
                        Number Schedule::*member, std::vector<ScheduleShape> shapes);

    Schedule m_schedule;
    QGridLayout* m_grid;
    QComboBox* m_shape;
    std::vector<Row> m_rows;
    NumberField* m_stepSize;
    NumberField* m_gamma;
    NumberField* m_warmup;
    NumberField* m_minimum;
};

} // namespace reluscope::ui
