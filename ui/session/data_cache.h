// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace reluscope::ui {

/// Keeps the data set that was loaded last, so that the next experiment with the same data does not
/// read 70,000 images again, unless their files have changed. For one thread at a time.
class DataCache {
  public:
    /// As loadDataset().
    std::shared_ptr<const Dataset>
    load(const DataSpec& spec, const std::filesystem::path& directory, const std::stop_token& stop);

  private:
    DataSpec m_spec;
    std::filesystem::path m_directory;
    std::string m_stamp;
    std::shared_ptr<const Dataset> m_data;
};

} // namespace reluscope::ui
