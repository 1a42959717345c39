// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_history.h"

#include <limits>

namespace reluscope::ui {

void RunHistory::append(const EpochRecord& record) {
    m_last = record;
    if (record.measured) {
        m_lastMeasured = record;
    }
    if (record.epoch % m_stride != 0) {
        return;
    }
    if (!m_epochs.empty() && m_epochs.back() == static_cast<double>(record.epoch)) {
        for (auto* series : allSeries()) {
            series->pop_back();
        }
    }
    constexpr double gap = std::numeric_limits<double>::quiet_NaN();
    const auto& measured = record.measured;
    m_epochs.push_back(static_cast<double>(record.epoch));
    m_trainLoss.push_back(record.trainLoss);
    m_trainAccuracy.push_back(record.trainAccuracy.value_or(gap));
    m_testLoss.push_back(measured ? measured->testLoss : gap);
    m_testAccuracy.push_back(measured ? measured->testAccuracy.value_or(gap) : gap);
    m_deadFraction.push_back(measured ? measured->deadFraction : gap);
    if (m_epochs.size() > capacity) {
        thinOut();
    }
}

std::array<std::vector<double>*, 6> RunHistory::allSeries() {
    return {&m_epochs,        &m_trainLoss,    &m_testLoss,
            &m_trainAccuracy, &m_testAccuracy, &m_deadFraction};
}

void RunHistory::thinOut() {
    for (auto* series : allSeries()) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < series->size(); i += 2) {
            (*series)[kept++] = (*series)[i];
        }
        series->resize(kept);
    }
    m_stride *= 2;
}

} // namespace reluscope::ui
