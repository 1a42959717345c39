// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/tabs/evaluation.h"

#include <QAbstractTableModel>

namespace reluscope::ui {

/// A row for each number: x, and f and f' of each function. Texts are made as they are looked at.
class EvaluationModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    using QAbstractTableModel::QAbstractTableModel;

    void setEvaluation(Evaluation evaluation);
    const Evaluation& evaluation() const { return m_evaluation; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    float valueAt(const QModelIndex& index) const;

    Evaluation m_evaluation;
};

/// A column of EvaluationModel holds x, or else f or f' of a function.
inline constexpr int xColumn = 0;
inline int functionOfColumn(int column) {
    return (column - 1) / 2;
}
inline bool isSlopeColumn(int column) {
    return column > xColumn && column % 2 == 0;
}

} // namespace reluscope::ui
