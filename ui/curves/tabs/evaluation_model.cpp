// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/evaluation_model.h"

#include "ui/curves/tabs/plain_table.h"
#include "ui/curves/tabs/short_float.h"
#include "ui/session/display_names.h"

namespace reluscope::ui {

void EvaluationModel::setEvaluation(Evaluation evaluation) {
    const bool isSameShape = evaluation.x.size() == m_evaluation.x.size() &&
                             evaluation.functions.size() == m_evaluation.functions.size();
    if (!isSameShape) {
        beginResetModel();
        m_evaluation = std::move(evaluation);
        endResetModel();
        return;
    }
    m_evaluation = std::move(evaluation);
    if (rowCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int EvaluationModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_evaluation.x.size());
}

int EvaluationModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 1 + 2 * static_cast<int>(m_evaluation.functions.size());
}

float EvaluationModel::valueAt(const QModelIndex& index) const {
    const auto row = static_cast<std::size_t>(index.row());
    if (index.column() == xColumn) {
        return m_evaluation.x[row];
    }
    const auto function = static_cast<std::size_t>(functionOfColumn(index.column()));
    const EvaluatedFunction& own = m_evaluation.functions[function];
    return isSlopeColumn(index.column()) ? own.slope[row] : own.f[row];
}

QVariant EvaluationModel::data(const QModelIndex& index, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return shortFloat(valueAt(index));
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString(),
            shortFloat(valueAt(index)));
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case quietRole:
        return index.column() != xColumn && valueAt(index) == 0;
    default:
        return {};
    }
}

QVariant EvaluationModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const QString letter = section == xColumn       ? QStringLiteral("x")
                           : isSlopeColumn(section) ? QStringLiteral("f'(x)")
                                                    : QStringLiteral("f(x)");
    switch (role) {
    case Qt::DisplayRole:
        return letter;
    case Qt::AccessibleTextRole: {
        const auto function = static_cast<std::size_t>(functionOfColumn(section));
        return section == xColumn
                   ? letter
                   : functionName(*m_evaluation.functions[function].activation.info) +
                         QLatin1Char(' ') + letter;
    }
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignRight | Qt::AlignBottom);
    default:
        return {};
    }
}

} // namespace reluscope::ui
