// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/standard_networks.h"

namespace reluscope::bench {

/// As many images of as many pixels as Fashion-MNIST trains on, for the standard network that takes
/// them; made at the first call.
inline constexpr std::size_t imageCount = 60'000;
const cli::StandardNetwork& imageNetwork();
const Dataset& imageSizedData();

} // namespace reluscope::bench
