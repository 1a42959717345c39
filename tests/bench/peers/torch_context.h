// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>
#include <torch/version.h>

#include <fstream>
#include <string>

namespace reluscope::bench {

/// Holds PyTorch to one thread, and notes which it is and whose matrix products it calls. OpenBLAS
/// reads OPENBLAS_NUM_THREADS before any of our code runs.
inline void prepareTorch() {
    at::set_num_threads(1);
    benchmark::AddCustomContext("libtorch", TORCH_VERSION);
    std::ifstream maps("/proc/self/maps");
    bool isOpenBlas = false;
    for (std::string line; std::getline(maps, line);) {
        isOpenBlas = isOpenBlas || line.find("openblas") != std::string::npos;
    }
    benchmark::AddCustomContext("blas", isOpenBlas ? "OpenBLAS" : "not OpenBLAS");
}

} // namespace reluscope::bench
