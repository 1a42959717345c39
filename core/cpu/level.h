// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace reluscope {

/// What this build of core may ask of the CPU: "x86-64", "x86-64-v3" or "x86-64-v4", the levels of
/// the System V ABI; "baseline" on other machines.
std::string_view cpuLevel() noexcept;

} // namespace reluscope
