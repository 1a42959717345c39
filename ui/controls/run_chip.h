// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QToolButton;

namespace reluscope::ui {

/// A run as a chip: swatch, name and its state in words. A click selects it; its eye, shown under
/// the pointer or the focus and while the run is hidden, hides and shows the run.
class RunChip : public QAbstractButton {
    Q_OBJECT

  public:
    RunChip(int runIndex, const QString& name, QWidget* parent = nullptr);

    int runIndex() const { return m_runIndex; }
    void setRun(int runIndex, const QString& name);
    /// "11 of 32 silent", "all 32 alive", "diverged".
    void setState(const QString& state);
    bool isRunHidden() const { return m_runHidden; }
    void setRunHidden(bool hidden);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void hideRequested(bool hidden);

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    /// A chip can be clicked back to unselected only by selecting another one.
    void nextCheckState() override {}

  private:
    QFont nameFont() const;
    QFont stateFont() const;
    int widthFor(const QString& state) const;
    bool showsEye() const;
    void placeEye();
    void describe();

    int m_runIndex;
    QString m_state;
    bool m_runHidden = false;
    QToolButton* m_eye;
};

} // namespace reluscope::ui
