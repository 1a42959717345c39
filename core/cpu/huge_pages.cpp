// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpu/huge_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <memory>

namespace reluscope {

namespace {

/// Advice is for whole pages, and only a hint: nothing is lost where it is refused.
void advise(void* begin, std::size_t bytes, int advice) noexcept {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    if (std::align(page, page, begin, bytes) != nullptr) {
        madvise(begin, bytes / page * page, advice);
    }
}

} // namespace

void preferHugePages(void* begin, std::size_t bytes) noexcept {
    advise(begin, bytes, MADV_HUGEPAGE);
}

void populatePages(void* begin, std::size_t bytes) noexcept {
    advise(begin, bytes, MADV_POPULATE_WRITE);
}

} // namespace reluscope
