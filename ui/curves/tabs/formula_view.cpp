// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/formula_view.h"

#include "ui/curves/tabs/formula_layout.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

constexpr qreal letterPixels = 16;
constexpr qreal leastPixels = 11;
constexpr qreal lineGap = 0.55; ///< share of the letters

} // namespace

FormulaView::FormulaView(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Formula"));
    setFocusPolicy(Qt::TabFocus); // to be read out
}

void FormulaView::setEquations(std::vector<FormulaNode> equations, const QString& plainText) {
    setAccessibleDescription(plainText);
    if (equations != m_equations) {
        m_equations = std::move(equations);
        updateGeometry();
        update();
    }
}

FormulaLayout FormulaView::layoutAt(qreal pixels) const {
    QFont own = font();
    own.setPixelSize(static_cast<int>(std::round(pixels)));
    return FormulaLayout(own);
}

QSizeF FormulaView::sizeAt(qreal pixels) const {
    const FormulaLayout layout = layoutAt(pixels);
    QSizeF size;
    for (const FormulaNode& equation : m_equations) {
        const FormulaExtent extent = layout.measure(equation);
        size.setWidth(std::max(size.width(), extent.width));
        size.rheight() += extent.ascent + extent.descent + lineGap * pixels;
    }
    return size;
}

QSize FormulaView::sizeHint() const {
    return sizeAt(letterPixels * scaleOf(this)).toSize() + QSize(1, 1);
}

QSize FormulaView::minimumSizeHint() const {
    return {scaled(this, 40), static_cast<int>(sizeAt(leastPixels * scaleOf(this)).height())};
}

void FormulaView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void FormulaView::paintEvent(QPaintEvent*) {
    const qreal scale = scaleOf(this);
    qreal pixels = letterPixels * scale;
    const auto isTooLarge = [&] {
        const QSizeF size = sizeAt(pixels);
        return size.width() > width() || size.height() > height() + lineGap * pixels;
    };
    while (pixels > leastPixels * scale && isTooLarge()) {
        pixels -= 1;
    }
    const FormulaLayout layout = layoutAt(pixels);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::of(this).color(Tone::Text1));
    qreal y = 0;
    for (const FormulaNode& equation : m_equations) {
        const FormulaExtent extent = layout.measure(equation);
        layout.draw(painter, equation, {0, y + extent.ascent});
        y += extent.ascent + extent.descent + lineGap * pixels;
    }
}

} // namespace reluscope::ui
