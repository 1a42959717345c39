// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/interval.h"

#include <QString>
#include <QWidget>

#include <array>
#include <vector>

namespace reluscope::ui {

struct MomentsRow {
    QString name;
    int style = 0;
    /// E f, E f², E f'², P(f' = 0), P(|f'| < tau sup |f'|), as written.
    std::array<QString, 5> figures{};
    std::vector<double> variances{}; ///< of z after each layer
};

/// A row a function: its figures, and a small line of the variance over the layers, all on one
/// logarithmic axis, beside what is left at the end.
class MomentsTable : public QWidget {
    Q_OBJECT

  public:
    explicit MomentsTable(QWidget* parent = nullptr);

    /// \p inputVariance is the variance that the layers begin with.
    /// \p tau is that of the figures.
    void setRows(std::vector<MomentsRow> rows, double inputVariance, double tau);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    /// Where columns are, in pixels.
    struct Columns {
        qreal name;                   ///< width
        std::array<qreal, 5> figures; ///< right edges
        QRectF spark;                 ///< left and width
        qreal last;                   ///< left edge of the number at the end
    };

    void describe();
    Columns columns() const;
    qreal rowHeight() const;
    Interval varianceRange() const;
    void paintHead(QPainter& painter, const Columns& columns) const;
    void paintRow(QPainter& painter, const Columns& columns, const MomentsRow& row,
                  const QRectF& place) const;
    void paintVariances(QPainter& painter, const MomentsRow& row, const QRectF& place) const;

    std::vector<MomentsRow> m_rows;
    double m_inputVariance = 1.0;
    double m_tau = 0.0;
    bool m_isAnswered = false; ///< rows were set, though perhaps none
};

} // namespace reluscope::ui
