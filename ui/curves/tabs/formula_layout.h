// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/tabs/formula_node.h"

#include <QFont>
#include <QPointF>

class QPainter;

namespace reluscope::ui {

/// How far something reaches from the left end of its baseline.
struct FormulaExtent {
    qreal width = 0;
    qreal ascent = 0;
    qreal descent = 0;
};

/// Measures and draws formulas in one font; small parts are in smaller sizes of it.
class FormulaLayout {
  public:
    explicit FormulaLayout(const QFont& font)
        : m_font(font) {}

    FormulaExtent measure(const FormulaNode& node) const { return measure(node, pixels()); }
    /// In the painter's pen.
    void draw(QPainter& painter, const FormulaNode& node, QPointF baseline) const {
        draw(painter, node, baseline, pixels());
    }

  private:
    qreal pixels() const { return m_font.pixelSize(); }
    QFont fontOf(const FormulaNode& node, qreal size) const;
    FormulaExtent measure(const FormulaNode& node, qreal size) const;
    FormulaExtent measureText(const FormulaNode& node, qreal size) const;
    FormulaExtent measureRow(const std::vector<FormulaNode>& parts, qreal size) const;
    FormulaExtent measureFraction(const FormulaNode& node, qreal size) const;
    FormulaExtent measureCases(const FormulaNode& node, qreal size) const;
    qreal caseValueWidth(const FormulaNode& node, qreal size) const;

    void draw(QPainter& painter, const FormulaNode& node, QPointF baseline, qreal size) const;
    void drawRow(QPainter& painter, const std::vector<FormulaNode>& parts, QPointF baseline,
                 qreal size) const;
    void drawFraction(QPainter& painter, const FormulaNode& node, QPointF baseline,
                      qreal size) const;
    void drawRoot(QPainter& painter, const FormulaNode& node, QPointF baseline, qreal size) const;
    void drawCases(QPainter& painter, const FormulaNode& node, QPointF baseline, qreal size) const;

    QFont m_font;
};

} // namespace reluscope::ui
