// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/output_distribution.h"
#include "ui/plot/interval.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace reluscope::ui {

class Plot;

struct OutputColumn {
    QString name;
    int style = 0;
    double mean = 0.0;
    OutputDistribution output{};
};

/// Beside a plot of functions, over its y axis: how the values of each are distributed. The root of
/// the density grows to the right, as in the histograms, on a scale that all have in common where
/// their densities allow it; an atom is a bar as long as its share of the column; a marker is at
/// the mean.
class OutputColumns : public QWidget {
    Q_OBJECT

  public:
    explicit OutputColumns(Plot& plot, QWidget* parent = nullptr);

    /// \p range is what the densities cover, \p inputPeak the largest density of z.
    void setColumns(std::vector<OutputColumn> columns, Interval range, double inputPeak);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void paintDensity(QPainter& painter, const OutputColumn& column, const QRectF& place) const;
    void paintAtoms(QPainter& painter, const OutputColumn& column, const QRectF& place) const;
    void paintNames(QPainter& painter, const QRectF& first, qreal step) const;
    qreal yPixel(double value) const;

    Plot& m_plot;
    std::vector<OutputColumn> m_columns;
    Interval m_range;
    double m_inputPeak = 1.0;
};

} // namespace reluscope::ui
