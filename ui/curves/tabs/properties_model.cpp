// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/properties_model.h"

#include "ui/controls/number_text.h"
#include "ui/curves/tabs/property_words.h"
#include "ui/plot/tick_text.h"
#include "ui/session/display_names.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace reluscope::ui {

PropertiesModel::Row PropertiesModel::rowOf(const Activation& activation, double tau) {
    const FlatTails tails = flatTails(activation, tau);
    const ActivationMoments moments =
        momentsOf(sampleUnder(activation, NormalInput{}, SampledTerms::Values));
    const ZeroCentred centred = zeroCentred(moments);
    Row row{activation, {}, {}, 0, moments.value};
    row.texts[Function] = functionName(*activation.info);
    row.texts[Range] = rangeWords(activation.outputs());
    row.texts[Monotone] = yesOrNo(activation.isMonotone());
    row.texts[Smooth] = smoothWords(activation);
    row.texts[Centred] = centredWords(centred);
    row.texts[Saturates] = saturationWords(tails);
    row.texts[Steepest] = figureText(activation.supDerivative());
    // What rounds to zero is none: sums leave some noise.
    constexpr double rounding = 5e-4;
    row.texts[Mean] =
        std::abs(moments.value) < rounding ? QStringLiteral("0") : numberText(moments.value);
    row.quiet[Monotone] = !activation.isMonotone();
    row.quiet[Centred] = centred == ZeroCentred::No;
    row.quiet[Saturates] = !tails.lower && !tails.upper;
    return row;
}

PropertiesModel::Row PropertiesModel::updatedRow(const CurveFunction& function, double tau) const {
    const auto old = std::ranges::find(m_rows, function.activation, &Row::activation);
    Row row = old != m_rows.end() && tau == m_tau ? *old : rowOf(function.activation, tau);
    row.style = function.style;
    return row;
}

void PropertiesModel::setFunctions(const std::vector<CurveFunction>& functions, double tau) {
    std::vector<Row> rows;
    std::ranges::transform(functions, std::back_inserter(rows), [&](const CurveFunction& function) {
        return updatedRow(function, tau);
    });
    m_tau = tau;
    m_leastMean = 0;
    m_largestMean = 0;
    for (const Row& row : rows) {
        m_leastMean = std::min(m_leastMean, row.mean);
        m_largestMean = std::max(m_largestMean, row.mean);
    }
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else if (!rows.empty()) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
    }
}

int PropertiesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PropertiesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QVariant PropertiesModel::data(const QModelIndex& index, int role) const {
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return row.texts[column];
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            row.texts[column]);
    case StyleRole:
        return row.style;
    case quietRole:
        return row.quiet[column];
    case MeanRole:
        return row.mean;
    default:
        return {};
    }
}

QVariant PropertiesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap);
    }
    const bool isName = role == Qt::DisplayRole;
    if (!isName && role != Qt::ToolTipRole) {
        return {};
    }
    switch (section) {
    case Function:
        return isName ? tr("Function") : tr("With the parameters set in the list at the left");
    case Range:
        return isName ? tr("Range")
                      : tr("The values that f takes: [ reaches the end, ( only comes near to it");
    case Monotone:
        return isName ? tr("Monotone") : tr("Whether f never falls");
    case Smooth:
        return isName ? tr("Smooth") : tr("Whether f' and f'' are without jumps");
    case Centred:
        return isName ? tr("Zero-centred")
                      : tr("By the mean output for z ~ N(0,1), in standard deviations of the "
                           "output: yes below %1, nearly below %2")
                            .arg(zeroCentredBelow)
                            .arg(nearlyZeroCentredBelow);
    case Saturates:
        return isName ? tr("Saturates")
                      : tr("Where |f'| stays below %1 % of sup |f'|; exactly: where f' is 0")
                            .arg(tickText(100 * m_tau));
    case Steepest:
        return isName ? tr("sup |f'|") : tr("The steepest slope of f, up or down");
    default:
        return isName ? tr("Mean output, z ~ N(0,1)")
                      : tr("The mean of f(z) over normally distributed z with mean 0 and "
                           "standard deviation 1");
    }
}

} // namespace reluscope::ui
