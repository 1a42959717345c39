// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/evaluation_header.h"

#include "ui/curves/tabs/evaluation_model.h"
#include "ui/curves/tabs/plain_table.h"
#include "ui/session/display_names.h"
#include "ui/theme/run_style.h"

#include <QPainter>

namespace reluscope::ui {

namespace {

constexpr qreal nameHeight = 22;
constexpr qreal letterHeight = 20;
constexpr qreal padding = 8;
constexpr qreal swatchWidth = 18;
constexpr qreal swatchHeight = 10;
constexpr qreal gap = 6;
constexpr qreal namePixels = 12;

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
    QFont result = font();
    result.setPixelSize(scaled(this, namePixels));
    result.setWeight(QFont::Medium);
    return result;
}

int EvaluationHeader::nameWidth(std::size_t function) const {
    const QString name = functionName(*m_model.evaluation().functions[function].activation.info);
    return QFontMetrics(nameFont()).horizontalAdvance(name) +
           scaled(this, swatchWidth + gap + 2 * padding);
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
    const RunStyle style = runStyle(theme, own.style);
    const qreal scale = scaleOf(this);
    const QFont font = nameFont();
    const QFontMetricsF metrics(font);
    const qreal room = place.width() - (2 * padding + swatchWidth + gap) * scale;
    const QString name =
        metrics.elidedText(functionName(*own.activation.info), Qt::ElideRight, room);
    const qreal right = place.right() - padding * scale;
    const qreal left = right - metrics.horizontalAdvance(name);
    const qreal middle = place.center().y() + 2 * scale;
    drawSwatch(painter,
               QRectF(left - (gap + swatchWidth) * scale, middle - swatchHeight * scale / 2,
                      swatchWidth * scale, swatchHeight * scale),
               style, SwatchMarker::Omitted);
    painter.setFont(font);
    painter.setPen(theme.color(Tone::Text1));
    painter.drawText(QRectF(left, middle - place.height() / 2, right - left + 1, place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, name);
}

} // namespace reluscope::ui
