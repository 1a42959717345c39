// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace reluscope {

/// Bytes of memory that this machine can give now without swapping. For refusing what cannot fit;
/// results never depend on it.
std::size_t availableMemory();

} // namespace reluscope
