// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/run_swatch.h"

#include "ui/theme/run_style.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace reluscope::ui {

RunSwatch::RunSwatch(int run, QWidget* parent)
    : QWidget(parent)
    , m_run(run) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize RunSwatch::sizeHint() const {
    return {scaled(this, 20), scaled(this, 16)};
}

void RunSwatch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawSwatch(painter, rect(), runStyle(Theme::of(this), m_run), SwatchMarker::Shown);
}

} // namespace reluscope::ui
