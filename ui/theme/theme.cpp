// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFontInfo>
#include <QWidget>

#include <array>
#include <cstddef>

namespace reluscope::ui {

namespace {

struct ToneRow {
    Tone tone;
    QRgb light;
    QRgb dark;
};

// The one place where a colour of the chrome is written down; runs have theirs in run_style.cpp.
constexpr std::array<ToneRow, static_cast<std::size_t>(Tone::Count)> toneTable{{
    {Tone::Window, 0xffe9ecee, 0xff11151a},        {Tone::Panel, 0xfff4f5f6, 0xff171c22},
    {Tone::Tile, 0xffffffff, 0xff1d232a},          {Tone::Field, 0xffffffff, 0xff12171c},
    {Tone::Border, 0xffd3d8dc, 0xff323b44},        {Tone::Strong, 0xff8a949d, 0xff65727e},
    {Tone::Grid, 0xffe8ebed, 0xff2a323a},          {Tone::Axis, 0xff8a949d, 0xff7b8793},
    {Tone::Text1, 0xff161b20, 0xffeef1f3},         {Tone::Text2, 0xff47515b, 0xffb9c2ca},
    {Tone::Text3, 0xff66707a, 0xff939ea9},         {Tone::Focus, 0xff6d3fd8, 0xffb69cff},
    {Tone::Accent, 0xff1f2d38, 0xffdde4e9},        {Tone::OnAccent, 0xffffffff, 0xff11151a},
    {Tone::Hover, 0xffe1e5e8, 0xff262e36},         {Tone::Selected, 0xffdce2e6, 0xff2e3842},
    {Tone::Zone, 0xfff1f3f4, 0xff232b32},          {Tone::Hatch, 0xffc3cad0, 0xff46515b},
    {Tone::Warning, 0xff8a5a00, 0xffe3b04b},       {Tone::WarningGround, 0xfffbf3df, 0xff2c2718},
    {Tone::UnitAlive, 0xff2b7a4b, 0xff58c486},     {Tone::UnitSilent, 0xff5f6973, 0xff98a3ad},
    {Tone::UnitDead, 0xff161b20, 0xffeef1f3},      {Tone::UnitSaturated, 0xff8a5a00, 0xffe3b04b},
    {Tone::Negative, 0xff56b4e9, 0xff56b4e9},      {Tone::Positive, 0xffe69f00, 0xffe69f00},
    {Tone::NegativePoint, 0xff0b5e93, 0xff8fd3fa}, {Tone::PositivePoint, 0xff8f5b00, 0xffffc24d},
}};

constexpr bool rowsAreInOrder() {
    for (std::size_t i = 0; i < toneTable.size(); ++i) {
        if (static_cast<std::size_t>(toneTable[i].tone) != i) {
            return false;
        }
    }
    return true;
}
static_assert(rowsAreInOrder(), "color() looks tones up by position");

constexpr qreal designedFontPixels = 13.0;

} // namespace

const Theme& Theme::light() {
    static const Theme theme(false);
    return theme;
}

const Theme& Theme::dark() {
    static const Theme theme(true);
    return theme;
}

const Theme& Theme::of(const QPalette& palette) {
    // Two roles against each other, so that a palette in the middle is judged right as well.
    const int ground = palette.color(QPalette::Active, QPalette::Window).lightness();
    const int text = palette.color(QPalette::Active, QPalette::WindowText).lightness();
    return ground < text ? dark() : light();
}

const Theme& Theme::of(const QWidget* widget) {
    return of(widget->palette());
}

QColor Theme::color(Tone tone) const {
    const ToneRow& row = toneTable[static_cast<std::size_t>(tone)];
    return QColor::fromRgb(m_dark ? row.dark : row.light);
}

QPalette Theme::palette() const {
    const QColor text = color(Tone::Text1);
    const QColor faded = mix(color(Tone::Panel), color(Tone::Text3), 0.7);

    QPalette palette;
    palette.setColor(QPalette::Window, color(Tone::Panel));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, color(Tone::Field));
    palette.setColor(QPalette::AlternateBase, color(Tone::Zone));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, color(Tone::Text3));
    palette.setColor(QPalette::Button, color(Tone::Field));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, text);
    palette.setColor(QPalette::Highlight, color(Tone::Selected));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, text);
    palette.setColor(QPalette::LinkVisited, color(Tone::Text2));
    palette.setColor(QPalette::ToolTipBase, color(Tone::Tile));
    palette.setColor(QPalette::ToolTipText, text);
    // Fusion shades its frames with these.
    palette.setColor(QPalette::Light, color(Tone::Tile));
    palette.setColor(QPalette::Midlight, color(Tone::Hover));
    palette.setColor(QPalette::Mid, color(Tone::Border));
    palette.setColor(QPalette::Dark, color(Tone::Strong));
    palette.setColor(QPalette::Shadow, color(Tone::Strong));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faded);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Tone::Panel));
    return palette;
}

QColor Theme::mix(const QColor& ground, const QColor& mixed, qreal share) {
    const auto channel = [share](int from, int to) {
        return static_cast<int>(qRound(from + (to - from) * share));
    };
    return QColor(channel(ground.red(), mixed.red()), channel(ground.green(), mixed.green()),
                  channel(ground.blue(), mixed.blue()));
}

qreal scaleOf(const QWidget* widget) {
    const int pixels = widget->font().pixelSize();
    // A font set in points, for example by the platform, has no pixel size of its own.
    return (pixels > 0 ? pixels : QFontInfo(widget->font()).pixelSize()) / designedFontPixels;
}

int scaled(const QWidget* widget, qreal pixels) {
    return qRound(pixels * scaleOf(widget));
}

} // namespace reluscope::ui
