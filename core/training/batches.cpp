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
    if (m_shuffle) {
        permutation(m_seed, Draw::BatchOrder, static_cast<std::uint32_t>(epoch), m_order);
    }
}

std::size_t Batches::batchesPerEpoch() const noexcept {
    const std::size_t whole = m_order.size() / m_batchSize;
    return m_dropLast || m_order.size() % m_batchSize == 0 ? whole : whole + 1;
}

void Batches::prepare(GatheredBatch& room) const {
    room.m_featureCount = m_data.featureCount;
    room.m_features.resize(m_batchSize * m_data.featureCount);
    if (m_data.task == Task::Classification) {
        room.m_labels.resize(m_batchSize);
    } else {
        room.m_values.resize(m_batchSize);
    }
}

Batch Batches::gather(std::size_t number, GatheredBatch& room) const {
    const std::size_t begin = number * m_batchSize;
    room.m_count = std::min(m_batchSize, m_order.size() - begin);
    for (std::size_t i = 0; i < room.m_count; ++i) {
        const std::size_t index = m_order[begin + i];
        std::ranges::copy(m_data.example(m_data.train, index),
                          room.m_features.begin() +
                              static_cast<std::ptrdiff_t>(i * m_data.featureCount));
        if (room.m_labels.empty()) {
            room.m_values[i] = m_data.train.values[index];
        } else {
            room.m_labels[i] = m_data.train.labels[index];
        }
    }
    return room.batch();
}

Batch GatheredBatch::batch() const noexcept {
    return {std::span(m_features).first(m_count * m_featureCount),
            {std::span(m_labels).first(m_labels.empty() ? 0 : m_count),
             std::span(m_values).first(m_values.empty() ? 0 : m_count)}};
}

} // namespace reluscope
