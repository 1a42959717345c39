// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace reluscope::ui {

class EvaluationModel;

/// The head of the table of values: over f(x) and f'(x) of each function its swatch and its name.
class EvaluationHeader : public QHeaderView {
    Q_OBJECT

  public:
    EvaluationHeader(const EvaluationModel& model, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    /// What the name of a function needs.
    int nameWidth(std::size_t function) const;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QFont nameFont() const;
    void paintName(QPainter& painter, std::size_t function, const QRectF& place) const;

    const EvaluationModel& m_model;
};

} // namespace reluscope::ui
