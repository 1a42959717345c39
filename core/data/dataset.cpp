// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

namespace reluscope {

std::vector<std::string> numberedClassNames(std::size_t count) {
    std::vector<std::string> names;
    names.reserve(count);
    for (std::size_t label = 0; label < count; ++label) {
        names.push_back(std::to_string(label));
    }
    return names;
}

} // namespace reluscope
