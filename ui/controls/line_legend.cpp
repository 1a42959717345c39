// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/line_legend.h"

#include "ui/theme/key_entry.h"
#include "ui/theme/run_style.h"

#include <QPainter>

#include <cmath>

namespace reluscope::ui {

namespace {

constexpr KeyEntry::Measures measures{.swatch = 18, .gap = 8};
constexpr qreal entryGap = 14;

} // namespace

LineLegend::LineLegend(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Strong lines: test. Pale lines: training."));
}

QSize LineLegend::sizeHint() const {
    const KeyEntry key(this, measures);
    return {static_cast<int>(std::ceil(key.widthOf(tr("test")) + key.widthOf(tr("training")) +
                                       entryGap * scaleOf(this))),
            key.height()};
}

void LineLegend::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const KeyEntry key(this, measures);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Tone::Text2));
    const auto paintEntry = [&](qreal left, const QPen& pen, const QString& words) {
        return key.paint(painter, left, words, [&](const QRectF& swatch) {
            painter.setPen(pen);
            painter.drawLine(QPointF(swatch.left() + 1, swatch.center().y()),
                             QPointF(swatch.right(), swatch.center().y()));
        });
    };
    // Ink instead of a run's colour: it holds for all of them.
    const qreal end = paintEntry(0, solidPen(theme.color(Tone::Text2), 2 * scale), tr("test"));
    paintEntry(end + entryGap * scale, solidPen(theme.color(Tone::Hatch), 1.5 * scale),
               tr("training"));
}

} // namespace reluscope::ui
