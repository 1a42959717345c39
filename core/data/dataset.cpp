// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

namespace reluscope {

Targets Examples::targets(std::size_t begin, std::size_t count) const {
    return labels.empty() ? Targets{{}, std::span(values).subspan(begin, count)}
                          : Targets{std::span(labels).subspan(begin, count), {}};
}

std::vector<std::string> numberedClassNames(std::size_t count) {
    std::vector<std::string> names;
    names.reserve(count);
    for (std::size_t label = 0; label < count; ++label) {
        names.push_back(std::to_string(label));
    }
    return names;
}

} // namespace reluscope
