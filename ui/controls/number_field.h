// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace reluscope::ui {

/// The numbers a field or a slider takes.
struct ValueRange {
    enum class Scale { Linear, Logarithmic };

    double minimum = 0.0;
    double maximum = 1.0;
    Scale scale = Scale::Linear;
    /// What Up and Down add on a linear scale; on a logarithmic one they step 1, 2, 5, 10.
    double step = 0.01;
    bool integersOnly = false;
    /// Bounds what may be typed, if that is wider than what the slider spans.
    double typedMinimum = minimum;
    double typedMaximum = maximum;
};

/// Exact entry of a number. What cannot be read keeps its text, is marked, and explained by
/// problem(); the value stays what it was. Commits on Enter and on leaving, steps on Up and Down.
class NumberField : public QLineEdit {
    Q_OBJECT

  public:
    explicit NumberField(const ValueRange& range, QWidget* parent = nullptr);

    double value() const { return m_value; }
    /// Shows `value` without signalling. The value that it has already leaves alone what the user
    /// is typing; another one replaces the text and clears any problem.
    void setValue(double value);
    const ValueRange& range() const { return m_range; }
    void setRange(const ValueRange& range);

    /// What is wrong with the text, as a sentence that says what to write; empty if nothing is.
    QString problem() const { return m_problem; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    void valueChanged(double value);
    void problemChanged(const QString& problem);

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void show(double value);
    void commit();
    void step(int direction);
    QString problemWith(const QString& text) const;
    void setProblem(const QString& problem);
    void placeCross();

    ValueRange m_range;
    double m_value;
    QString m_problem;
    bool m_showsCross = false;
};

} // namespace reluscope::ui
