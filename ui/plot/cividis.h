// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace reluscope::ui {

/// The colour of a magnitude, from 0 (navy) to 1 (yellow), which reads alike with and without
/// red-green deficiency: cividis (Nuñez, Anderton & Renslow 2018). Outside it stays at its ends.
QColor cividis(double share);

} // namespace reluscope::ui
