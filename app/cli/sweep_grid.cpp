// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_grid.h"

#include "app/cli/parsed_number.h"
#include "core/activation/activation.h"
#include "core/input_error.h"
#include "core/io/fields.h"
#include "core/sweep/sweep_rows.h"

#include <algorithm>
#include <cmath>

namespace reluscope::cli {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = text.find(separator);
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

} // namespace

std::optional<std::vector<double>> ratesOf(std::string_view text) {
    constexpr std::size_t mostRates = 10'000;
    const auto parts = split(text, ':');
    if (parts.size() != 3) {
        return std::nullopt;
    }
    const auto lowest = parsedNumber<double>(parts[0]);
    const auto highest = parsedNumber<double>(parts[1]);
    const auto count = parsedNumber<std::size_t>(parts[2]);
    if (!lowest || !highest || !count || !(*lowest > 0) || !std::isfinite(*highest)) {
        return std::nullopt;
    }
    const bool isRange = *highest > *lowest && *count >= 2 && *count <= mostRates;
    const bool isOne = *highest == *lowest && *count == 1;
    return isRange || isOne ? std::optional(geometricRates(*lowest, *highest, *count))
                            : std::nullopt;
}

std::optional<Shard> shardOf(std::string_view text) {
    const auto parts = split(text, '/');
    if (parts.size() != 2) {
        return std::nullopt;
    }
    const auto number = parsedNumber<std::size_t>(parts[0]);
    const auto count = parsedNumber<std::size_t>(parts[1]);
    constexpr std::size_t mostShards = 1'000'000;
    const bool isShard =
        number && count && *number >= 1 && *number <= *count && *count <= mostShards;
    return isShard ? std::optional(Shard{*number, *count}) : std::nullopt;
}

std::string ratesProblem(const std::string& text) {
    return ratesOf(text) ? ""
                         : '"' + text +
                               "\" is no range of learning rates; LO:HI:N such as 0.01:10:9, "
                               "0 < LO < HI, and N from 2 to 10000";
}

std::string shardProblem(const std::string& text) {
    return shardOf(text)
               ? ""
               : '"' + text + "\" is no shard; K/N such as 1/4, K from 1 to N, N to 1000000";
}

std::vector<RunSpec> runsOfIds(std::span<const std::string> ids) {
    constexpr const char* place = "--activations";
    std::vector<Activation> activations;
    for (const std::string& id : ids) {
        const ActivationInfo* info = findActivation(id);
        if (info == nullptr) {
            std::vector<std::string_view> available;
            for (const ActivationInfo& known : activationTable()) {
                available.push_back(known.id);
            }
            throw notAvailable(place, id, available);
        }
        if (std::ranges::find(activations, info, &Activation::info) != activations.end()) {
            throw InputError({}, place, '"' + id + "\" is given twice", "each once");
        }
        activations.emplace_back(*info);
    }
    return runsOfActivations(activations);
}

} // namespace reluscope::cli
