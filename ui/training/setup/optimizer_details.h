// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/optimizer.h"

#include <QString>
#include <QWidget>

#include <vector>

class QCheckBox;
class QGridLayout;

namespace reluscope::ui {

class NumberField;
struct ValueRange;

/// The numbers of Adam and RMSprop that need new networks: how long they remember, and what keeps
/// them from dividing by nothing. Of other methods there are none.
class OptimizerDetails : public QWidget {
    Q_OBJECT

  public:
    explicit OptimizerDetails(QWidget* parent = nullptr);

    /// Shows `optimizer` without signalling.
    void setOptimizer(const OptimizerSpec& optimizer);

  signals:
    /// What the Edit menu calls it, and the settings with it.
    void edited(const QString& text, const reluscope::OptimizerSpec& optimizer);

  private:
    struct Row {
        QWidget* label;
        NumberField* field;
        double OptimizerSpec::*setting;
        std::vector<OptimizerMethod> methods;
    };

    void addRow(const QString& name, const QString& hint, const char* objectName,
                const ValueRange& range, double OptimizerSpec::*setting,
                std::vector<OptimizerMethod> methods);

    OptimizerSpec m_optimizer;
    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    QCheckBox* m_centered;
};

} // namespace reluscope::ui
