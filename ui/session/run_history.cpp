// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_history.h"

#include <algorithm>
#include <limits>

namespace reluscope::ui {

void RunHistory::append(const EpochRecord& record) {
    // One of the same epoch tells what has become of it since, as when a unit was killed.
    const bool isAgain = m_last && m_last->epoch == record.epoch;
    m_last = record;
    if (record.measured) {
        m_lastMeasured = record;
        if (isAgain && !m_measured.empty() && m_measured.back().epoch == record.epoch) {
            m_measured.back() = record;
        } else {
            keepMeasured(record);
        }
    }
    if (isAgain && !m_epochs.empty() && m_epochs.back() == static_cast<double>(record.epoch)) {
        for (auto* series : allSeries()) {
            series->pop_back();
        }
        appendPoint(record);
    } else if (record.epoch >= m_nextEpoch) {
        appendPoint(record);
    }
}

void RunHistory::appendPoint(const EpochRecord& record) {
    m_nextEpoch = (record.epoch / m_stride + 1) * m_stride;
    constexpr double gap = std::numeric_limits<double>::quiet_NaN();
    const auto& measured = record.measured;
    m_epochs.push_back(static_cast<double>(record.epoch));
    m_steps.push_back(static_cast<double>(record.step));
    m_seconds.push_back(record.seconds);
    m_trainLoss.push_back(record.trainLoss);
    m_trainAccuracy.push_back(record.trainAccuracy.value_or(gap));
    m_testLoss.push_back(measured ? measured->testLoss : gap);
    m_testAccuracy.push_back(measured ? measured->testAccuracy.value_or(gap) : gap);
    m_deadFraction.push_back(measured ? measured->deadFraction : gap);
    if (m_epochs.size() > capacity) {
        thinOut();
    }
}

std::array<std::vector<double>*, 8> RunHistory::allSeries() {
    return {&m_epochs,   &m_steps,         &m_seconds,      &m_trainLoss,
            &m_testLoss, &m_trainAccuracy, &m_testAccuracy, &m_deadFraction};
}

void RunHistory::thinOut() {
    m_stride *= 2;
    // Of each stride the first point stays: where epochs come fast, those on it may be missing.
    std::vector<bool> isKept;
    std::size_t next = 0;
    for (const double epoch : m_epochs) {
        isKept.push_back(epoch >= static_cast<double>(next));
        if (isKept.back()) {
            next = (static_cast<std::size_t>(epoch) / m_stride + 1) * m_stride;
        }
    }
    m_nextEpoch = next;
    for (auto* series : allSeries()) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < series->size(); ++i) {
            if (isKept[i]) {
                (*series)[kept++] = (*series)[i];
            }
        }
        series->resize(kept);
    }
}

void RunHistory::keepMeasured(const EpochRecord& record) {
    if (record.epoch < m_nextMeasured) {
        return;
    }
    m_measured.push_back(record);
    if (m_measured.size() > recordCapacity) {
        m_measuredStride *= 2;
        std::size_t next = 0;
        std::erase_if(m_measured, [&](const EpochRecord& kept) {
            const bool isKept = kept.epoch >= next;
            next = isKept ? (kept.epoch / m_measuredStride + 1) * m_measuredStride : next;
            return !isKept;
        });
    }
    m_nextMeasured = (m_measured.back().epoch / m_measuredStride + 1) * m_measuredStride;
}

void RunHistory::addSharpness(const SharpnessPoint& point) {
    const auto place =
        std::ranges::lower_bound(m_sharpness, point.epoch, {}, &SharpnessPoint::epoch);
    if (place != m_sharpness.end() && place->epoch == point.epoch) {
        const bool isJoined = place->isJoined;
        *place = point;
        place->isJoined = isJoined;
        return;
    }
    const auto added = m_sharpness.insert(place, point);
    if (const auto next = std::next(added); next != m_sharpness.end()) {
        added->isJoined = next->isJoined; // after a branch: a line that passes there goes on
    }
    if (m_sharpness.size() > recordCapacity) {
        thinOutSharpness();
    }
}

/// The one that is nearest to its neighbours is missed least.
void RunHistory::thinOutSharpness() {
    const auto span = [this](std::size_t point) {
        return m_sharpness[point + 1].epoch - m_sharpness[point - 1].epoch;
    };
    std::size_t nearest = 1;
    for (std::size_t point = 1; point + 1 < m_sharpness.size(); ++point) {
        nearest = span(point) < span(nearest) ? point : nearest;
    }
    m_sharpness[nearest + 1].isJoined &= m_sharpness[nearest].isJoined;
    m_sharpness.erase(m_sharpness.begin() + static_cast<std::ptrdiff_t>(nearest));
}

const EpochRecord* RunHistory::measuredAt(std::size_t epoch) const {
    const auto after = std::ranges::upper_bound(m_measured, epoch, {}, &EpochRecord::epoch);
    return after == m_measured.begin() ? nullptr : &*std::prev(after);
}

std::optional<std::size_t> RunHistory::pointAt(std::size_t epoch) const {
    const auto after = std::ranges::upper_bound(m_epochs, static_cast<double>(epoch));
    return after == m_epochs.begin()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(after - m_epochs.begin()) - 1);
}

void RunHistory::showPast(std::size_t epoch) {
    m_pastEpoch = epoch;
    const EpochRecord* record = measuredAt(epoch);
    m_shown = record == nullptr ? std::nullopt : std::optional(*record);
}

void RunHistory::showPresent() {
    m_pastEpoch.reset();
}

RunHistory RunHistory::until(std::size_t epoch) const {
    RunHistory part = *this;
    const auto point = pointAt(epoch);
    const std::size_t points = point ? *point + 1 : 0;
    for (auto* series : part.allSeries()) {
        series->resize(points);
    }
    std::erase_if(part.m_measured, [&](const EpochRecord& record) { return record.epoch > epoch; });
    std::erase_if(part.m_sharpness,
                  [&](const SharpnessPoint& known) { return known.epoch > epoch; });
    part.m_nextEpoch = epoch + 1;
    part.m_nextMeasured = epoch + 1;
    part.m_lastMeasured =
        part.m_measured.empty() ? std::nullopt : std::optional(part.m_measured.back());
    part.m_last = part.m_lastMeasured;
    part.showPresent();
    if (m_divergence && m_divergence->epoch > epoch) {
        part.m_divergence.reset();
    }
    if (m_stop && m_stop->epoch > epoch) {
        part.m_stop.reset();
    }
    return part;
}

} // namespace reluscope::ui
