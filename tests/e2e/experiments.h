// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace reluscope::test {

struct NamedExperiment {
    const char* name;
    /// JSON that is merged into a small experiment.
    const char* difference;
};

/// Experiments that differ in all that decides how one goes.
std::span<const NamedExperiment> differentExperiments();

/// What all of them have where they do not say otherwise.
extern const char* const commonExperiment;

/// The table that the experiment on a CSV file reads.
extern const char* const csvName;
extern const char* const csvText;

} // namespace reluscope::test
