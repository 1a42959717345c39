// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/tabs/formula_parser.h"

#include <QStringList>

namespace reluscope {
struct Activation;
}

namespace reluscope::ui {

/// f, f' and what their letters stand for, in the form that the parameters choose, an equation a
/// line, as core writes them.
QStringList equationsOf(const Activation& activation);

/// Greek letters for the parameters that bear Greek names.
LetterNames letterNames(const Activation& activation);

} // namespace reluscope::ui
