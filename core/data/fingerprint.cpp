// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/fingerprint.h"

#include <bit>

namespace reluscope {

std::uint64_t fingerprintOf(const Dataset& data) {
    // FNV-1a, but of whole words, which there may be fifty millions of.
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto add = [&hash](std::uint64_t word) { hash = (hash ^ word) * 0x100000001b3; };
    add(data.featureCount);
    add(data.classCount);
    for (const Examples* split : {&data.train, &data.test}) {
        add(split->count());
        for (const float feature : split->features) {
            add(std::bit_cast<std::uint32_t>(feature));
        }
        for (const std::uint32_t label : split->labels) {
            add(label);
        }
        for (const float value : split->values) {
            add(std::bit_cast<std::uint32_t>(value));
        }
    }
    return hash;
}

} // namespace reluscope
