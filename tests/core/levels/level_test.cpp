// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/activation.h"

#include <dlfcn.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

bool canRun(std::string_view level) {
    if (level == "x86-64-v4") {
        return canRun("x86-64-v3") && __builtin_cpu_supports("avx512f") &&
               __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd") &&
               __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    }
    return level == "x86-64-v3" && __builtin_cpu_supports("avx2") &&
           __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2");
}

/// The best level that core is built for and that this machine has, up to the one that this run was
/// held down to.
std::string expectedLevel() {
    const char* const limit = std::getenv("RELUSCOPE_LEVEL_LIMIT");
    std::string best = "x86-64";
    for (const std::string& level : std::vector<std::string>{RELUSCOPE_LEVELS}) {
        if (canRun(level) && (limit == nullptr || level <= limit)) {
            best = level;
        }
    }
    return best;
}

/// By the folder that the library was loaded from.
std::string loadedLevel() {
    Dl_info library{};
    const auto* const row = reluscope::activationTable().data();
    EXPECT_NE(dladdr(row, &library), 0);
    const std::string path = library.dli_fname;
    EXPECT_TRUE(path.ends_with("/libreluscope-core.so")) << path;
    const std::string_view parent = "/glibc-hwcaps/";
    const std::size_t place = path.find(parent);
    if (place == std::string::npos) {
        return "x86-64";
    }
    const std::size_t begin = place + parent.size();
    return path.substr(begin, path.find('/', begin) - begin);
}

TEST(Level, IsTheBestThatThisRunMayHave) {
    EXPECT_EQ(loadedLevel(), expectedLevel());
}

} // namespace
