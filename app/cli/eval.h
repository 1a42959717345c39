// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace reluscope::cli {

struct EvalOptions {
    std::string activation;              ///< its id
    std::vector<std::string> parameters; ///< each "name=value"
    std::optional<std::string> x;        ///< the points as they were typed; unset: standard input
    bool standardInput = false;
    bool inPlace = false;
    bool json = false;
};

/// Adds the call `eval` to the program; parsing fills `options`, which must outlive that.
CLI::App* addEval(CLI::App& program, EvalOptions& options);

/// Prints f and f' at the points, by the float32 kernels that training uses. Returns the exit code;
/// throws InputError.
int evaluate(const EvalOptions& options);

} // namespace reluscope::cli
