// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace reluscope::cli {

struct ExportOptions {
    std::string experiment; ///< a file
    std::string target;     ///< what the experiment is to become
};

/// Adds the call `export` to the program; parsing fills `options`, which must outlive that.
CLI::App* addExport(CLI::App& program, ExportOptions& options);

/// Prints a script that trains the experiment without Reluscope. Returns the exit code; throws
/// InputError.
int exportExperiment(const ExportOptions& options);

} // namespace reluscope::cli
