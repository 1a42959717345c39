// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/arrival.h"

#include <QWidget>

class QPushButton;

namespace reluscope::ui {

class NumberField;

/// The switch "Who is faster?" of a tile's header, and beside it the target while it is on.
class RaceControl : public QWidget {
    Q_OBJECT

  public:
    explicit RaceControl(RaceTarget::Figure figure, QWidget* parent = nullptr);

    bool isOn() const;
    const RaceTarget& target() const { return m_target; }
    /// In a word, where there is little room.
    void setShort(bool isShort);

  signals:
    /// isOn() or target() is another.
    void changed();

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    RaceTarget m_target;
    QPushButton* m_switch;
    QWidget* m_entry;
    NumberField* m_field;
};

} // namespace reluscope::ui
