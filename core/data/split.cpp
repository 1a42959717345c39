// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/split.h"

#include "core/input_error.h"
#include "core/random/permutation.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace reluscope {

std::size_t takenCount(const std::optional<std::size_t>& asked, std::size_t available,
                       const char* place) {
    const std::size_t count = asked.value_or(available);
    if (count == 0 || count > available) {
        throw InputError({}, place,
                         "asks for " + std::to_string(count) + " examples of " +
                             std::to_string(available),
                         "1 to " + std::to_string(available));
    }
    return count;
}

std::vector<std::uint32_t> firstPlaces(std::size_t count) {
    std::vector<std::uint32_t> places(count);
    std::iota(places.begin(), places.end(), 0U);
    return places;
}

Selection holdBack(std::size_t available, const DataSpec& spec) {
    if (available < 2) {
        throw InputError({}, {}, "there is only one example to train and to test on",
                         "at least 2, or test files");
    }
    const double share = std::round(spec.testFraction * static_cast<double>(available));
    const auto byFraction =
        static_cast<std::size_t>(std::clamp(share, 1.0, static_cast<double>(available - 1)));
    const std::size_t testCount =
        spec.test ? takenCount(spec.test, available - 1, "data.test") : byFraction;
    const std::size_t trainCount = takenCount(spec.train, available - testCount, "data.train");

    std::vector<std::uint32_t> order(available);
    permutation(spec.seed, Draw::Split, 0, order);
    const auto border = order.begin() + static_cast<std::ptrdiff_t>(testCount);
    std::sort(order.begin(), border);
    std::sort(border, order.end());
    return {{border, border + static_cast<std::ptrdiff_t>(trainCount)}, {order.begin(), border}};
}

} // namespace reluscope
