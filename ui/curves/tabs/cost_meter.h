// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/cost.h"

#include <QObject>

#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace reluscope::ui {

/// Measures what functions cost, one after the other on a thread of its own, and remembers it.
class CostMeter : public QObject {
    Q_OBJECT

  public:
    explicit CostMeter(CostMeasurement::Clock clock, QObject* parent = nullptr);
    ~CostMeter() override;

    /// Measures those of \p functions that it does not know, in their order, and no others any
    /// more.
    void measure(const std::vector<Activation>& functions);
    /// Ends within a pass or two over the elements, and without waiting for the rest.
    void stop();
    /// Drops what it knows, to measure again.
    void forget();

    /// Nothing if that function has not been measured with these parameters.
    std::optional<ActivationCost> costOf(const Activation& function) const;
    bool isMeasuring() const;

  signals:
    void measured();

  private:
    void add(const Activation& function, const ActivationCost& cost, int age);

    CostMeasurement::Clock m_clock;
    std::vector<std::pair<Activation, ActivationCost>> m_costs;
    std::vector<Activation> m_wanted;
    int m_age = 0; ///< how often it has forgotten: what was measured before is not taken after
    std::jthread m_thread;
};

} // namespace reluscope::ui
