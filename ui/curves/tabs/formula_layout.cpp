// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/formula_layout.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

using Kind = FormulaNode::Kind;

// All as shares of the size of the letters.
constexpr qreal axis = 0.27; ///< of fractions and braces, above the baseline
constexpr qreal raisedSize = 0.7;
constexpr qreal raisedShift = 0.42;
constexpr qreal fractionGap = 0.14; ///< between the bar and what is above and below it
constexpr qreal fractionSide = 0.12;
constexpr qreal rootWidth = 0.62;
constexpr qreal rootGap = 0.12;
constexpr qreal braceWidth = 0.62;
constexpr qreal caseGap = 0.28; ///< between two cases
constexpr qreal conditionGap = 1.4;
constexpr qreal lineWidth = 0.07;

FormulaNode group(const FormulaNode& node) {
    FormulaNode row{Kind::Row, {}, {}};
    row.parts.push_back({Kind::Text, QStringLiteral("(")});
    row.parts.insert(row.parts.end(), node.parts.begin(), node.parts.end());
    row.parts.push_back({Kind::Text, QStringLiteral(")")});
    return row;
}

QPen linePen(const QPainter& painter, qreal size) {
    return {painter.pen().color(), std::max(1.0, lineWidth * size), Qt::SolidLine, Qt::FlatCap,
            Qt::RoundJoin};
}

/// A left brace around the middle of its right edge.
QPainterPath brace(QPointF right, qreal width, qreal height) {
    const qreal half = height / 2;
    const qreal bend = std::min(width / 2, half / 2);
    const qreal stem = right.x() - width / 2;
    QPainterPath path(QPointF(right.x(), right.y() - half));
    path.quadTo(stem, right.y() - half, stem, right.y() - half + bend);
    path.lineTo(stem, right.y() - bend);
    path.quadTo(stem, right.y(), right.x() - width, right.y());
    path.quadTo(stem, right.y(), stem, right.y() + bend);
    path.lineTo(stem, right.y() + half - bend);
    path.quadTo(stem, right.y() + half, right.x(), right.y() + half);
    return path;
}

} // namespace

QFont FormulaLayout::fontOf(const FormulaNode& node, qreal size) const {
    QFont font = m_font;
    font.setPixelSize(std::max(1, static_cast<int>(std::round(size))));
    font.setItalic(node.kind == Kind::Variable);
    return font;
}

FormulaExtent FormulaLayout::measure(const FormulaNode& node, qreal size) const {
    switch (node.kind) {
    case Kind::Text:
    case Kind::Variable:
        return measureText(node, size);
    case Kind::Row:
        return measureRow(node.parts, size);
    case Kind::Group:
        return measure(group(node), size);
    case Kind::Fraction:
        return measureFraction(node, size);
    case Kind::Raised: {
        const FormulaExtent inner = measureRow(node.parts, raisedSize * size);
        return {inner.width, inner.ascent + raisedShift * size,
                std::max(0.0, inner.descent - raisedShift * size)};
    }
    case Kind::Root: {
        const FormulaExtent inner = measureRow(node.parts, size);
        return {inner.width + rootWidth * size, inner.ascent + rootGap * size, inner.descent};
    }
    case Kind::Cases:
        break;
    }
    return measureCases(node, size);
}

FormulaExtent FormulaLayout::measureText(const FormulaNode& node, qreal size) const {
    const QFontMetricsF metrics(fontOf(node, size));
    return {metrics.horizontalAdvance(node.text), metrics.ascent(), metrics.descent()};
}

FormulaExtent FormulaLayout::measureRow(const std::vector<FormulaNode>& parts, qreal size) const {
    FormulaExtent whole;
    for (const FormulaNode& part : parts) {
        const FormulaExtent own = measure(part, size);
        whole.width += own.width;
        whole.ascent = std::max(whole.ascent, own.ascent);
        whole.descent = std::max(whole.descent, own.descent);
    }
    return whole;
}

FormulaExtent FormulaLayout::measureFraction(const FormulaNode& node, qreal size) const {
    const FormulaExtent above = measure(node.parts[0], size);
    const FormulaExtent below = measure(node.parts[1], size);
    return {std::max(above.width, below.width) + 2 * fractionSide * size,
            (axis + fractionGap) * size + above.ascent + above.descent,
            (fractionGap - axis) * size + below.ascent + below.descent};
}

qreal FormulaLayout::caseValueWidth(const FormulaNode& node, qreal size) const {
    qreal widest = 0;
    for (std::size_t i = 0; i < node.parts.size(); i += 2) {
        widest = std::max(widest, measure(node.parts[i], size).width);
    }
    return widest;
}

FormulaExtent FormulaLayout::measureCases(const FormulaNode& node, qreal size) const {
    qreal height = -caseGap * size;
    qreal conditions = 0;
    for (std::size_t i = 0; i + 1 < node.parts.size(); i += 2) {
        const FormulaExtent value = measure(node.parts[i], size);
        height += value.ascent + value.descent + caseGap * size;
        conditions = std::max(conditions, measure(node.parts[i + 1], size).width);
    }
    return {(braceWidth + conditionGap) * size + caseValueWidth(node, size) + conditions,
            height / 2 + axis * size, height / 2 - axis * size};
}

void FormulaLayout::draw(QPainter& painter, const FormulaNode& node, QPointF baseline,
                         qreal size) const {
    switch (node.kind) {
    case Kind::Text:
    case Kind::Variable:
        painter.setFont(fontOf(node, size));
        painter.drawText(baseline, node.text);
        break;
    case Kind::Row:
        drawRow(painter, node.parts, baseline, size);
        break;
    case Kind::Group:
        draw(painter, group(node), baseline, size);
        break;
    case Kind::Fraction:
        drawFraction(painter, node, baseline, size);
        break;
    case Kind::Raised:
        drawRow(painter, node.parts, baseline - QPointF(0, raisedShift * size), raisedSize * size);
        break;
    case Kind::Root:
        drawRoot(painter, node, baseline, size);
        break;
    case Kind::Cases:
        drawCases(painter, node, baseline, size);
        break;
    }
}

void FormulaLayout::drawRow(QPainter& painter, const std::vector<FormulaNode>& parts,
                            QPointF baseline, qreal size) const {
    for (const FormulaNode& part : parts) {
        draw(painter, part, baseline, size);
        baseline.rx() += measure(part, size).width;
    }
}

void FormulaLayout::drawFraction(QPainter& painter, const FormulaNode& node, QPointF baseline,
                                 qreal size) const {
    const FormulaExtent above = measure(node.parts[0], size);
    const FormulaExtent below = measure(node.parts[1], size);
    const qreal width = measureFraction(node, size).width;
    const qreal bar = baseline.y() - axis * size;
    draw(painter, node.parts[0],
         {baseline.x() + (width - above.width) / 2, bar - fractionGap * size - above.descent},
         size);
    draw(painter, node.parts[1],
         {baseline.x() + (width - below.width) / 2, bar + fractionGap * size + below.ascent}, size);
    painter.save();
    painter.setPen(linePen(painter, size));
    painter.drawLine(QPointF(baseline.x() + fractionSide * size / 2, bar),
                     QPointF(baseline.x() + width - fractionSide * size / 2, bar));
    painter.restore();
}

void FormulaLayout::drawRoot(QPainter& painter, const FormulaNode& node, QPointF baseline,
                             qreal size) const {
    const FormulaExtent inner = measureRow(node.parts, size);
    const qreal top = baseline.y() - inner.ascent;
    const qreal bottom = baseline.y() + inner.descent * 0.6;
    const qreal left = baseline.x();
    QPainterPath path(QPointF(left + 0.08 * size, baseline.y() - 0.3 * size));
    path.lineTo(left + 0.2 * size, baseline.y() - 0.36 * size);
    path.lineTo(left + 0.36 * size, bottom);
    path.lineTo(left + 0.56 * size, top);
    path.lineTo(left + rootWidth * size + inner.width, top);
    painter.save();
    painter.setPen(linePen(painter, size));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.restore();
    drawRow(painter, node.parts, baseline + QPointF(rootWidth * size, 0), size);
}

void FormulaLayout::drawCases(QPainter& painter, const FormulaNode& node, QPointF baseline,
                              qreal size) const {
    const FormulaExtent whole = measureCases(node, size);
    const qreal height = whole.ascent + whole.descent;
    const QPointF middle(baseline.x() + braceWidth * size * 0.8, baseline.y() - axis * size);
    painter.save();
    painter.setPen(linePen(painter, size));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(brace(middle, braceWidth * size * 0.7, height));
    painter.restore();

    const qreal values = baseline.x() + braceWidth * size;
    const qreal conditions = values + caseValueWidth(node, size) + conditionGap * size;
    qreal y = baseline.y() - whole.ascent;
    for (std::size_t i = 0; i + 1 < node.parts.size(); i += 2) {
        const FormulaExtent value = measure(node.parts[i], size);
        y += value.ascent;
        draw(painter, node.parts[i], {values, y}, size);
        draw(painter, node.parts[i + 1], {conditions, y}, size);
        y += value.descent + caseGap * size;
    }
}

} // namespace reluscope::ui
