// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/pre_activations.h"
#include "core/diagnosis/unit_readings.h"
#include "core/diagnosis/unit_states.h"
#include "core/training/change.h"
#include "core/training/step_trace.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace reluscope {

/// Which pictures somebody looks at: the others are not made.
struct PictureRequest {
    bool outputs = false;
    std::optional<std::size_t> preActivationsOf = {}; ///< hidden layer, 0 the first
    bool units = false;
    std::optional<std::size_t> unitsOf = {}; ///< one run alone; unset: all

    std::optional<UnitPlace> unit = {};     ///< one in every run that has it
    std::optional<std::size_t> stepOf = {}; ///< the run whose next step is traced
    bool sharpness = false;                 ///< no picture: event::SharpnessFound

    bool isEmpty() const { return !outputs && !preActivationsOf && !units && !unit && !stepOf; }
    friend bool operator==(const PictureRequest&, const PictureRequest&) = default;
};

/// The pictures of a layer's units, each on a grid of its own: what a unit says of places of data
/// with one or two features (its activation; rows from the bottom up), and of other data its
/// incoming weights, row by row as they make up an image.
struct UnitPictures {
    std::size_t rows = 0;
    std::size_t columns = 0;
    bool areWeights = false;
    std::vector<float> values = {}; ///< units x rows x columns; NaN beyond the last weight
};

struct RunPictures {
    /// What it says of some inputs: a grid over the plane for data with two features
    /// (DecisionGrid), places along the x axis for data with one (fittedCurveInputs()), the first
    /// test examples otherwise. Count x classes probabilities; of a regression count values.
    std::vector<float> outputs;
    /// Over the probe batch; of the last hidden layer where it has not so many. Unset without any.
    std::optional<PreActivations> preActivations;
    std::vector<std::vector<UnitState>> unitStates; ///< by hidden layer, over all training examples
    std::vector<std::vector<UnitReading>> unitReadings; ///< the same, over the probe batch
    std::vector<UnitPictures> units;                    ///< by hidden layer
    /// One unit, as fine as the outputs. Unset where the run has none at that place.
    std::optional<UnitPictures> unit;
    std::optional<StepTrace> nextStep; ///< unset of a run that has diverged
    /// Activation parameters, by hidden layer; whatever is asked for, as nothing has to be made.
    std::vector<std::vector<float>> learned;
};

/// What can be seen of the networks at one moment.
struct Pictures {
    std::uint64_t opening = 0;
    std::size_t epoch = 0;
    PictureRequest request;
    std::size_t count = 0; ///< inputs that `outputs` are of
    std::vector<RunPictures> runs;
};

/// How many test examples outputs are made of where the data is not two-dimensional.
inline constexpr std::size_t picturedExamples = 12;

} // namespace reluscope
