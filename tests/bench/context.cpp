// SPDX-License-Identifier: GPL-3.0-or-later
// What figures depend on, into the head of every result.
#include "core/cpu/level.h"

#include <benchmark/benchmark.h>

#include <string>

namespace reluscope::bench {
namespace {

[[maybe_unused]] const bool isDescribed = [] {
    benchmark::AddCustomContext("level", std::string(cpuLevel()));
    benchmark::AddCustomContext("compiler", RELUSCOPE_COMPILER);
    return true;
}();

} // namespace
} // namespace reluscope::bench
