// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;

namespace reluscope::ui {

class NumberBoxes;

/// What applying a function does to its input, out of place and in place, side by side. Both are
/// really done, to copies of the numbers, of which the first are shown.
class InPlacePanel : public QWidget {
    Q_OBJECT

  public:
    explicit InPlacePanel(QWidget* parent = nullptr);

    void setInput(const std::optional<Activation>& activation, const std::vector<float>& x);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void applyScale();

    QLabel* m_outOfPlace;
    NumberBoxes* m_input;
    NumberBoxes* m_result;
    QLabel* m_inPlace;
    NumberBoxes* m_overwritten;
    QLabel* m_consequence;
};

} // namespace reluscope::ui
