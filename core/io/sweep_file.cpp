// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sweep_file.h"

#include "core/input_error.h"
#include "core/io/sweep_csv.h"
#include "core/io/sweep_spec_file.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

namespace reluscope {
namespace {

std::span<const std::uint8_t> bytesOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

bool isEmptyOrMissing(const std::filesystem::path& path) {
    std::error_code noFile;
    const auto size = std::filesystem::file_size(path, noFile);
    return noFile || size == 0;
}

} // namespace

std::filesystem::path sweepSpecPath(const std::filesystem::path& csv) {
    return csv.string() + ".json";
}

SweepFile SweepFile::create(std::filesystem::path path, const SweepSpec& spec) {
    return {std::move(path), spec, {}};
}

SweepFile SweepFile::resume(std::filesystem::path path, const SweepSpec& spec) {
    if (isEmptyOrMissing(path)) {
        return create(std::move(path), spec);
    }
    const std::filesystem::path specPath = sweepSpecPath(path);
    try {
        checkSameExperiment(readSweepSpec(specPath), spec);
    } catch (const InputError& error) {
        throw error.inFile(specPath.string());
    }
    return {path, spec, readSweepCsv(spec, path)};
}

/// What is left of an earlier sweep is written once more, so that no torn line stays in between.
SweepFile::SweepFile(std::filesystem::path path, const SweepSpec& spec,
                     std::vector<SweepResult> results)
    : m_path(std::move(path))
    , m_spec(spec)
    , m_results(std::move(results)) {
    const std::string specText = writeSweepSpec(m_spec);
    static_cast<void>(parseSweepSpec(specText)); // or nobody could go on with it
    writeFile(sweepSpecPath(m_path), bytesOf(specText));
    writeFile(m_path, bytesOf(sweepCsv(m_spec, m_results)));
    m_lines.emplace(m_path, LineFile::Begin::AtEnd);
}

std::vector<SweepCell> SweepFile::missingOf(std::span<const SweepCell> cells) const {
    std::set<SweepCell> done;
    for (const SweepResult& result : m_results) {
        done.insert(result.cell);
    }
    std::vector<SweepCell> missing;
    std::ranges::copy_if(cells, std::back_inserter(missing),
                         [&](SweepCell cell) { return !done.contains(cell); });
    return missing;
}

void SweepFile::add(const SweepResult& result) {
    m_lines->write(sweepCsvLine(m_spec, result));
    m_results.push_back(result);
}

void SweepFile::finish() {
    m_lines.reset();
    sortByCell(m_results);
    writeFile(m_path, bytesOf(sweepCsv(m_spec, m_results)));
}

} // namespace reluscope
