// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/loss.h"
#include "core/network/network.h"
#include "core/training/optimizer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The files of tests/reference/make_trajectories.py.
namespace reluscope::test {

/// The trajectories of an activation, if there are some.
inline std::optional<nlohmann::json> readTrajectories(std::string_view activation) {
    std::ifstream file(RELUSCOPE_REFERENCE "/trajectory_" + std::string(activation) + ".json");
    return file ? std::optional(nlohmann::json::parse(file)) : std::nullopt;
}

/// What tells one case of a file from the others.
inline std::string described(const nlohmann::json& expected) {
    return expected["parameters"].dump() + ' ' + expected["optimizer"].dump() + ' ' +
           expected["sizes"].dump() + ' ' + expected["loss"].dump();
}

inline OptimizerSpec optimizerOf(const nlohmann::json& json) {
    OptimizerSpec spec;
    spec.method = std::ranges::find(optimizerMethods(), json["method"].get<std::string>(),
                                    &OptimizerMethodInfo::id)
                      ->method;
    spec.learningRate = json.at("learning_rate");
    spec.momentum = json.value("momentum", spec.momentum);
    spec.nesterov = json.value("nesterov", spec.nesterov);
    spec.weightDecay = json.value("weight_decay", spec.weightDecay);
    spec.beta1 = json.value("beta1", spec.beta1);
    spec.beta2 = json.value("beta2", spec.beta2);
    spec.alpha = json.value("alpha", spec.alpha);
    spec.centered = json.value("centered", spec.centered);
    spec.epsilon = json.value("epsilon", spec.epsilon);
    return spec;
}

inline Loss lossOf(const nlohmann::json& expected) {
    return std::ranges::find(losses(), expected["loss"].get<std::string>(), &LossInfo::id)->loss;
}

inline Activation activationOf(const nlohmann::json& expected) {
    Activation activation(*findActivation(expected["activation"].get<std::string>()));
    for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
        const ActivationParameter& known = activation.info->parameters[i];
        const auto given = expected["parameters"].find(known.id);
        if (given == expected["parameters"].end()) {
            continue;
        }
        activation.parameters[i] =
            known.isChoice()
                ? static_cast<double>(std::ranges::find(known.choices, given->get<std::string>()) -
                                      known.choices.begin())
                : given->get<double>();
    }
    return activation;
}

inline Architecture architectureOf(const nlohmann::json& expected) {
    const std::vector<std::size_t> sizes = expected["sizes"];
    Architecture made{.inputs = sizes.front(),
                      .hidden = {sizes.begin() + 1, sizes.end() - 1},
                      .outputs = sizes.back(),
                      .activations = {}};
    made.activations.assign(made.hidden.size(), activationOf(expected));
    return made;
}

/// `Draws` of make_trajectories.py.
class TrajectoryDraws {
  public:
    explicit TrajectoryDraws(std::uint32_t seed)
        : m_state(seed * 2654435761U) {}

    std::uint32_t bits() {
        m_state = m_state * 1664525U + 1013904223U;
        return m_state >> 8U;
    }
    /// In [-1, 1), and exact in float.
    double number() { return bits() / 0x1p23 - 1; }

  private:
    std::uint32_t m_state;
};

/// Where a trajectory starts, and what it is trained on, over and over.
template <class Real>
struct Trajectory {
    struct Batch {
        std::vector<Real> features;
        std::vector<std::uint32_t> labels; ///< or else values
        std::vector<float> values;
    };

    Network<Real> network;
    std::vector<Batch> batches;

    Trajectory(const nlohmann::json& file, const nlohmann::json& expected)
        : network(architectureOf(expected))
        , batches(file["batches"].get<std::size_t>()) {
        const Architecture& architecture = network.architecture();
        const std::size_t batchSize = file["batch_size"];
        TrajectoryDraws draws(expected["seed"]);
        drawWeights(draws);
        for (Batch& batch : batches) {
            for (std::size_t i = 0; i < batchSize * architecture.inputs; ++i) {
                batch.features.push_back(
                    static_cast<Real>(draws.number() * expected["feature_scale"].get<double>()));
            }
        }
        const auto classes =
            static_cast<std::uint32_t>(std::max<std::size_t>(architecture.outputs, 2));
        for (Batch& batch : batches) {
            for (std::size_t i = 0; i < batchSize; ++i) {
                if (expected["task"] == taskId(Task::Regression)) {
                    batch.values.push_back(static_cast<float>(draws.number()));
                } else {
                    batch.labels.push_back(draws.bits() % classes);
                }
            }
        }
    }

  private:
    void drawWeights(TrajectoryDraws& draws) {
        const Architecture& architecture = network.architecture();
        for (std::size_t layer = 0; layer < architecture.layerCount(); ++layer) {
            for (std::size_t out = 0; out < architecture.layerOutputs(layer); ++out) {
                for (std::size_t in = 0; in < architecture.layerInputs(layer); ++in) {
                    network.setWeight(layer, out, in, static_cast<Real>(draws.number()));
                }
            }
            for (std::size_t out = 0; out < architecture.layerOutputs(layer); ++out) {
                network.setBias(layer, out, static_cast<Real>(draws.number()));
            }
        }
    }
};

} // namespace reluscope::test
