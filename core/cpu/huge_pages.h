// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace reluscope {

/// Asks the system to back what of this memory has not been touched yet by huge pages. It may not.
void preferHugePages(void* begin, std::size_t bytes) noexcept;

/// Has the system back memory that is about to be written, all at once: a page fault for each page
/// costs several times as much where the system gives no huge ones.
void populatePages(void* begin, std::size_t bytes) noexcept;

/// Room for `count` values that comes in few page faults: of a whole data set those cost more time
/// than all that is done with its values.
template <class Value>
void reserveInHugePages(std::vector<Value>& values, std::size_t count) {
    values.reserve(count);
    preferHugePages(values.data(), values.capacity() * sizeof(Value));
}

} // namespace reluscope
