// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/past.h"

namespace reluscope {

void Past::startOver(const Trainer& trainer) {
    m_present.reset();
    m_isOnTheWay = false;
    m_hasLeft = false;
    m_snapshots.clear();
    m_snapshots.add(trainer.state());
    m_nextAt = {};
}

void Past::keep(const Trainer& trainer) {
    constexpr int share = 100;
    if (!m_snapshots.isWanted(trainer.epoch())) {
        return;
    }
    const auto begin = m_clock();
    if (begin < m_nextAt) {
        return;
    }
    m_snapshots.add(trainer.state());
    const auto end = m_clock();
    m_nextAt = end + share * (end - begin);
}

void Past::show(const Trainer& trainer, std::size_t epoch) {
    if (!m_present) {
        m_present = trainer.state();
    }
    m_target = epoch;
    m_isOnTheWay = true;
}

bool Past::goOn(Trainer& trainer) {
    constexpr std::chrono::milliseconds moment{2};
    const Trainer::State& nearest = m_snapshots.atOrBefore(m_target);
    // The present may stand before the end of the epoch, and has changes that came later.
    const bool isBetween = m_hasLeft && nearest.epoch() <= trainer.epoch() &&
                           trainer.epoch() <= m_target &&
                           (trainer.epoch() < m_target || trainer.isBetweenEpochs());
    if (!isBetween) {
        trainer.restore(nearest);
        m_hasLeft = true;
    } else if (trainer.epoch() < m_target) {
        trainer.trainBatches(trainer.batchesWithin(moment));
    }
    m_isOnTheWay = trainer.epoch() != m_target || !trainer.isBetweenEpochs();
    if (!m_isOnTheWay) {
        trainer.makeDueChanges();
    }
    return !m_isOnTheWay;
}

void Past::returnToPresent(Trainer& trainer) {
    if (m_present) {
        trainer.restore(*m_present);
        m_present.reset();
        m_isOnTheWay = false;
        m_hasLeft = false;
    }
}

void Past::branch(std::size_t parent) {
    m_present.reset();
    m_hasLeft = false;
    m_snapshots.forgetAfter(m_target);
    m_snapshots.addRun(parent);
}

} // namespace reluscope
