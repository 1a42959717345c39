// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/ink_image.h"

#include <algorithm>

namespace reluscope::ui {

QImage inkImage(std::span<const float> pixels, std::size_t rows, std::size_t columns) {
    const auto [low, high] = std::ranges::minmax(pixels);
    const float scale = high > low ? 255.0F / (high - low) : 0.0F;
    QImage image(static_cast<int>(columns), static_cast<int>(rows), QImage::Format_Grayscale8);
    for (std::size_t row = 0; row < rows; ++row) {
        uchar* line = image.scanLine(static_cast<int>(row));
        for (std::size_t column = 0; column < columns; ++column) {
            line[column] =
                static_cast<uchar>(255.0F - (pixels[row * columns + column] - low) * scale);
        }
    }
    return image;
}

} // namespace reluscope::ui
