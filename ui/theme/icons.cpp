// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <unordered_map>

namespace reluscope::ui {

namespace {

// In the order of IconName.
constexpr std::array iconFiles{
    "activity", "afresh",        "check",   "chevron-down", "chevron-right", "close",
    "copy",     "cross",         "curves",  "epoch",        "eye",           "eye-off",
    "language", "learning-rate", "lessons", "maximize",     "minus",         "more",
    "new-seed", "pause",         "plus",    "presentation", "pulse",         "restore",
    "rewind",   "run",           "search",  "step",         "stop",          "theme",
    "training", "warning"};
static_assert(iconFiles.size() == static_cast<std::size_t>(IconName::Warning) + 1);

std::unique_ptr<QSvgRenderer> makeRenderer(IconName name, const QColor& color) {
    QFile file(QStringLiteral(":/icons/%1.svg")
                   .arg(QLatin1String(iconFiles[static_cast<std::size_t>(name)])));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::make_unique<QSvgRenderer>();
    }
    // Qt's renderer reads currentColor as black, so the colour is written into the picture.
    return std::make_unique<QSvgRenderer>(
        file.readAll().replace("currentColor", color.name().toLatin1()));
}

/// Parsed once for each picture and colour; there are some dozens at most.
QSvgRenderer& renderer(IconName name, const QColor& color) {
    static std::unordered_map<quint64, std::unique_ptr<QSvgRenderer>> cache;
    const quint64 key = (static_cast<quint64>(name) << 32) | color.rgb();
    auto& entry = cache[key];
    if (!entry) {
        entry = makeRenderer(name, color);
    }
    return *entry;
}

class ThemedIconEngine : public QIconEngine {
  public:
    ThemedIconEngine(IconName name, IconGround ground)
        : m_name(name)
        , m_ground(ground) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        // A button's icon is wider than high (see the style sheet), which keeps its text off.
        const int side = std::min(rect.width(), rect.height());
        drawIcon(*painter, m_name, QRect(rect.topLeft(), QSize(side, side)), color(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new ThemedIconEngine(*this); }

  private:
    QColor color(QIcon::Mode mode) const {
        const Theme& theme = Theme::of(QGuiApplication::palette());
        if (mode == QIcon::Disabled) {
            return theme.color(Tone::Text3);
        }
        switch (m_ground) {
        case IconGround::Quiet:
            return theme.color(Tone::Text2);
        case IconGround::Accent:
            return theme.color(Tone::OnAccent);
        case IconGround::Plain:
            break;
        }
        return theme.color(Tone::Text1);
    }

    IconName m_name;
    IconGround m_ground;
};

} // namespace

QIcon icon(IconName name, IconGround ground) {
    return QIcon(new ThemedIconEngine(name, ground));
}

void drawIcon(QPainter& painter, IconName name, const QRectF& rect, const QColor& color) {
    const qreal side = std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer(name, color).render(&painter, square);
    painter.restore();
}

} // namespace reluscope::ui
