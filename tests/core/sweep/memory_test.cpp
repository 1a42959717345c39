// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sweep/small_sweep.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace reluscope {
namespace {

/// Bytes of this process that lie in memory.
std::size_t residentBytes() {
    std::ifstream file("/proc/self/statm");
    std::size_t all = 0;
    std::size_t resident = 0;
    file >> all >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

TEST(SweepMemory, DoesNotGrowWithTheNumberOfRuns) {
    SweepSpec spec = test::smallSweep(5, 1000);
    spec.experiment.training.epochs = 1;
    ASSERT_EQ(spec.cellCount(), 10'000);
    constexpr std::size_t early = 500;
    std::size_t delivered = 0;
    std::size_t before = 0;
    SweepControl control;
    runSweep(spec, coarseToFine(spec), test::smallOptions(), 2, control, [&](const SweepResult&) {
        if (++delivered == early) {
            before = residentBytes();
        }
    });
    EXPECT_EQ(delivered, 10'000);
    EXPECT_LT(residentBytes(), before + (1U << 20U)) << "100 bytes a run";
}

} // namespace
} // namespace reluscope
