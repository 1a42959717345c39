// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/confusion.h"

#include <numeric>
#include <span>

namespace reluscope {

std::size_t ConfusionMatrix::examplesOf(std::size_t actual) const {
    const auto row = std::span(m_counts).subspan(actual * m_classCount, m_classCount);
    return std::accumulate(row.begin(), row.end(), std::size_t{0});
}

std::size_t ConfusionMatrix::examples() const {
    return std::accumulate(m_counts.begin(), m_counts.end(), std::size_t{0});
}

std::size_t ConfusionMatrix::correct() const {
    std::size_t sum = 0;
    for (std::size_t own = 0; own < m_classCount; ++own) {
        sum += at(own, own);
    }
    return sum;
}

} // namespace reluscope
