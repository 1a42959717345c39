// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/plain_table.h"

#include <QAbstractTableModel>
#include <QString>

#include <array>
#include <vector>

namespace reluscope::ui {

/// What is known about each shown function, for the parameters that it has.
class PropertiesModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { Function, Range, Monotone, Smooth, Centred, Saturates, Steepest, Mean, Columns };
    /// Beside the texts: what a delegate paints.
    enum Role {
        StyleRole = quietRole + 1, ///< run style of the function
        MeanRole                   ///< mean output, a number
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// \p tau is the share of sup |f'| below which a function counts as saturated.
    void setFunctions(const std::vector<CurveFunction>& functions, double tau);
    /// Of all rows, and 0.
    double leastMean() const { return m_leastMean; }
    double largestMean() const { return m_largestMean; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    struct Row {
        Activation activation;
        std::array<QString, Columns> texts;
        std::array<bool, Columns> quiet{};
        int style = 0;
        double mean = 0;
    };

    static Row rowOf(const Activation& activation, double tau);
    /// The row as it was, where neither the function's parameters nor tau have changed.
    Row updatedRow(const CurveFunction& function, double tau) const;

    std::vector<Row> m_rows;
    double m_tau = 0;
    double m_leastMean = 0;
    double m_largestMean = 0;
};

} // namespace reluscope::ui
