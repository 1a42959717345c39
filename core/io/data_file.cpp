// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/data_file.h"

#include "core/input_error.h"
#include "core/io/available_memory.h"
#include "core/io/dataset_loader.h"
#include "core/io/file.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reluscope {
namespace {

/// The text of a file, its cells and their numbers are in memory at once.
constexpr std::size_t roomPerByte = 16;

/// Two zeros, the type of the elements, the number of dimensions: of bytes in one or three.
bool isIdx(const std::vector<std::uint8_t>& bytes) {
    return bytes.size() >= 4 && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 8 &&
           (bytes[3] == 1 || bytes[3] == 3);
}

CsvOutline outlineOf(const std::filesystem::path& path, const std::vector<std::uint8_t>& bytes) {
    try {
        return outlineOf(parseCsv(std::string(bytes.begin(), bytes.end())));
    } catch (const InputError& error) {
        throw error.inFile(path.string());
    }
}

DataSpec csvSpec(const std::filesystem::path& path, const std::vector<std::uint8_t>& bytes) {
    const CsvOutline outline = outlineOf(path, bytes);
    const CsvColumn& target = outline.columns[outline.target];
    DataSpec spec;
    spec.source = csvSource;
    spec.path = path.string();
    spec.target = target.name;
    spec.task = target.task;
    return spec;
}

/// The file of this name with some parts of it replaced by others.
std::filesystem::path
renamed(const std::filesystem::path& path,
        std::initializer_list<std::pair<std::string_view, std::string_view>> parts) {
    std::string name = path.filename().string();
    for (const auto& [part, other] : parts) {
        if (const auto place = name.find(part); place != std::string::npos) {
            name.replace(place, part.size(), other);
        }
    }
    return path.parent_path() / name;
}

DataSpec idxSpec(const std::filesystem::path& path) {
    std::filesystem::path images = renamed(path, {{"labels", "images"}, {"idx1", "idx3"}});
    const std::filesystem::path train = renamed(images, {{"t10k", "train"}, {"test", "train"}});
    if (exists(train)) {
        images = train;
    }
    const auto labelsOf = [](const std::filesystem::path& file) {
        return renamed(file, {{"images", "labels"}, {"idx3", "idx1"}});
    };
    const std::filesystem::path labels = labelsOf(images);
    if (images == labels) {
        throw InputError(path.string(), {}, "is an IDX file, but its name tells no other half",
                         "two files whose names differ in \"images\" and \"labels\"");
    }
    for (const auto& half : {images, labels}) {
        if (!exists(half)) {
            throw InputError(half.string(), {}, "is not there, but belongs to " + path.string(),
                             "images and labels in one folder");
        }
    }
    DataSpec spec;
    spec.source = idxSource;
    spec.images = images.string();
    spec.labels = labels.string();
    for (const std::string_view test : {"t10k", "test"}) {
        const auto testImages = renamed(images, {{"train", test}});
        if (testImages != images && exists(testImages) && exists(labelsOf(testImages))) {
            spec.testImages = testImages.string();
            spec.testLabels = labelsOf(testImages).string();
            break;
        }
    }
    return spec;
}

} // namespace

CsvOutline readCsvOutline(const std::filesystem::path& path, const std::stop_token& stop) {
    return outlineOf(path, readInflatedFile(path, availableMemory() / roomPerByte, stop));
}

DataSpec dataFileSpec(const std::filesystem::path& path, const std::stop_token& stop) {
    const auto bytes = readInflatedFile(path, availableMemory() / roomPerByte, stop);
    return isIdx(bytes) ? idxSpec(path) : csvSpec(path, bytes);
}

} // namespace reluscope
