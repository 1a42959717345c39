// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/cost_meter.h"

#include <algorithm>
#include <iterator>

namespace reluscope::ui {

CostMeter::CostMeter(CostMeasurement::Clock clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock) {}

CostMeter::~CostMeter() {
    stop();
}

void CostMeter::measure(const std::vector<Activation>& functions) {
    stop();
    std::ranges::copy_if(functions, std::back_inserter(m_wanted),
                         [this](const Activation& function) { return !costOf(function); });
    if (m_wanted.empty()) {
        return;
    }
    m_thread = std::jthread(
        [this, wanted = m_wanted, clock = m_clock, age = m_age](const std::stop_token& stop) {
            for (const Activation& function : wanted) {
                const auto cost = measureCost(function, {.clock = clock}, stop);
                if (!cost) {
                    return;
                }
                QMetaObject::invokeMethod(
                    this, [this, function, cost, age] { add(function, *cost, age); },
                    Qt::QueuedConnection);
            }
        });
}

void CostMeter::stop() {
    m_wanted.clear();
    // Two at a time would disturb each other, and none may outlive this.
    m_thread = {};
}

void CostMeter::forget() {
    stop();
    m_costs.clear();
    ++m_age;
}

std::optional<ActivationCost> CostMeter::costOf(const Activation& function) const {
    const auto found =
        std::ranges::find(m_costs, function, &std::pair<Activation, ActivationCost>::first);
    return found == m_costs.end() ? std::nullopt : std::optional(found->second);
}

bool CostMeter::isMeasuring() const {
    return std::ranges::any_of(m_wanted,
                               [this](const Activation& function) { return !costOf(function); });
}

void CostMeter::add(const Activation& function, const ActivationCost& cost, int age) {
    if (age == m_age && !costOf(function)) {
        m_costs.emplace_back(function, cost);
        emit measured();
    }
}

} // namespace reluscope::ui
