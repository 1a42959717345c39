// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/data_paths.h"

#include <system_error>

namespace reluscope {
namespace {

constexpr std::string DataSpec::*paths[]{&DataSpec::images, &DataSpec::labels,
                                         &DataSpec::testImages, &DataSpec::testLabels,
                                         &DataSpec::path};

template <class Make>
void changePaths(DataSpec& spec, const Make& make) {
    for (const auto path : paths) {
        if (!(spec.*path).empty()) {
            spec.*path = make(std::filesystem::path(spec.*path)).string();
        }
    }
}

/// Besides the root.
bool haveCommonDirectory(const std::filesystem::path& one, const std::filesystem::path& other) {
    const auto first = one.relative_path();
    const auto second = other.relative_path();
    return one.root_path() == other.root_path() && !first.empty() && !second.empty() &&
           *first.begin() == *second.begin();
}

} // namespace

void makePathsAbsolute(DataSpec& spec, const std::filesystem::path& directory) {
    const auto whole = std::filesystem::current_path() / directory;
    changePaths(spec, [&whole](const std::filesystem::path& path) {
        return (whole / path).lexically_normal();
    });
}

void makePathsRelative(DataSpec& spec, const std::filesystem::path& directory) {
    const auto whole = (std::filesystem::current_path() / directory).lexically_normal();
    changePaths(spec, [&whole](const std::filesystem::path& path) {
        const bool isNear = path.is_absolute() && haveCommonDirectory(path, whole);
        return isNear ? path.lexically_relative(whole) : path;
    });
}

std::vector<std::filesystem::path> dataFiles(const DataSpec& spec) {
    std::vector<std::filesystem::path> files;
    for (const auto path : paths) {
        if (!(spec.*path).empty()) {
            files.emplace_back(spec.*path);
        }
    }
    return files;
}

std::string dataStamp(const DataSpec& spec, const std::filesystem::path& directory) {
    std::string stamp;
    for (const auto& path : dataFiles(spec)) {
        std::error_code noFile;
        const auto size = std::filesystem::file_size(directory / path, noFile);
        const auto time = std::filesystem::last_write_time(directory / path, noFile);
        stamp += noFile
                     ? "none"
                     : std::to_string(size) + ' ' + std::to_string(time.time_since_epoch().count());
        stamp += '\n';
    }
    return stamp;
}

} // namespace reluscope
