// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/event_words.h"

#include <QCoreApplication>

namespace reluscope::ui {
namespace {

/// As somebody would write it: without zeros at the end.
QString shortest(double value, int digits) {
    return QString::number(value, 'g', digits).replace(QLatin1Char('-'), QChar(0x2212));
}

/// For the words.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(EventWords)

  public:
    static QString of(const RunEvent::Units& units) {
        const auto layer = units.layer + 1;
        if (units.died == 0) {
            return tr("layer %1: %2 revived").arg(layer).arg(units.revived);
        }
        if (units.revived > 0) {
            return (units.died == 1 ? tr("layer %1 lost %2 unit, %3 revived")
                                    : tr("layer %1 lost %2 units, %3 revived"))
                .arg(layer)
                .arg(units.died)
                .arg(units.revived);
        }
        return units.died == 1 ? tr("layer %1 lost 1 unit").arg(layer)
                               : tr("layer %1 lost %2 units").arg(layer).arg(units.died);
    }

    static QString of(const Divergence& divergence) {
        return divergence.layer
                   ? tr("diverged: layer %1 first left the finite range at step %2")
                         .arg(*divergence.layer)
                         .arg(divergence.step)
                   : tr("diverged: the loss left the finite range at step %1").arg(divergence.step);
    }

    static QString of(const Stop& stop) {
        switch (stop.reason) {
        case StopReason::Accuracy:
            return tr("stopped at %1 % training accuracy").arg(shortest(100 * stop.limit, 5));
        case StopReason::Loss:
            return tr("stopped at training loss %1").arg(shortest(stop.limit, 4));
        case StopReason::NoProgress:
            break;
        }
        return stop.limit == 1 ? tr("stopped: no progress for 1 epoch")
                               : tr("stopped: no progress for %1 epochs").arg(stop.limit);
    }

    static QString of(const RunEvent::Slope& slope) {
        return tr("PReLU slope of layer %1 is now %2")
            .arg(slope.layer + 1)
            .arg(shortest(slope.value, 2));
    }

    static QString of(const Change& change) {
        if (const auto* unit = std::get_if<UnitPlace>(&change.value)) {
            return (change.field == ChangedField::Kill ? tr("unit %1 of layer %2 was killed")
                                                       : tr("unit %1 of layer %2 was revived"))
                .arg(unit->unit + 1)
                .arg(unit->layer + 1);
        }
        const QString value = shortest(std::get<double>(change.value), 4);
        switch (change.field) {
        case ChangedField::LearningRate:
            return tr("learning rate set to %1").arg(value);
        case ChangedField::Momentum:
            return tr("momentum set to %1").arg(value);
        case ChangedField::Nesterov:
            return std::get<double>(change.value) != 0 ? tr("Nesterov's momentum turned on")
                                                       : tr("Nesterov's momentum turned off");
        case ChangedField::WeightDecay:
            return tr("weight decay set to %1").arg(value);
        default:
            return tr("batch size set to %1").arg(value);
        }
    }
};

} // namespace

QString eventWords(const RunEvent& event) {
    return std::visit([](const auto& what) { return Words::of(what); }, event.what);
}

} // namespace reluscope::ui
