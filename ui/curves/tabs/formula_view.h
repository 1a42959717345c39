// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/tabs/formula_node.h"

#include <QWidget>

#include <vector>

namespace reluscope::ui {

class FormulaLayout;

/// Typeset equations, one below the other; smaller where there is little room.
class FormulaView : public QWidget {
    Q_OBJECT

  public:
    explicit FormulaView(QWidget* parent = nullptr);

    /// `plainText` is for those who listen.
    void setEquations(std::vector<FormulaNode> equations, const QString& plainText);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    FormulaLayout layoutAt(qreal pixels) const;
    QSizeF sizeAt(qreal pixels) const;

    std::vector<FormulaNode> m_equations;
};

} // namespace reluscope::ui
