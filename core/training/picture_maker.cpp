// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/picture_maker.h"

#include "core/diagnosis/decision_grid.h"
#include "core/diagnosis/fitted_curve.h"
#include "core/diagnosis/layer_statistics.h"
#include "core/diagnosis/unit_pictures.h"
#include "core/network/loss.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace reluscope {
namespace {

constexpr std::size_t unitSide = 20;   ///< places along an edge of a unit's picture of the plane
constexpr std::size_t unitPlaces = 40; ///< the same along the x axis
constexpr std::size_t bins = 48;

std::vector<float> outputInputs(const Dataset& data) {
    if (data.featureCount == 2) {
        return makeDecisionGrid(data).points;
    }
    if (data.featureCount == 1) {
        return fittedCurveInputs(data);
    }
    const std::size_t count = std::min(picturedExamples, data.test.count());
    const auto first = std::span(data.test.features).first(count * data.featureCount);
    return {first.begin(), first.end()};
}

std::vector<float> unitInputs(const Dataset& data) {
    if (data.featureCount == 2) {
        return makeDecisionGrid(data, unitSide).points;
    }
    std::vector<float> inputs;
    if (data.featureCount == 1) {
        const auto all = fittedCurveInputs(data);
        for (std::size_t i = 0; i < unitPlaces; ++i) {
            inputs.push_back(all[i * (all.size() - 1) / (unitPlaces - 1)]);
        }
    }
    return inputs;
}

/// Two digits at most, and no new axis for every small change.
double roundedReach(double usual, double before) {
    if (usual <= before && usual > before / 3) {
        return before;
    }
    const double decade = std::pow(10, std::floor(std::log10(usual)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (usual <= step * decade) {
            return step * decade;
        }
    }
    return 10 * decade;
}

void takeLearned(const Network<float>& network, RunPictures& pictures) {
    pictures.learned.resize(network.architecture().hidden.size());
    for (std::size_t layer = 0; layer < pictures.learned.size(); ++layer) {
        const auto learned = network.learned(layer);
        pictures.learned[layer].assign(learned.begin(), learned.end());
    }
}

/// The incoming weights of some of a layer's units: as the image that they weigh, or nearly in a
/// square.
UnitPictures weightPictures(const Network<float>& network, const Dataset& data, std::size_t layer,
                            Range units) {
    const Architecture& architecture = network.architecture();
    const std::size_t inputs = architecture.layerInputs(layer);
    UnitPictures pictures{.areWeights = true};
    if (layer == 0 && data.isImages()) {
        pictures.rows = data.imageRows;
        pictures.columns = data.imageColumns;
    } else {
        pictures.columns =
            static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(inputs))));
        pictures.rows = (inputs + pictures.columns - 1) / pictures.columns;
    }
    const std::size_t places = pictures.rows * pictures.columns;
    pictures.values.assign(units.size() * places, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (std::size_t in = 0; in < inputs; ++in) {
            pictures.values[i * places + in] = network.weight(layer, units.begin + i, in);
        }
    }
    return pictures;
}

} // namespace

PictureMaker::PictureMaker(const Dataset& data)
    : m_outputInputs(outputInputs(data))
    , m_unitInputs(unitInputs(data)) {}

bool PictureMaker::make(Trainer& trainer, const PictureRequest& request,
                        const std::stop_token& stop, Pictures& pictures) {
    pictures.epoch = trainer.epoch();
    pictures.request = request;
    pictures.count = m_outputInputs.size() / trainer.data().featureCount;
    pictures.runs.resize(trainer.runs().size());
    while (m_probes.size() < trainer.runs().size()) {
        const Architecture& architecture = trainer.runs()[m_probes.size()].network().architecture();
        m_probes.emplace_back(architecture, std::min(probeBatchSize, trainer.data().train.count()));
    }
    for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
        RunPictures& own = pictures.runs[run];
        own.outputs.clear();
        if (request.outputs) {
            makeOutputs(trainer, run, own);
        }
        own.units.clear();
        own.unitStates.clear();
        own.unitReadings.clear();
        own.preActivations.reset();
        own.unit.reset();
        own.nextStep.reset();
        takeLearned(trainer.runs()[run].network(), own);
        const bool hasUnits = request.units && request.unitsOf.value_or(run) == run;
        if (hasUnits && !makeUnits(trainer, run, stop, own)) {
            return false;
        }
    }
    if (request.unit) {
        makeUnit(trainer, *request.unit, pictures);
    }
    if (request.stepOf && *request.stepOf < trainer.runs().size()) {
        pictures.runs[*request.stepOf].nextStep = trainer.traceNextStep(*request.stepOf);
    }
    if (request.preActivationsOf) {
        makePreActivations(trainer, *request.preActivationsOf, pictures);
    }
    return !stop.stop_requested();
}

void PictureMaker::makeOutputs(Trainer& trainer, std::size_t run, RunPictures& pictures) {
    const Dataset& data = trainer.data();
    const std::size_t count = m_outputInputs.size() / data.featureCount;
    m_logits.resize(count * data.outputCount());
    trainer.predict(run, m_outputInputs, m_logits);
    if (data.task == Task::Regression) {
        pictures.outputs = m_logits;
        return;
    }
    pictures.outputs.resize(count * data.classCount);
    for (std::size_t i = 0; i < count; ++i) {
        classProbabilities(
            trainer.runs()[run].loss(),
            std::span(m_logits).subspan(i * data.outputCount(), data.outputCount()),
            std::span(pictures.outputs).subspan(i * data.classCount, data.classCount));
    }
}

void PictureMaker::look(const Trainer& trainer, std::size_t run) {
    const Dataset& data = trainer.data();
    trainer.runs()[run].network().forward(
        std::span(data.train.features).first(m_probes[run].capacity() * data.featureCount),
        m_probes[run]);
}

void PictureMaker::makePreActivations(const Trainer& trainer, std::size_t layer,
                                      Pictures& pictures) {
    double usual = 0;
    const auto layerOf = [&](std::size_t run) {
        return std::min(layer, trainer.runs()[run].network().architecture().hidden.size() - 1);
    };
    const auto isShown = [&](std::size_t run) {
        return !trainer.runs()[run].network().architecture().hidden.empty();
    };
    for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
        if (isShown(run)) {
            const Network<float>& network = trainer.runs()[run].network();
            look(trainer, run);
            // One that has diverged does not stretch the axis of the others.
            if (!trainer.runs()[run].divergence()) {
                usual = std::max(usual, usualReach(network, m_probes[run], layerOf(run)));
            }
        }
    }
    m_reach = roundedReach(std::max(usual, 1e-3), m_reach);
    for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
        if (isShown(run)) {
            pictures.runs[run].preActivations =
                findPreActivations(trainer.runs()[run].network(), m_probes[run], layerOf(run),
                                   m_reach, bins, defaultSaturationThreshold);
        }
    }
}

bool PictureMaker::makeUnits(Trainer& trainer, std::size_t run, const std::stop_token& stop,
                             RunPictures& pictures) {
    const Network<float>& network = trainer.runs()[run].network();
    const auto health = trainer.findHealth(run, stop);
    if (!health) {
        return false;
    }
    look(trainer, run);
    pictures.unitReadings = readUnits(network, m_probes[run], defaultSaturationThreshold);
    pictures.unitStates = unitStates(network, *health, trainer.isDeathPermanent(run));
    for (std::size_t layer = 0; layer < network.architecture().hidden.size(); ++layer) {
        pictures.units.push_back(m_unitInputs.empty()
                                     ? weightPictures(network, trainer.data(), layer,
                                                      {0, network.architecture().hidden[layer]})
                                     : activationPictures(network, m_probes[run], layer));
    }
    return true;
}

void PictureMaker::makeUnit(const Trainer& trainer, UnitPlace place, Pictures& pictures) {
    for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
        const Network<float>& network = trainer.runs()[run].network();
        const auto& hidden = network.architecture().hidden;
        if (place.layer >= hidden.size() || place.unit >= hidden[place.layer]) {
            continue;
        }
        if (m_unitInputs.empty()) {
            pictures.runs[run].unit =
                weightPictures(network, trainer.data(), place.layer, {place.unit, place.unit + 1});
            continue;
        }
        const bool isPlane = network.architecture().inputs == 2;
        const std::size_t columns = isPlane ? DecisionGrid::side : fittedCurvePoints;
        pictures.runs[run].unit = UnitPictures{
            .rows = isPlane ? DecisionGrid::side : 1,
            .columns = columns,
            .values = unitPicture(network, place.layer, place.unit, m_outputInputs, m_probes[run])};
    }
}

UnitPictures PictureMaker::activationPictures(const Network<float>& network,
                                              Workspace<float>& workspace,
                                              std::size_t layer) const {
    const bool isPlane = network.architecture().inputs == 2;
    return {.rows = isPlane ? unitSide : 1,
            .columns = isPlane ? unitSide : unitPlaces,
            .areWeights = false,
            .values = unitPictures(network, layer, m_unitInputs, workspace)};
}

} // namespace reluscope
