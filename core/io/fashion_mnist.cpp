// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fashion_mnist.h"

#include "core/input_error.h"

#include <system_error>

namespace reluscope {

std::filesystem::path fashionMnistDirectory() {
    return "/usr/share/datasets/fashion-mnist";
}

FashionMnistFiles fashionMnistFiles(const std::filesystem::path& directory) {
    return {
        .training = {directory / "train-images-idx3-ubyte.gz",
                     directory / "train-labels-idx1-ubyte.gz"},
        .test = {directory / "t10k-images-idx3-ubyte.gz", directory / "t10k-labels-idx1-ubyte.gz"}};
}

Dataset loadFashionMnist(const std::filesystem::path& directory, const DataSpec& spec,
                         const std::stop_token& stop) {
    const auto [training, test] = fashionMnistFiles(directory);
    for (const auto& path : {training.images, training.labels, test.images, test.labels}) {
        std::error_code error;
        if (!std::filesystem::exists(path, error)) {
            throw InputError(path.string(), {}, "Fashion-MNIST is not installed",
                             "install it with: sudo apt install dataset-fashion-mnist");
        }
    }
    return loadIdx(training, test, spec,
                   {"T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker",
                    "bag", "boot"},
                   stop);
}

} // namespace reluscope
