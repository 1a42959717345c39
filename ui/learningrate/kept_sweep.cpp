// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/kept_sweep.h"

#include "core/io/data_paths.h"
#include "core/io/sweep_file.h"
#include "core/io/sweep_spec_file.h"

#include <QCryptographicHash>

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

namespace reluscope::ui {
namespace {

constexpr const char* suffix = ".csv";

} // namespace

std::filesystem::path keptSweepPath(const std::filesystem::path& folder, const SweepSpec& spec,
                                    const std::filesystem::path& dataDirectory) {
    SweepSpec untitled = spec;
    untitled.experiment.title.clear();
    untitled.experiment.training.changes.clear();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const std::string& text) {
        hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    };
    add(writeSweepSpec(untitled));
    add(dataStamp(spec.experiment.data, dataDirectory));
    constexpr int characters = 16;
    return folder / (hash.result().toHex().left(characters).toStdString() + suffix);
}

void dropOldSweeps(const std::filesystem::path& folder, std::size_t most) {
    using Entry = std::pair<std::filesystem::file_time_type, std::filesystem::path>;
    std::error_code failure; // what cannot be dropped stays
    std::vector<Entry> kept;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
        if (entry.path().extension() == suffix) {
            kept.emplace_back(entry.last_write_time(failure), entry.path());
        }
    }
    if (kept.size() <= most) {
        return;
    }
    std::ranges::sort(kept);
    kept.resize(kept.size() - most);
    for (const auto& [time, path] : kept) {
        std::filesystem::remove(path, failure);
        std::filesystem::remove(sweepSpecPath(path), failure);
    }
}

} // namespace reluscope::ui
