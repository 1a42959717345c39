// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace reluscope {

/// The one of `known` that takes the fewest edits (characters inserted, removed, replaced, or two
/// neighbours swapped) to make from `name`; the first of several. Empty where `known` is empty.
std::string_view nearestName(std::string_view name, std::span<const std::string_view> known);

} // namespace reluscope
