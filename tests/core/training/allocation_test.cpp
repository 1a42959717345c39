// SPDX-License-Identifier: GPL-3.0-or-later
// A training step allocates nothing. This program counts every call of malloc, to which operator
// new and Eigen come in the end.
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// NOLINTBEGIN: the names are glibc's, and a count for all of a program is global.
namespace {
std::atomic<std::size_t> allocations{0};
}

extern "C" {
// What glibc itself calls by these names, so that a program can put its own before them.
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) noexcept {
    ++allocations;
    return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) noexcept {
    ++allocations;
    return __libc_calloc(count, size);
}
void* realloc(void* old, std::size_t size) noexcept {
    ++allocations;
    return __libc_realloc(old, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    ++allocations;
    return __libc_memalign(alignment, size);
}
}
// NOLINTEND

namespace reluscope {
namespace {

/// `id` with one value learned for each unit: all of its words are "true".
RunSpec learningRun(std::string_view id) {
    RunSpec spec = test::runSpec(id);
    Activation& activation = spec.activations[0];
    for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
        if (activation.info->parameters[i].isChoice()) {
            activation.parameters[i] = 1;
        }
    }
    return spec;
}

/// Every function, and those that learn.
Experiment raceOfAll() {
    Experiment experiment = test::smallExperiment({});
    for (const ActivationInfo& row : activationTable()) {
        experiment.runs.push_back(test::runSpec(row.id));
    }
    experiment.runs.push_back(learningRun("prelu"));
    experiment.runs.push_back(learningRun("silu"));
    return experiment;
}

class Step : public testing::TestWithParam<OptimizerSpec> {};

TEST_P(Step, AllocatesNothing) {
    Experiment experiment = raceOfAll();
    experiment.training.optimizer = GetParam();
    const std::size_t before = allocations;
    Trainer trainer = test::makeTrainer(experiment);
    EXPECT_GT(allocations - before, experiment.runs.size()) << "allocations are not counted";

    const auto trainEpoch = [&] {
        while (!trainer.trainBatch()) {
        }
    };
    trainEpoch();
    const std::size_t warm = allocations;
    trainEpoch();
    trainEpoch();
    EXPECT_EQ(allocations - warm, 0U);
    for (const auto& run : trainer.runs()) {
        EXPECT_EQ(run.stepCount(), 3 * trainer.batchesPerEpoch());
    }
}

std::vector<OptimizerSpec> everyOptimizer() {
    std::vector<OptimizerSpec> specs;
    for (const OptimizerMethodInfo& info : optimizerMethods()) {
        const OptimizerSpec plain{.method = info.method, .learningRate = 0.001};
        OptimizerSpec full = plain;
        full.momentum = 0.9;
        full.nesterov = true;
        full.weightDecay = 0.01;
        full.centered = true;
        specs.push_back(plain);
        specs.push_back(full);
    }
    return specs;
}

INSTANTIATE_TEST_SUITE_P(Optimizers, Step, testing::ValuesIn(everyOptimizer()),
                         [](const auto& spec) {
                             return std::string(optimizerMethodInfo(spec.param.method).id) +
                                    (spec.param.momentum > 0 ? "_with_all_it_has" : "_plain");
                         });

} // namespace
} // namespace reluscope
