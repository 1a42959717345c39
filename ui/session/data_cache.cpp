// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/data_cache.h"

#include "core/io/dataset_loader.h"

namespace reluscope::ui {

std::shared_ptr<const Dataset> DataCache::load(const DataSpec& spec,
                                               const std::filesystem::path& directory,
                                               const std::stop_token& stop) {
    if (!m_data || m_spec != spec || m_directory != directory) {
        m_data = nullptr; // before the next one needs its room
        m_data = std::make_shared<Dataset>(loadDataset(spec, directory, stop));
        m_spec = spec;
        m_directory = directory;
    }
    return m_data;
}

} // namespace reluscope::ui
