// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/unit_readings.h"
#include "ui/training/unit_marks.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace reluscope::ui {

/// What is to be said of a unit.
struct UnitReadout {
    QString title;
    std::optional<UnitState> state; ///< none of a run that has diverged
    UnitReading reading;
    std::size_t examples = 0; ///< that the reading is over
    // Why it cannot be done; empty where it can.
    QString killHindrance;
    QString reviveHindrance;

    /// In a sentence.
    QString inWords() const;
};

/// Reads a unit out beside its cell. Where it is pinned it stays, and its unit can be killed and
/// revived.
class UnitPopup : public QWidget {
    Q_OBJECT

  public:
    /// Lies over the content of a window.
    explicit UnitPopup(QWidget* window);

    void setReadout(const UnitReadout& readout);
    void setPinned(bool isPinned);
    /// Shows it where it hides neither the cell nor leaves the window. In the window's coordinates.
    void showBeside(const QRect& cell);

  signals:
    void killRequested();
    void reviveRequested();
    void closeRequested();

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    class State;

    QLabel* addFigure(const QString& name);

    QLabel* m_title;
    QLabel* m_hint;
    QToolButton* m_close;
    State* m_state;
    QGridLayout* m_figures;
    QLabel* m_gradient;
    QLabel* m_activation;
    QLabel* m_bias;
    QLabel* m_norm;
    QLabel* m_hindrance;
    QPushButton* m_revive;
    QPushButton* m_kill;
};

} // namespace reluscope::ui
