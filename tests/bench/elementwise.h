// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace reluscope::bench {

using In = std::span<const float>;
using Out = std::span<float>;

/// What is timed, its operands being at hand.
using Work = std::function<void()>;

/// Makes the work of filling `out` from `z`; empty where an implementation lacks the function.
using Prepare = std::function<Work(In z, Out out)>;

/// How one implementation computes an activation of our table with its initial parameters.
struct ElementwiseFunction {
    std::string_view id;
    Prepare value;
    Prepare derivative;
};

/// For work that takes no preparation.
template <class Kernel>
Prepare whole(Kernel kernel) {
    return [kernel](In z, Out out) -> Work { return [kernel, z, out] { kernel(z, out); }; };
}

/// The same, given what becomes of a single number.
template <class Function>
Prepare each(Function function) {
    return whole([function](In z, Out out) {
        const float* __restrict from = z.data();
        float* __restrict to = out.data();
        for (std::size_t i = 0; i < z.size(); ++i) {
            to[i] = function(from[i]);
        }
    });
}

/// Adds benchmarks of all of them on buffers of either size, each with its largest error in ulp.
void addElementwise(std::string_view implementation,
                    const std::vector<ElementwiseFunction>& functions);

/// Adds benchmarks of what memory alone takes, on the same buffers: `one` reads one number for each
/// that it writes, `two` reads two.
void addMemoryLimits(const Prepare& one, const std::function<Work(In a, In b, Out out)>& two);

} // namespace reluscope::bench
