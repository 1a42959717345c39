// SPDX-License-Identifier: GPL-3.0-or-later
// Loops that do next to nothing. They compute something, for a compiler makes memcpy of a copy,
// and that writes around the caches where arrays are large.
#include "tests/bench/elementwise.h"

namespace reluscope::bench {
namespace {

[[maybe_unused]] const bool isRegistered = [] {
    addMemoryLimits(each([](float x) { return -x; }), [](In a, In b, Out out) -> Work {
        return [=] {
            const float* __restrict left = a.data();
            const float* __restrict right = b.data();
            float* __restrict to = out.data();
            for (std::size_t i = 0; i < a.size(); ++i) {
                to[i] = left[i] * right[i];
            }
        };
    });
    return true;
}();

} // namespace
} // namespace reluscope::bench
