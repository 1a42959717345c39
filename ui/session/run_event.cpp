// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_event.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reluscope::ui {
namespace {

/// Slopes are told of when they come into another of these steps.
constexpr double slopeStep = 0.05;

std::vector<RunEvent::Units> unitsByLayer(const std::vector<UnitEvent>& events) {
    std::vector<RunEvent::Units> layers;
    for (const UnitEvent& event : events) {
        if (layers.empty() || layers.back().layer != event.layer) {
            layers.push_back({.layer = event.layer, .died = 0, .revived = 0});
        }
        ++(event.hasDied ? layers.back().died : layers.back().revived);
    }
    return layers;
}

} // namespace

void RunEvents::add(const std::optional<EpochRecord>& before, const EpochRecord& record) {
    if (!record.measured) {
        return;
    }
    for (const RunEvent::Units& units : unitsByLayer(record.measured->events)) {
        append({.epoch = record.epoch, .run = record.run, .what = units});
    }
    if (!before) {
        return;
    }
    const auto& slopes = record.measured->learned;
    const auto& slopesBefore = before->measured->learned;
    for (std::size_t layer = 0; layer < slopes.size(); ++layer) {
        if (slopes[layer].size() == 1 && slopesBefore[layer].size() == 1) {
            const double now = slopes[layer][0];
            if (std::floor(now / slopeStep) != std::floor(slopesBefore[layer][0] / slopeStep)) {
                append({.epoch = record.epoch,
                        .run = record.run,
                        .what = RunEvent::Slope{.layer = layer, .value = now}});
            }
        }
    }
}

void RunEvents::add(std::size_t run, const Divergence& divergence) {
    append({.epoch = divergence.epoch, .run = run, .what = divergence});
}

void RunEvents::setStop(std::size_t run, const std::optional<Stop>& stop) {
    std::erase_if(m_events, [run](const RunEvent& event) {
        return event.run == run && std::holds_alternative<Stop>(event.what);
    });
    if (stop) {
        append({.epoch = stop->epoch, .run = run, .what = *stop});
    }
}

void RunEvents::add(const Experiment& experiment, const Change& change, std::size_t epoch) {
    if (change.step == 0) {
        return; // what a setting was before it was changed
    }
    const auto run = static_cast<std::size_t>(
        std::ranges::find(experiment.runs, change.run, &RunSpec::name) - experiment.runs.begin());
    // A knob that is being turned is one event, that of where it came to.
    const auto isSame = [&](const RunEvent& event) {
        const auto* other = std::get_if<Change>(&event.what);
        return event.epoch == epoch && event.run == run && other != nullptr &&
               other->field == change.field && std::holds_alternative<double>(change.value);
    };
    std::erase_if(m_events, isSame);
    append({.epoch = epoch, .run = run, .what = change});
}

void RunEvents::append(RunEvent event) {
    m_events.push_back(std::move(event));
    if (m_events.size() > capacity) {
        m_events.pop_front();
    }
}

} // namespace reluscope::ui
