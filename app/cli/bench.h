// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace reluscope::cli {

struct BenchOptions {
    bool json = false;
};

/// Adds the call `bench` to the program; parsing fills `options`, which must outlive that.
CLI::App* addBench(CLI::App& program, BenchOptions& options);

/// Measures this machine, on one thread: each activation and its derivative, elementwise, and
/// training steps of standard networks, in less than 10 s. Returns the exit code.
int bench(const BenchOptions& options);

} // namespace reluscope::cli
