// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/problem_text.h"

#include "ui/session/display_names.h"

#include <QStringList>

namespace reluscope::ui {

QString problemText(const InputError& error) {
    QStringList place;
    for (const std::string& part : {error.file(), error.place()}) {
        if (!part.empty()) {
            place << toQString(part);
        }
    }
    const QString problem = toQString(error.problem());
    return place.isEmpty()
               ? problem
               : QStringLiteral("%1: %2").arg(place.join(QStringLiteral(", ")), problem);
}

} // namespace reluscope::ui
