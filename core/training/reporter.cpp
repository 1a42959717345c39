// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/reporter.h"

#include <utility>

namespace reluscope {

void Reporter::startOver(const Trainer& trainer) {
    m_told.assign(trainer.runs().size(), {});
}

void Reporter::addRun(const Trainer& trainer) {
    m_told.push_back({.epoch = trainer.epoch(),
                      .hasDiverged = trainer.runs().back().divergence().has_value(),
                      .stop = trainer.stopOf(trainer.runs().size() - 1)});
}

void Reporter::tellEpoch(Trainer& trainer, bool isMeasured, const std::stop_token& stop) {
    for (auto& record : trainer.recordAll(isMeasured, stop)) {
        if (record && (record->epoch == 0 || record->epoch > m_told[record->run].epoch)) {
            m_told[record->run].epoch = record->epoch;
            m_events.append(event::EpochEnded{std::move(*record)});
        }
    }
}

void Reporter::tellDivergences(const Trainer& trainer) {
    for (std::size_t run = 0; run < m_told.size(); ++run) {
        const auto& divergence = trainer.runs()[run].divergence();
        if (divergence && !m_told[run].hasDiverged) {
            m_told[run].hasDiverged = true;
            m_events.append(event::RunDiverged{run, *divergence});
        }
    }
}

void Reporter::tellStops(Trainer& trainer, bool isEpochMeasured, const std::stop_token& stop) {
    for (std::size_t run = 0; run < m_told.size(); ++run) {
        auto& told = m_told[run].stop;
        const auto& now = trainer.stopOf(run);
        const bool isBefore = told && !now && trainer.epoch() < told->epoch;
        if (now == told || isBefore) {
            continue;
        }
        told = now;
        m_events.append(event::RunStopped{run, now});
        if (now && !isEpochMeasured) {
            if (auto record = trainer.record(run, true, stop)) {
                m_events.append(event::EpochEnded{std::move(*record)});
            }
        }
    }
}

} // namespace reluscope
