// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/idx_source.h"

#include "core/data/idx.h"
#include "core/data/image_dataset.h"
#include "core/input_error.h"
#include "core/io/available_memory.h"
#include "core/io/file.h"
#include "core/io/loading_stopped.h"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace reluscope {
namespace {

/// A pair of files in memory, and what they hold.
struct LoadedPair {
    std::vector<std::uint8_t> imageBytes;
    std::vector<std::uint8_t> labelBytes;
    LabelledImages content; ///< views of the two
};

/// A byte becomes a float of four, two files are in memory at once, and training needs room too.
std::size_t fileLimit() {
    constexpr std::size_t roomPerByte = 12;
    return availableMemory() / roomPerByte;
}

template <class Parse>
auto parseFile(const std::filesystem::path& path, std::vector<std::uint8_t>& bytes, Parse parse,
               const std::stop_token& stop) {
    bytes = readInflatedFile(path, fileLimit(), stop);
    try {
        return parse(bytes);
    } catch (const InputError& error) {
        throw error.inFile(path.string());
    }
}

LoadedPair loadPair(const IdxFiles& files, const std::stop_token& stop) {
    LoadedPair pair;
    pair.content.labels = parseFile(files.labels, pair.labelBytes, parseIdxLabels, stop);
    pair.content.images = parseFile(files.images, pair.imageBytes, parseIdxImages, stop);
    const std::size_t images = pair.content.images.count;
    const std::size_t labels = pair.content.labels.size();
    if (images != labels) {
        throw InputError(files.labels.string(), {},
                         "has " + std::to_string(labels) + " labels for the " +
                             std::to_string(images) + " images of " + files.images.string(),
                         "one label for each image");
    }
    return pair;
}

} // namespace

Dataset loadIdx(const IdxFiles& training, const std::optional<IdxFiles>& test, const DataSpec& spec,
                std::vector<std::string> classNames, const std::stop_token& stop) {
    const LoadedPair trainingPair = loadPair(training, stop);
    std::optional<LoadedPair> testPair;
    std::optional<LabelledImages> testContent;
    if (test) {
        testPair = loadPair(*test, stop);
        testContent = testPair->content;
    }
    throwIfStopped(stop);
    return makeImageDataset(trainingPair.content, testContent, spec, std::move(classNames));
}

} // namespace reluscope
