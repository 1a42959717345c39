// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace reluscope::ui {

class ExperimentDocument;
class PointsCanvas;
class Segments;

/// What painting begins with: one point of each class, since less is no data to learn from.
std::vector<LabelledPoint> firstPoints();

/// The points of the experiment, to be painted by hand.
class PointsEditor : public QWidget {
    Q_OBJECT

  public:
    explicit PointsEditor(ExperimentDocument& document, QWidget* parent = nullptr);

    void showExperiment();

  private:
    void add(double x, double y);
    void remove(std::size_t point);

    ExperimentDocument& m_document;
    PointsCanvas* m_canvas;
    Segments* m_class;
    QLabel* m_hint;
};

} // namespace reluscope::ui
