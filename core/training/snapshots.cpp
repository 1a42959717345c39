// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/snapshots.h"

#include <algorithm>
#include <utility>

namespace reluscope {

void Snapshots::clear() {
    m_states.clear();
    m_bytes = 0;
    m_stride = 1;
    m_nextEpoch = 0;
}

void Snapshots::setByteLimit(std::size_t byteLimit) {
    m_stride = byteLimit > m_byteLimit ? 1 : m_stride;
    m_byteLimit = byteLimit;
    if (!m_states.empty()) {
        keepToLimit();
    }
}

void Snapshots::add(Trainer::State state) {
    m_bytes += state.bytes();
    m_states.push_back(std::move(state));
    keepToLimit();
}

const Trainer::State& Snapshots::atOrBefore(std::size_t epoch) const {
    const auto after = std::ranges::upper_bound(m_states, epoch, {}, &Trainer::State::epoch);
    return *std::prev(after);
}

void Snapshots::forgetAfter(std::size_t epoch) {
    m_states.erase(std::ranges::upper_bound(m_states, epoch, {}, &Trainer::State::epoch),
                   m_states.end());
    keepToLimit();
}

void Snapshots::addRun(std::size_t parent) {
    for (Trainer::State& state : m_states) {
        state.addRun(parent);
    }
    keepToLimit();
}

void Snapshots::keepToLimit() {
    countBytes();
    while (m_bytes > m_byteLimit && m_states.size() > 1) {
        thinOut();
    }
    m_nextEpoch = (m_states.back().epoch() / m_stride + 1) * m_stride;
}

void Snapshots::countBytes() {
    m_bytes = 0;
    for (const Trainer::State& state : m_states) {
        m_bytes += state.bytes();
    }
}

void Snapshots::thinOut() {
    m_stride *= 2;
    // Epochs that came too fast are missing: of each stride the first that there is stays.
    std::size_t next = 0;
    std::erase_if(m_states, [&](const Trainer::State& state) {
        const bool isKept = state.epoch() >= next;
        next = isKept ? (state.epoch() / m_stride + 1) * m_stride : next;
        return !isKept;
    });
    countBytes();
}

} // namespace reluscope
