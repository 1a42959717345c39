// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/experiments.h"

#include <array>

namespace reluscope::test {

const char* const commonExperiment = R"({
    "format": "reluscope-experiment", "version": 1, "title": "Small",
    "data": {"source": "xor", "train": 120, "test": 60, "seed": 1},
    "network": {"hidden": [8, 5], "seed": 1},
    "training": {"epochs": 6, "batch_size": 20, "optimizer": {"learning_rate": 0.3}},
    "runs": [{"name": "ReLU", "activation": {"id": "relu"}},
             {"name": "tanh", "activation": {"id": "tanh"}}]
})";

const char* const csvName = "flowers.csv";
const char* const csvText = "width,length,kind\n"
                            "0.2,1.4,a\n0.4,1.7,a\n0.3,1.4,a\n0.2,1.5,a\n0.1,1.5,a\n"
                            "1.4,4.7,b\n1.5,4.5,b\n1.3,4.0,b\n1.5,4.6,b\n1.0,3.3,b\n"
                            "2.5,6.0,c\n1.9,5.1,c\n2.1,5.9,c\n1.8,5.6,c\n2.2,5.8,c\n";

std::span<const NamedExperiment> differentExperiments() {
    static constexpr std::array experiments{
        NamedExperiment{"plain", "{}"},
        NamedExperiment{"momentum", R"({"training": {"optimizer": {"momentum": 0.9,
            "nesterov": true, "learning_rate": 0.05}}})"},
        NamedExperiment{"weight decay", R"({"training": {"optimizer": {"weight_decay": 0.01}}})"},
        NamedExperiment{"adam", R"({"training": {"optimizer": {"name": "adam",
            "learning_rate": 0.01}}})"},
        NamedExperiment{"rmsprop", R"({"training": {"optimizer": {"name": "rmsprop",
            "learning_rate": 0.01, "momentum": 0.5, "centered": true}}})"},
        NamedExperiment{"step schedule", R"({"training": {"schedule": {"name": "step",
            "step_size": 2, "gamma": 0.5}}})"},
        NamedExperiment{"cosine", R"({"training": {"schedule": {"name": "cosine"}}})"},
        NamedExperiment{"warm-up", R"({"training": {"schedule": {"name": "warmup_cosine",
            "warmup_epochs": 2}}})"},
        NamedExperiment{"squared error", R"({"training": {"loss": "mse"}})"},
        NamedExperiment{"regression", R"({"data": {"source": "sine"}})"},
        NamedExperiment{"degree", R"({"data": {"source": "chebyshev", "degree": 3, "noise": 0},
            "training": {"loss": "half_mse", "optimizer": {"learning_rate": 0.05}}})"},
        NamedExperiment{"scaled", R"({"data": {"source": "gaussians", "scale": "standard"},
            "training": {"loss": "binary_cross_entropy"}})"},
        NamedExperiment{"points", R"({"data": {"source": "points", "train": null, "test": null,
            "points": [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0], [0.5, 0.4, 2]]},
            "training": {"batch_size": 2, "loss": "cross_entropy"}})"},
        NamedExperiment{"csv", R"({"data": {"source": "csv", "path": "flowers.csv",
            "target": "kind", "train": null, "test": null, "scale": "standard"},
            "training": {"batch_size": 4}})"},
        NamedExperiment{"images", R"({"data": {"source": "fashion-mnist"},
            "training": {"epochs": 3, "optimizer": {"learning_rate": 0.05}}})"},
        NamedExperiment{"no shuffle", R"({"training": {"shuffle": false, "batch_size": 7}})"},
        NamedExperiment{"last batch dropped", R"({"training": {"drop_last": true,
            "batch_size": 50}})"},
        NamedExperiment{"learned parameters", R"({"runs": [
            {"name": "shared", "activation": {"id": "prelu"}},
            {"name": "each", "activation": {"id": "prelu", "per_unit": true}},
            {"name": "mixed", "activation": [{"id": "gelu"}, {"id": "selu"}]}]})"},
        NamedExperiment{"runs of their own", R"({"runs": [
            {"name": "hot", "activation": {"id": "identity"}, "learning_rate": 1e6},
            {"name": "wide", "activation": {"id": "elu"}, "hidden": [17]},
            {"name": "linear", "activation": {"id": "relu"}, "hidden": []},
            {"name": "born dead", "activation": {"id": "relu"},
             "initialization": {"weights": "he_normal", "bias": -3}}]})"},
        NamedExperiment{"recorded changes", R"({"training": {"changes": [
            {"run": "ReLU", "step": 7, "field": "learning_rate", "value": 0.05},
            {"run": "tanh", "step": 12, "field": "weight_decay", "value": 0.01},
            {"run": "ReLU", "step": 15, "field": "kill", "value": [1, 3]},
            {"run": "ReLU", "step": 25, "field": "revive", "value": [1, 3]}]}})"},
    };
    return experiments;
}

} // namespace reluscope::test
