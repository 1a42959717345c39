// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/speed_control.h"

#include "ui/controls/number_text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace reluscope::ui {
namespace {

/// Epochs a second.
constexpr std::array speeds{0.05, 0.1,  0.2,  0.5,  1.0,   2.0,
                            5.0,  10.0, 20.0, 50.0, 100.0, std::numeric_limits<double>::infinity()};

} // namespace

SpeedControl::SpeedControl(double epochsPerSecond, QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_text(new QLabel) {
    constexpr qreal sliderWidth = 104;
    constexpr qreal textWidth = 92;
    m_slider->setObjectName(QStringLiteral("speed"));
    m_slider->setAccessibleName(tr("Speed"));
    m_slider->setRange(0, static_cast<int>(speeds.size()) - 1);
    m_slider->setPageStep(1);
    m_slider->setFixedWidth(scaled(this, sliderWidth));
    const auto nearest = std::ranges::lower_bound(speeds, epochsPerSecond);
    m_slider->setValue(static_cast<int>(nearest - speeds.begin()));
    m_text->setFixedWidth(scaled(this, textWidth));

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new QLabel(tr("Speed")));
    layout->addWidget(m_slider);
    layout->addWidget(m_text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showSpeed();
        emit speedChanged(speed());
    });
    showSpeed();
}

double SpeedControl::speed() const {
    return speeds[static_cast<std::size_t>(m_slider->value())];
}

void SpeedControl::showSpeed() {
    const QString text =
        std::isinf(speed()) ? tr("full speed") : tr("%1 epochs/s").arg(exactText(speed()));
    m_text->setText(text);
    m_slider->setToolTip(text);
}

} // namespace reluscope::ui
