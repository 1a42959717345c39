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
/// really done, to copies of the first numbers.
class InPlacePanel : public QWidget {
    Q_OBJECT

  public:
    explicit InPlacePanel(QWidget* parent = nullptr);

    void setInput(const std::optional<Activation>& activation, const std::vector<float>& x);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    void applyScale();
    QString consequence(const std::vector<float>& before, const std::vector<float>& after) const;

    std::optional<Activation> m_activation;
    std::vector<float> m_x; ///< as many as there can be boxes
    bool m_hasMore = false;
    QLabel* m_outOfPlace;
    NumberBoxes* m_input;
    NumberBoxes* m_result;
    QLabel* m_inPlace;
    NumberBoxes* m_overwritten;
    QLabel* m_consequence;
};

} // namespace reluscope::ui
