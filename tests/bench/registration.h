// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <functional>
#include <string>

namespace reluscope::bench {

/// Adds a benchmark. It is called GROUP/SUBJECT/IMPLEMENTATION, by which scripts/bench_table.py
/// finds what to set side by side.
void add(const std::string& name, const std::function<void(benchmark::State&)>& run);

/// The same for what threads share: its figure is the time that passes.
void addShared(const std::string& name, const std::function<void(benchmark::State&)>& run);

/// Says at the end of a benchmark of how many things each of its iterations was made: what is
/// reported is the time of one.
void countItems(benchmark::State& state, std::size_t perIteration);

} // namespace reluscope::bench
