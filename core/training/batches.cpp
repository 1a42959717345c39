// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batches.h"

#include "core/random/permutation.h"

#include <algorithm>
#include <numeric>

namespace reluscope {

Batches::Batches(const Dataset& data, std::uint64_t seed, std::size_t batchSize, bool shuffle,
                 bool dropLast)
    : m_data(data)
    , m_seed(seed)
    , m_shuffle(shuffle)
    , m_dropLast(dropLast)
    , m_batchSize(batchSize)
    , m_order(data.train.count()) {
    std::iota(m_order.begin(), m_order.end(), 0U);
}

void Batches::startEpoch(std::size_t epoch, std::size_t batchSize) {
    m_batchSize = std::min(batchSize, m_order.size());
    m_next = 0;
    m_end = m_dropLast ? m_order.size() / m_batchSize * m_batchSize : m_order.size();
    if (m_shuffle) {
        permutation(m_seed, Draw::BatchOrder, static_cast<std::uint32_t>(epoch), m_order);
    }
    m_features.resize(m_batchSize * m_data.featureCount);
    if (m_data.task == Task::Classification) {
        m_labels.resize(m_batchSize);
    } else {
        m_values.resize(m_batchSize);
    }
}

std::size_t Batches::batchesPerEpoch() const noexcept {
    const std::size_t whole = m_order.size() / m_batchSize;
    return m_dropLast || m_order.size() % m_batchSize == 0 ? whole : whole + 1;
}

Batch Batches::next() {
    const std::size_t count = std::min(m_batchSize, m_end - m_next);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t index = m_order[m_next + i];
        std::ranges::copy(m_data.example(m_data.train, index),
                          m_features.begin() +
                              static_cast<std::ptrdiff_t>(i * m_data.featureCount));
        if (m_labels.empty()) {
            m_values[i] = m_data.train.values[index];
        } else {
            m_labels[i] = m_data.train.labels[index];
        }
    }
    m_next += count;
    return {std::span(m_features).first(count * m_data.featureCount),
            {std::span(m_labels).first(m_labels.empty() ? 0 : count),
             std::span(m_values).first(m_values.empty() ? 0 : count)}};
}

} // namespace reluscope
