// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/available_memory.h"

#include <unistd.h>

#include <fstream>
#include <string>

namespace reluscope {

std::size_t availableMemory() {
    // The kernel's own estimate counts caches that it would give up; sysconf's free pages do not.
    std::ifstream table("/proc/meminfo");
    std::string name;
    while (table >> name) {
        std::size_t kibibytes = 0;
        if (name == "MemAvailable:" && table >> kibibytes) {
            return kibibytes * 1024;
        }
        std::getline(table, name);
    }
    return static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) *
           static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

} // namespace reluscope
