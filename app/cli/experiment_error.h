// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"

#include <string>

namespace reluscope::cli {

/// The result of `work`. What it finds wrong with a setting, not with a data file, was said in the
/// experiment `file`.
template <class Work>
auto withExperimentErrors(const std::string& file, Work work) {
    try {
        return work();
    } catch (const InputError& error) {
        throw error.file().empty() ? error.inFile(file) : error;
    }
}

} // namespace reluscope::cli
