// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/evaluation_header.h"

#include "ui/controls/named_swatch.h"
#include "ui/curves/tabs/evaluation_model.h"
#include "ui/curves/tabs/plain_table.h"
#include "ui/curves/tabs/table_fonts.h"
#include "ui/session/display_names.h"
#include "ui/theme/run_style.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

constexpr qreal nameHeight = 22;
constexpr qreal letterHeight = 20;
constexpr qreal padding = 8;

} // namespace

EvaluationHeader::EvaluationHeader(const EvaluationModel& model, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model) {
    setHighlightSections(false);
    setSectionsClickable(false);
    setMinimumSectionSize(1);
    setSectionResizeMode(QHeaderView::Fixed);
}

QSize EvaluationHeader::sizeHint() const {
    return {QHeaderView::sizeHint().width(), scaled(this, nameHeight + letterHeight)};
}

QFont EvaluationHeader::nameFont() const {
    return tableFont(this, headPixels, QFont::Medium);
}

int EvaluationHeader::nameWidth(std::size_t function) const {
    const QString name = functionName(*m_model.evaluation().functions[function].activation.info);
    return static_cast<int>(std::ceil(namedSwatchWidth(this, nameFont(), name))) +
           scaled(this, 2 * padding);
}

void EvaluationHeader::paintEvent(QPaintEvent* event) {
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    const auto& functions = m_model.evaluation().functions;
    for (std::size_t i = 0; i < functions.size(); ++i) {
        const int column = 1 + 2 * static_cast<int>(i);
        paintName(painter, i,
                  QRectF(sectionViewportPosition(column), 0,
                         sectionSize(column) + sectionSize(column + 1), scaled(this, nameHeight)));
    }
}

/// At the right, as the numbers below are.
void EvaluationHeader::paintName(QPainter& painter, std::size_t function,
                                 const QRectF& place) const {
    const EvaluatedFunction& own = m_model.evaluation().functions[function];
    const Theme& theme = tableTheme();
    const qreal scale = scaleOf(this);
    const QString name = functionName(*own.activation.info);
    QRectF named = place.adjusted(padding * scale, 2 * scale, -padding * scale, 2 * scale);
    named.setLeft(std::max(named.left(), named.right() - namedSwatchWidth(this, nameFont(), name)));
    painter.setFont(nameFont());
    painter.setPen(theme.color(Tone::Text1));
    paintNamedSwatch(painter, this, named, runStyle(theme, own.style), name);
}

} // namespace reluscope::ui
