// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace reluscope::test {

/// An experiment on XOR with small networks: two that learn, and one that diverges at once.
nlohmann::json smallExperiment();

/// An experiment file that lasts as long as this.
class ExperimentFile {
  public:
    explicit ExperimentFile(const nlohmann::json& experiment = smallExperiment());
    ExperimentFile(const ExperimentFile&) = delete;
    ExperimentFile& operator=(const ExperimentFile&) = delete;
    ~ExperimentFile();

    std::string path() const { return m_path.string(); }

  private:
    std::filesystem::path m_path;
};

} // namespace reluscope::test
