// SPDX-License-Identifier: GPL-3.0-or-later
// f and f' of every activation, on arrays that L2 holds and on arrays that only memory does.
#include "core/activation/activation.h"
#include "core/cpu/aligned_vector.h"
#include "core/random/counter_generator.h"
#include "tests/bench/elementwise.h"
#include "tests/bench/registration.h"
#include "tests/core/activation/ulps.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

namespace reluscope::bench {
namespace {

constexpr std::size_t small = 65'536;
constexpr std::size_t large = std::size_t{1} << 24;

/// Two arrays of inputs and one of results.
struct Buffers {
    AlignedVector<float> z;
    AlignedVector<float> other;
    AlignedVector<float> out;

    explicit Buffers(std::size_t size)
        : z(size)
        , other(size)
        , out(size) {
        constexpr double widest = 5;
        for (std::size_t i = 0; i < size; ++i) {
            const double u = uniformDraw(1, Draw::Point, 0, static_cast<std::uint32_t>(i), 0);
            z[i] = static_cast<float>(widest * (2 * u - 1));
        }
    }
};

Buffers& buffersOf(std::size_t size) {
    static Buffers smallOnes(small);
    if (size == small) {
        return smallOnes;
    }
    static Buffers largeOnes(large);
    return largeOnes;
}

/// What docs/definitions.md asks for is seen on floats of every magnitude from 2^-24 to 128, where
/// e^x has become 0, and of both signs, as many in each binade; on the largest ones; and on a NaN.
AlignedVector<float> accuracyGrid() {
    constexpr std::uint32_t pairs = 131'072;
    const auto first = std::bit_cast<std::uint32_t>(0x1p-24F);
    const auto last = std::bit_cast<std::uint32_t>(128.0F);
    AlignedVector<float> grid(2 * std::size_t{pairs});
    for (std::uint32_t i = 0; i < pairs; ++i) {
        const auto x = std::bit_cast<float>(first + (last - first) / pairs * i);
        grid[2 * std::size_t{i}] = x;
        grid[2 * std::size_t{i} + 1] = -x;
    }
    using Limits = std::numeric_limits<float>;
    grid.insert(grid.end(), {Limits::max(), Limits::lowest(), Limits::quiet_NaN()});
    return grid;
}

/// In ulp; a great many where a NaN was lost, or made of a number.
test::Wide errorOf(float actual, double expected, test::Wide scale) {
    constexpr test::Wide aGreatMany = 1e9;
    if (std::isnan(actual) || std::isnan(expected)) {
        return std::isnan(actual) && std::isnan(expected) ? 0 : aGreatMany;
    }
    return std::min(aGreatMany, test::errorInUlps(actual, expected, scale));
}

enum class Part { Value, Derivative };

/// The largest error on the grid in ulp, against double kernels.
double largestError(const Prepare& prepare, const Activation& activation, Part part) {
    // Where f' crosses 0 it is a difference of terms that are larger by far.
    const bool crossesZero = part == Part::Derivative && !activation.isMonotone();
    const test::Wide scale = crossesZero ? 0x1p-10 : 0;
    const AlignedVector<float> z = accuracyGrid();
    AlignedVector<float> actual(z.size());
    prepare(z, actual)();
    const std::vector<double> wide(z.begin(), z.end());
    std::vector<double> expected(wide.size());
    if (part == Part::Value) {
        activation.apply<double>(wide, expected);
    } else {
        activation.differentiate<double>(wide, expected);
    }
    test::Wide largest = 0;
    for (std::size_t i = 0; i < wide.size(); ++i) {
        largest = std::max(largest, errorOf(actual[i], expected[i], scale));
    }
    return static_cast<double>(largest);
}

void measure(benchmark::State& state, const Work& work, std::size_t size) {
    while (state.KeepRunning()) {
        work();
        benchmark::ClobberMemory();
    }
    countItems(state, size);
}

void addPart(std::string_view implementation, std::string_view id, Part part,
             const Prepare& prepare) {
    if (!prepare) {
        return;
    }
    for (const std::size_t size : {small, large}) {
        const std::string_view name = part == Part::Value ? "/f/" : "/df/";
        add("elementwise/" + std::to_string(size) + '/' + std::string(id) + std::string(name) +
                std::string(implementation),
            [=](benchmark::State& state) {
                Buffers& buffers = buffersOf(size);
                measure(state, prepare(buffers.z, buffers.out), size);
                if (size == small) {
                    state.counters["ulp"] =
                        largestError(prepare, Activation(*findActivation(id)), part);
                }
            });
    }
}

[[maybe_unused]] const bool isRegistered = [] {
    std::vector<ElementwiseFunction> functions;
    for (const ActivationInfo& info : activationTable()) {
        const Activation activation(info);
        functions.push_back({info.id, whole([=](In z, Out f) { activation.apply<float>(z, f); }),
                             whole([=](In z, Out df) { activation.differentiate<float>(z, df); })});
    }
    addElementwise("reluscope", functions);
    return true;
}();

} // namespace

void addElementwise(std::string_view implementation,
                    const std::vector<ElementwiseFunction>& functions) {
    for (const ElementwiseFunction& function : functions) {
        addPart(implementation, function.id, Part::Value, function.value);
        addPart(implementation, function.id, Part::Derivative, function.derivative);
    }
}

void addMemoryLimits(const Prepare& one, const std::function<Work(In, In, Out)>& two) {
    for (const std::size_t size : {small, large}) {
        const std::string name = "elementwise/" + std::to_string(size) + "/memory/";
        add(name + "one read, one write/limit", [=](benchmark::State& state) {
            Buffers& buffers = buffersOf(size);
            measure(state, one(buffers.z, buffers.out), size);
        });
        add(name + "two reads, one write/limit", [=](benchmark::State& state) {
            Buffers& buffers = buffersOf(size);
            measure(state, two(buffers.z, buffers.other, buffers.out), size);
        });
    }
}

} // namespace reluscope::bench
