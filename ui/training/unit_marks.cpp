// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_marks.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace reluscope::ui {
QString unitStateName(UnitState state) {
    switch (state) {
    case UnitState::Alive:
        return QCoreApplication::translate("Units", "alive");
    case UnitState::Saturated:
        return QCoreApplication::translate("Units", "saturated");
    case UnitState::Silent:
        return QCoreApplication::translate("Units", "silent");
    case UnitState::PermanentlyDead:
        return QCoreApplication::translate("Units", "permanently dead");
    }
    return {};
}

void drawUnitMark(QPainter& painter, UnitState state, QPointF centre, qreal size,
                  const Theme& theme) {
    const qreal half = size / 2;
    const qreal stroke = std::max(1.3, size * 0.13);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto pen = [&](Tone tone) {
        painter.setPen(QPen(theme.color(tone), stroke, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
    };
    switch (state) {
    case UnitState::Alive:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Tone::UnitAlive));
        painter.drawEllipse(centre, half, half);
        break;
    case UnitState::Saturated:
        pen(Tone::UnitSaturated);
        for (const qreal y : {-0.25 * size, 0.25 * size}) {
            painter.drawLine(centre + QPointF(-half + stroke / 2, y),
                             centre + QPointF(half - stroke / 2, y));
        }
        break;
    case UnitState::Silent:
        pen(Tone::UnitSilent);
        painter.drawEllipse(centre, half - stroke / 2, half - stroke / 2);
        break;
    case UnitState::PermanentlyDead: {
        pen(Tone::UnitDead);
        const qreal reach = half - stroke / 2;
        painter.drawLine(centre - QPointF(reach, reach), centre + QPointF(reach, reach));
        painter.drawLine(centre - QPointF(reach, -reach), centre + QPointF(reach, -reach));
        break;
    }
    }
    painter.restore();
}

UnitCounts UnitCounts::of(const std::vector<std::vector<UnitState>>& states) {
    UnitCounts counts;
    for (const auto& layer : states) {
        for (const UnitState state : layer) {
            ++counts.byState[static_cast<std::size_t>(state)];
        }
    }
    return counts;
}

int UnitCounts::all() const {
    return std::accumulate(byState.begin(), byState.end(), 0);
}

QString UnitCounts::inWords(UnitState state) const {
    return QCoreApplication::translate("Units", "%1 %2", "3 silent")
        .arg(of(state))
        .arg(unitStateName(state));
}

QString UnitCounts::inWords() const {
    QStringList parts;
    if (of(UnitState::PermanentlyDead) > 0) {
        parts
            << QCoreApplication::translate("Units", "%1 dead").arg(of(UnitState::PermanentlyDead));
    }
    for (const UnitState state : {UnitState::Silent, UnitState::Saturated}) {
        if (of(state) > 0) {
            parts << inWords(state);
        }
    }
    return parts.empty() ? QCoreApplication::translate("Units", "all alive")
                         : parts.join(QStringLiteral(" · "));
}

QString UnitCounts::sentence(const QString& run) const {
    QStringList parts;
    for (const UnitState state :
         {UnitState::PermanentlyDead, UnitState::Silent, UnitState::Saturated}) {
        if (of(state) > 0) {
            parts << inWords(state);
        }
    }
    return parts.empty()
               ? QCoreApplication::translate("Units", "%1: all %2 alive.").arg(run).arg(all())
               : QCoreApplication::translate("Units", "%1: %2 of %3.")
                     .arg(run,
                          parts.join(QCoreApplication::translate("Units", ", ", "between counts")))
                     .arg(all());
}

} // namespace reluscope::ui
