// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <optional>

namespace reluscope {

/// Where a function is flat from some x on, away from 0.
struct FlatTail {
    double edge;  ///< the tail begins here
    bool exactly; ///< f' is 0 by its formula in all of it

    friend bool operator==(const FlatTail&, const FlatTail&) = default;
};

struct FlatTails {
    std::optional<FlatTail> lower; ///< of all x below its edge
    std::optional<FlatTail> upper; ///< of all x above its edge

    friend bool operator==(const FlatTails&, const FlatTails&) = default;
};

/// The x from which on |f'| stays below \p share of sup |f'| or x in the zero set, in both
/// directions. A function that is flat only in places has no such tail.
FlatTails flatTails(const Activation& activation, double share);

} // namespace reluscope
