// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"
#include "tests/fuzz/fuzz_target.h"

namespace reluscope::test {
namespace {

/// A view of the end of the file, as long as the header says.
void requireEndOf(std::span<const std::uint8_t> file, std::span<const std::uint8_t> view) {
    require(view.size() < file.size());
    require(view.data() + view.size() == file.data() + file.size());
}

} // namespace

void tryInput(std::span<const std::uint8_t> input) {
    if (const auto images = accepted([&] { return parseIdxImages(input); })) {
        require(images->pixels.size() == images->count * images->pixelsPerImage());
        requireEndOf(input, images->pixels);
    }
    if (const auto labels = accepted([&] { return parseIdxLabels(input); })) {
        requireEndOf(input, *labels);
    }
}

} // namespace reluscope::test
