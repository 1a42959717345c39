// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <bit>

namespace reluscope::test {
namespace {

bool sameBits(float left, float right) {
    return std::bit_cast<std::uint32_t>(left) == std::bit_cast<std::uint32_t>(right);
}

bool sameTensor(const Tensor& left, const Tensor& right) {
    return left.name == right.name && left.shape == right.shape &&
           std::ranges::equal(left.values, right.values, sameBits);
}

} // namespace

/// Tensors that are accepted stand a round trip, bit by bit.
void tryInput(std::span<const std::uint8_t> input) {
    if (const auto tensors = accepted([&] { return parseSafetensors(input); })) {
        require(
            std::ranges::equal(parseSafetensors(writeSafetensors(*tensors)), *tensors, sameTensor));
    }
}

} // namespace reluscope::test
