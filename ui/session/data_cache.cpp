// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/data_cache.h"

#include "core/io/data_paths.h"
#include "core/io/dataset_loader.h"

#include <utility>

namespace reluscope::ui {

std::shared_ptr<const Dataset> DataCache::load(const DataSpec& spec,
                                               const std::filesystem::path& directory,
                                               const std::stop_token& stop) {
    // Of before they are read: what changes meanwhile is read once more.
    std::string stamp = dataStamp(spec, directory);
    if (!m_data || m_spec != spec || m_directory != directory || m_stamp != stamp) {
        m_data = nullptr; // before the next one needs its room
        m_data = std::make_shared<Dataset>(loadDataset(spec, directory, stop));
        m_spec = spec;
        m_directory = directory;
        m_stamp = std::move(stamp);
    }
    return m_data;
}

} // namespace reluscope::ui
