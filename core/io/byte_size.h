// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace reluscope {

/// A size in words, in decimal units: "640 bytes", "16 MB", "2.5 GB".
std::string byteSizeText(std::size_t bytes);

} // namespace reluscope
