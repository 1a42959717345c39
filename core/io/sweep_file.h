// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/file.h"
#include "core/sweep/sweep_result.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope {

/// Where it stands what the results in \p csv are of: FILE.csv.json.
std::filesystem::path sweepSpecPath(const std::filesystem::path& csv);

/// The results of a sweep, on disk when they are counted: a CSV file that grows by a line with each
/// result (sweep_csv.h), and beside it what the sweep is of (sweep_spec_file.h), so that results of
/// one experiment are never taken for those of another. All of it throws InputError.
class SweepFile {
  public:
    /// Starts anew, over what there may be. Refuses a sweep with numbers that no file may have.
    static SweepFile create(std::filesystem::path path, const SweepSpec& spec);

    /// Goes on with what a sweep of the same experiment has left, or starts where nothing is. The
    /// grid may have grown since.
    static SweepFile resume(std::filesystem::path path, const SweepSpec& spec);

    /// What there is, in its order.
    const std::vector<SweepResult>& results() const noexcept { return m_results; }
    /// Those of \p cells that have no result yet.
    std::vector<SweepCell> missingOf(std::span<const SweepCell> cells) const;

    void add(const SweepResult& result);

    /// Puts the lines in the order of the grid, so that the file does not tell in which order runs
    /// have ended. Nothing can be added any more.
    void finish();

  private:
    SweepFile(std::filesystem::path path, const SweepSpec& spec, std::vector<SweepResult> results);
    void write(std::string_view text) const;

    std::filesystem::path m_path;
    SweepSpec m_spec;
    std::vector<SweepResult> m_results;
    std::optional<LineFile> m_lines;
};

} // namespace reluscope
