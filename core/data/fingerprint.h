// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstdint>

namespace reluscope {

/// A number that tells data apart from others that their file held at another time: of all features
/// and targets, to the bit. The same on all machines; it is no protection against forgery.
std::uint64_t fingerprintOf(const Dataset& data);

} // namespace reluscope
