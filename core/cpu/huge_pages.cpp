// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cpu/huge_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <memory>

namespace reluscope {

void preferHugePages(void* begin, std::size_t bytes) noexcept {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    // Advice is for whole pages, and only a hint: nothing is lost where it is refused.
    if (std::align(page, page, begin, bytes) != nullptr) {
        madvise(begin, bytes / page * page, MADV_HUGEPAGE);
    }
}

} // namespace reluscope
