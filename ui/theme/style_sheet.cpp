// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style_sheet.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace reluscope::ui {

namespace {

// Shares of on-accent in a primary button's ground.
constexpr qreal hoverShare = 0.12;
constexpr qreal pressedShare = 0.24;

QHash<QString, QString> tokens(const Theme& theme) {
    const QColor accent = theme.color(Tone::Accent);
    const QColor onAccent = theme.color(Tone::OnAccent);
    const QColor panel = theme.color(Tone::Panel);
    const QColor text3 = theme.color(Tone::Text3);
    const std::array<std::pair<const char*, QColor>, 23> colors{{
        {"window", theme.color(Tone::Window)},
        {"panel", panel},
        {"tile", theme.color(Tone::Tile)},
        {"field", theme.color(Tone::Field)},
        {"border", theme.color(Tone::Border)},
        {"strong", theme.color(Tone::Strong)},
        {"grid", theme.color(Tone::Grid)},
        {"text-1", theme.color(Tone::Text1)},
        {"text-2", theme.color(Tone::Text2)},
        {"text-3", text3},
        {"faded", theme.palette().color(QPalette::Disabled, QPalette::Text)},
        {"accent", accent},
        {"on-accent", onAccent},
        {"hover-accent", Theme::mix(accent, onAccent, hoverShare)},
        {"pressed-accent", Theme::mix(accent, onAccent, pressedShare)},
        {"hover", theme.color(Tone::Hover)},
        {"selected", theme.color(Tone::Selected)},
        {"pressed", theme.color(Tone::Selected)},
        {"zone", theme.color(Tone::Zone)},
        {"focus", theme.color(Tone::Focus)},
        {"warning", theme.color(Tone::Warning)},
        {"warning-ground", theme.color(Tone::WarningGround)},
        {"scroll-bar", Theme::mix(panel, text3, 0.7)},
    }};
    QHash<QString, QString> result;
    for (const auto& [name, color] : colors) {
        result.insert(QLatin1String(name), color.name());
    }
    return result;
}

QString scaledLength(double pixels, qreal scale) {
    // Hairlines stay hairlines; nothing that is there may vanish.
    const double length = std::max(std::round(pixels * scale), pixels > 0 ? 1.0 : 0.0);
    return QStringLiteral("%1px").arg(static_cast<int>(length));
}

QString templateText() {
    QFile file(QStringLiteral(":/themes/reluscope.qss"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const char* roleName(TextRole role) {
    switch (role) {
    case TextRole::Interface:
        return "interface";
    case TextRole::Secondary:
        return "secondary";
    case TextRole::Title:
        return "title";
    case TextRole::Note:
        return "note";
    case TextRole::Hint:
        return "hint";
    case TextRole::Value:
        return "value";
    case TextRole::Tick:
        return "tick";
    case TextRole::Lesson:
        return "lesson";
    case TextRole::Figure:
        return "figure";
    case TextRole::Heading:
        return "heading";
    case TextRole::Epoch:
        return "epoch";
    case TextRole::Result:
        return "result";
    }
    return "";
}

} // namespace

QString styleSheet(const Theme& theme, qreal scale) {
    static const QRegularExpression token(
        QStringLiteral("@(?:px\\((\\d+(?:\\.\\d+)?)\\)|([a-z0-9-]+))@"));
    const QString source = templateText();
    const QHash<QString, QString> colors = tokens(theme);

    QString result;
    qsizetype done = 0;
    for (auto match = token.globalMatch(source); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        result += QStringView(source).mid(done, found.capturedStart() - done);
        if (found.hasCaptured(1)) {
            result += scaledLength(found.captured(1).toDouble(), scale);
        } else {
            Q_ASSERT_X(colors.contains(found.captured(2)), "styleSheet",
                       qPrintable(found.captured(2)));
            result += colors.value(found.captured(2));
        }
        done = found.capturedEnd();
    }
    result += QStringView(source).mid(done);
    return result;
}

void setTextRole(QWidget* label, TextRole role) {
    setStyleProperty(label, "textRole", QLatin1String(roleName(role)));
}

void setPrimary(QWidget* button, bool primary) {
    setStyleProperty(button, "primary", primary);
}

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value) {
    if (widget->property(name) == value) {
        return;
    }
    widget->setProperty(name, value);
    // A style sheet looks at properties only while it polishes.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace reluscope::ui
