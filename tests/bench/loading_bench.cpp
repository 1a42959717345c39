// SPDX-License-Identifier: GPL-3.0-or-later
// Loading Fashion-MNIST, beside what zlib alone takes for its four files in memory.
#include "core/io/dataset_loader.h"
#include "core/io/fashion_mnist.h"
#include "core/io/file.h"
#include "tests/bench/registration.h"

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <vector>

namespace reluscope::bench {
namespace {

constexpr std::size_t trainingImages = 60'000;
constexpr std::size_t testImages = 10'000;

/// Skips the benchmark where there is nothing to load.
bool isInstalled(benchmark::State& state) {
    if (std::filesystem::exists(fashionMnistDirectory())) {
        return true;
    }
    state.SkipWithError("needs the package dataset-fashion-mnist");
    return false;
}

void load(benchmark::State& state) {
    if (!isInstalled(state)) {
        return;
    }
    DataSpec spec;
    spec.source = fashionMnistSource;
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(loadDataset(spec, {}));
    }
    countItems(state, trainingImages + testImages);
}

/// Into memory that has been written to before, as long as it has to be. Returns how long that is.
std::size_t inflateInto(std::span<std::uint8_t> room, std::vector<std::uint8_t>& compressed) {
    constexpr int gzipOnly = 16;
    z_stream stream{};
    stream.next_in = compressed.data();
    stream.avail_in = static_cast<uInt>(compressed.size());
    stream.next_out = room.data();
    stream.avail_out = static_cast<uInt>(room.size());
    inflateInit2(&stream, gzipOnly + MAX_WBITS);
    inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    return stream.total_out;
}

void inflateAlone(benchmark::State& state) {
    if (!isInstalled(state)) {
        return;
    }
    constexpr std::size_t pixels = 784;
    constexpr std::size_t header = 16;
    const FashionMnistFiles files = fashionMnistFiles(fashionMnistDirectory());
    std::vector<std::vector<std::uint8_t>> compressed;
    for (const auto& path :
         {files.training.images, files.training.labels, files.test.images, files.test.labels}) {
        compressed.push_back(readFile(path, std::numeric_limits<std::size_t>::max()));
    }
    std::vector<std::uint8_t> room(trainingImages * pixels + header);
    std::size_t bytes = 0;
    while (state.KeepRunning()) {
        bytes = 0;
        for (auto& file : compressed) {
            bytes += inflateInto(room, file);
        }
    }
    if (bytes != (trainingImages + testImages) * (pixels + 1) + 2 * (header + header / 2)) {
        state.SkipWithError("did not inflate all of the files");
    }
    countItems(state, trainingImages + testImages);
}

[[maybe_unused]] const bool isRegistered = [] {
    add("load/fashion-mnist/reluscope", load);
    add("load/fashion-mnist/zlib", inflateAlone);
    return true;
}();

} // namespace
} // namespace reluscope::bench
