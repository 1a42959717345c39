// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/change.h"
#include "core/training/experiment.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace reluscope::ui {

class NumberField;
class Segments;

/// Chooses a hidden unit by its layer and its number in it.
class UnitChooser : public QWidget {
    Q_OBJECT

  public:
    /// Layers are as wide as those of the widest run. At least one run has one.
    explicit UnitChooser(const Experiment& experiment, QWidget* parent = nullptr);

    UnitPlace place() const { return m_place; }
    /// Without a signal.
    void setPlace(UnitPlace place);

  signals:
    void chosen();

  private:
    void choose(UnitPlace place);

    std::vector<std::size_t> m_widths; ///< of the layers
    UnitPlace m_place;
    Segments* m_layers;
    NumberField* m_unit;
    QLabel* m_count;
};

} // namespace reluscope::ui
