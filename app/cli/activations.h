// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace reluscope::cli {

struct ActivationsOptions {
    bool json = false;
};

/// Adds the call `activations` to the program; parsing fills `options`, which must outlive that.
CLI::App* addActivations(CLI::App& program, ActivationsOptions& options);

/// Lists every activation with its parameters and properties. Returns the exit code.
int listActivations(const ActivationsOptions& options);

} // namespace reluscope::cli
