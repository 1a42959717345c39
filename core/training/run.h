// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cpu/aligned_vector.h"
#include "core/diagnosis/confusion.h"
#include "core/diagnosis/layer_statistics.h"
#include "core/diagnosis/network_health.h"
#include "core/network/network.h"
#include "core/training/batches.h"
#include "core/training/experiment.h"
#include "core/training/step_trace.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace reluscope {

/// The network of a run.
Architecture architectureOf(const Experiment& experiment, const RunSpec& spec, const Dataset& data);

/// Where and when a training loss stopped being finite. A result, not an error.
struct Divergence {
    std::size_t epoch; ///< the one under way, from 1
    std::size_t step;  ///< the update that could not be made, from 1
    /// The first layer with a pre-activation that is not finite, from 1 (output = hidden + 1);
    /// unset where only the loss left the finite range.
    std::optional<std::size_t> layer;

    friend bool operator==(const Divergence&, const Divergence&) = default;
};

/// All that decides how a run goes on.
struct RunState {
    std::vector<float> parameters;
    OptimizerSpec optimizerSpec;
    Optimizer<float> optimizer;
    Score epochScore;
    std::size_t steps = 0;
    double learningRate = 0;
    std::optional<Divergence> divergence;

    std::size_t bytes() const noexcept;
};

/// One network in training: its weights, its optimizer's state and their buffers, which are
/// allocated once.
class Run {
  public:
    /// Passes with fixed weights take so many examples at a time.
    static constexpr std::size_t evaluationChunk = 256;

    Run(const Experiment& experiment, const RunSpec& spec, const Dataset& data);

    /// Back to the initial weights, by the same draws or as they were handed in.
    void rewind();

    /// Makes \p parameters, laid out as the network's, its initial ones, and rewinds.
    void startFrom(std::span<const float> parameters);

    RunState state() const;
    /// Goes on from a state of this run, bit for bit.
    void restore(const RunState& state);
    /// Takes the place of a run of the same network: its initial weights, and where it stands.
    void follow(const Run& other);

    /// Takes over settings that may change while it trains.
    void setOptimizer(const OptimizerSpec& optimizer);
    /// For batches of up to so many examples.
    void makeRoom(std::size_t batchSize);

    /// Makes a hidden unit silent, or wakes it by the data of \p probe: unit_surgery.h.
    void kill(UnitPlace place);
    void revive(UnitPlace place, const Examples& probe);

    /// One update on \p batch at the rate that the schedule has now. Where the loss is not finite
    /// nothing is updated and the run has diverged; then it must not be stepped again. \p team
    /// shares the work where there is enough of it; the results are the same.
    void step(const Batch& batch, std::size_t epoch, double learningRate, Team* team = nullptr);

    void startEpoch() { m_epochScore = {}; }

    /// Loss and accuracy of this epoch as it trained, up to now.
    const Score& epochScore() const noexcept { return m_epochScore; }
    std::size_t stepCount() const noexcept { return m_steps; }
    /// Of the last step.
    double learningRate() const noexcept { return m_learningRate; }
    const std::optional<Divergence>& divergence() const noexcept { return m_divergence; }
    const OptimizerSpec& optimizer() const noexcept { return m_optimizerSpec; }
    const Network<float>& network() const noexcept { return m_network; }
    Loss loss() const noexcept { return m_loss; }

    /// The same step with the numbers that make it up.
    StepTrace stepTraced(const Batch& batch, std::size_t epoch, double learningRate);

    /// A pass over \p examples with fixed weights; nothing if stopped. \p confusion also counts
    /// which of the classes it takes them for.
    std::optional<Score> evaluate(const Examples& examples, const std::stop_token& stop,
                                  ConfusionMatrix* confusion = nullptr);

    /// The health over \p probe; nothing if stopped.
    std::optional<NetworkHealth> findHealth(const Examples& probe, const std::stop_token& stop);

    /// Statistics of the layers over the probe batch, the first of \p probe.
    LayerStatistics measureLayers(const Examples& probe);

    /// Logits of \p features (count x inputs), count x outputs, without padding.
    void predict(std::span<const float> features, std::span<float> logits);

  private:
    void count(const Targets& targets, ConfusionMatrix& confusion) const;
    bool isWorthSharing(std::size_t examples) const;
    std::size_t firstNonFiniteLayer() const;
    void forgetGradients(UnitPlace place);

    Initialization m_initialization;
    std::uint64_t m_seed;
    Loss m_loss;
    OptimizerSpec m_optimizerSpec;

    Network<float> m_network;
    Optimizer<float> m_optimizer;
    AlignedVector<float> m_gradient;
    Workspace<float> m_training;
    Workspace<float> m_evaluation;
    Workspace<float> m_probe;
    std::vector<float> m_initialParameters; ///< where they were handed in rather than drawn

    Score m_epochScore;
    std::size_t m_steps = 0;
    double m_learningRate = 0;
    std::optional<Divergence> m_divergence;
};

} // namespace reluscope
