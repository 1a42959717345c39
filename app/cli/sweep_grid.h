// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_spec.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope::cli {

/// The rates that "LO:HI:N" stands for; nothing where it is of another form.
std::optional<std::vector<double>> ratesOf(std::string_view text);

struct Shard {
    std::size_t number; ///< from 1
    std::size_t count;
};
/// That of "K/N"; nothing where it is of another form.
std::optional<Shard> shardOf(std::string_view text);

// For CLI11's check().
std::string ratesProblem(const std::string& text);
std::string shardProblem(const std::string& text);

/// Rows for these ids of activations. Throws InputError, with the place "--activations".
std::vector<RunSpec> runsOfIds(std::span<const std::string> ids);

} // namespace reluscope::cli
