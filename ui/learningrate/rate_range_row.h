// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace reluscope::ui {

class NumberField;

/// From which learning rate to which, in two fields. A sentence below says what is wrong with an
/// entry.
class RateRangeRow : public QWidget {
    Q_OBJECT

  public:
    /// \p labelWidth in designed pixels, to line it up with the rows around it.
    explicit RateRangeRow(qreal labelWidth, QWidget* parent = nullptr);

    /// Shows them without signalling.
    void setRates(double lowest, double highest);

    NumberField* lowest() const { return m_lowest; }
    NumberField* highest() const { return m_highest; }

  signals:
    void ratesChanged(double lowest, double highest);

  private:
    void showProblem();
    void commit();

    NumberField* m_lowest;
    NumberField* m_highest;
    QLabel* m_problem;
};

} // namespace reluscope::ui
