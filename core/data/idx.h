// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace reluscope {

/// Byte images of one size, one after another, row by row; a view of the bytes they came from.
struct IdxImages {
    std::size_t count = 0;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::span<const std::uint8_t> pixels; ///< count x rows x columns

    std::size_t pixelsPerImage() const noexcept { return rows * columns; }
};

/// Reads the images of a whole (uncompressed) IDX file: unsigned bytes in three dimensions, the
/// format of the MNIST files. Throws InputError with a place such as "byte 4" where `bytes` is no
/// such file, holds no images, or is longer or shorter than its header says.
IdxImages parseIdxImages(std::span<const std::uint8_t> bytes);

/// Reads the labels of a whole (uncompressed) IDX file: unsigned bytes in one dimension. Throws
/// InputError as parseIdxImages() does. The result is a view of `bytes`.
std::span<const std::uint8_t> parseIdxLabels(std::span<const std::uint8_t> bytes);

} // namespace reluscope
