// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/registration.h"

#include <cstdint>

namespace reluscope::bench {

void add(const std::string& name, const std::function<void(benchmark::State&)>& run) {
#ifndef __clang_analyzer__ // it takes for leaked what the library keeps
    // The time of all threads, so that none works for free, and without that of other programs.
    benchmark::RegisterBenchmark(name.c_str(), run)->MeasureProcessCPUTime();
#endif
}

void addShared(const std::string& name, const std::function<void(benchmark::State&)>& run) {
#ifndef __clang_analyzer__
    benchmark::RegisterBenchmark(name.c_str(), run)->UseRealTime();
#endif
}

void countItems(benchmark::State& state, std::size_t perIteration) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(perIteration));
}

} // namespace reluscope::bench
