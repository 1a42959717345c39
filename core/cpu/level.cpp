// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpu/level.h"

namespace reluscope {

std::string_view cpuLevel() noexcept {
#if defined(__AVX512F__) && defined(__AVX512VL__)
    return "x86-64-v4";
#elif defined(__AVX2__) && defined(__FMA__)
    return "x86-64-v3";
#elif defined(__x86_64__)
    return "x86-64";
#else
    return "baseline";
#endif
}

} // namespace reluscope
