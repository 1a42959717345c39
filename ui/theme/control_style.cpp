// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/control_style.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace reluscope::ui {

namespace {

constexpr qreal checkBoxSide = 14;
constexpr qreal iconSide = 16;
constexpr qreal sliderThickness = 20;
constexpr qreal comboHeight = 28;
constexpr qreal comboTextInset = 8;
constexpr qreal chevronSide = 14;
constexpr qreal controlRadius = 4;

QRectF hairlineRect(const QRect& rect) {
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

ControlStyle::ControlStyle(qreal scale)
    : QProxyStyle(QStringLiteral("fusion"))
    , m_scale(scale) {}

int ControlStyle::px(qreal designed) const {
    return qRound(designed * m_scale);
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                              const QWidget* widget) const {
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return px(iconSide);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return px(checkBoxSide);
    case PM_CheckBoxLabelSpacing:
        return px(8);
    case PM_SliderThickness:
        return px(sliderThickness);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returned) const {
    switch (hint) {
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton; // a click on the track moves the knob there
    case SH_UnderlineShortcut:
        return 0; // mnemonics work all the same
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ComboBox_Popup:
        return 0; // a list below the box rather than a menu over it
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption* option,
                                     const QSize& contents, const QWidget* widget) const {
    if (type == CT_ComboBox) {
        const int around = 3 * px(comboTextInset) + px(chevronSide);
        return {contents.width() + around, px(comboHeight)};
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                   SubControl subControl, const QWidget* widget) const {
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        const int right = px(comboTextInset) + px(chevronSide);
        return visualRect(option->direction, option->rect,
                          option->rect.adjusted(px(comboTextInset), 0, -right, 0));
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                                 QPainter* painter, const QWidget* widget) const {
    switch (element) {
    case PE_FrameFocusRect:
        return;
    case PE_IndicatorCheckBox:
        drawCheckBox(*option, *painter, widget);
        return;
    case PE_IndicatorMenuCheckMark:
        if (option->state & State_On) {
            drawIcon(*painter, IconName::Check, option->rect,
                     Theme::of(option->palette).color(Tone::Text1));
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const {
    if (control == CC_ComboBox) {
        drawComboBox(*option, *painter);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void ControlStyle::drawCheckBox(const QStyleOption& option, QPainter& painter,
                                const QWidget* widget) const {
    const Theme& theme = Theme::of(option.palette);
    const bool enabled = option.state & State_Enabled;
    const bool on = option.state & (State_On | State_NoChange);
    const QColor own = widget ? widget->property(checkColorProperty).value<QColor>() : QColor();
    const QColor ticked = own.isValid() ? own : theme.color(Tone::Accent);
    QColor ground = theme.color(Tone::Field);
    QColor edge = theme.color(enabled ? Tone::Strong : Tone::Border);
    if (on) {
        ground = enabled ? ticked : theme.color(Tone::Border);
        edge = ground;
    } else if (option.state & State_MouseOver) {
        ground = theme.color(Tone::Hover);
    }

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(ground);
    painter.drawRoundedRect(hairlineRect(option.rect), px(3), px(3));
    if (on) {
        const IconName mark = option.state & State_NoChange ? IconName::Minus : IconName::Check;
        drawIcon(painter, mark, option.rect, theme.color(enabled ? Tone::OnAccent : Tone::Text3));
    }
    painter.restore();
}

void ControlStyle::drawComboBox(const QStyleOption& option, QPainter& painter) const {
    const Theme& theme = Theme::of(option.palette);
    const bool enabled = option.state & State_Enabled;
    const bool hovered = enabled && option.state & State_MouseOver;

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(enabled ? Tone::Strong : Tone::Border));
    painter.setBrush(theme.color(!enabled ? Tone::Panel : hovered ? Tone::Hover : Tone::Field));
    painter.drawRoundedRect(hairlineRect(option.rect), px(controlRadius), px(controlRadius));
    painter.restore();

    const int side = px(chevronSide);
    const QRect chevron(option.rect.right() - px(6) - side, option.rect.center().y() - side / 2,
                        side, side);
    drawIcon(painter, IconName::ChevronDown, visualRect(option.direction, option.rect, chevron),
             theme.color(enabled ? Tone::Text2 : Tone::Text3));
}

} // namespace reluscope::ui
