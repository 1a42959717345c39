// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip.h"
#include "tests/fuzz/fuzz_target.h"

void reluscope::test::tryInput(std::span<const std::uint8_t> input) {
    constexpr std::size_t limit = 16'000'000;
    if (const auto content = accepted([&] { return inflateGzip(input, limit); })) {
        require(isGzip(input));
        require(content->size() <= limit);
    }
}
