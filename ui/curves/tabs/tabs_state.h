// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace reluscope {
struct ActivationInfo;
}

namespace reluscope::ui {

/// What was chosen and typed in the tabs below the plots.
struct TabsState {
    int tab = 0;
    QString numbers = QStringLiteral("−1, 0, 1");
    const ActivationInfo* evaluated = nullptr; ///< null: all that are shown
    const ActivationInfo* written = nullptr;   ///< whose code is shown; null: the first
};

} // namespace reluscope::ui
