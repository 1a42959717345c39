// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run.h"

#include "core/training/unit_surgery.h"

#include <algorithm>
#include <cmath>

namespace reluscope {

Architecture architectureOf(const Experiment& experiment, const RunSpec& spec,
                            const Dataset& data) {
    return {.inputs = data.featureCount,
            .hidden = effectiveHidden(experiment, spec),
            .outputs = data.outputCount(),
            .activations = activationPerLayer(experiment, spec)};
}

std::size_t RunState::bytes() const noexcept {
    return sizeof(RunState) + parameters.size() * sizeof(float) + optimizer.bytes();
}

Run::Run(const Experiment& experiment, const RunSpec& spec, const Dataset& data)
    : m_initialization(effectiveInitialization(experiment, spec))
    , m_seed(experiment.network.seed)
    , m_loss(effectiveLoss(experiment, data))
    , m_optimizerSpec(effectiveOptimizer(experiment, spec))
    , m_network(architectureOf(experiment, spec, data))
    , m_gradient(m_network.parameters().size())
    , m_training(m_network.architecture(), std::min(largestBatch(experiment), data.train.count()))
    , m_evaluation(m_network.architecture(), evaluationChunk)
    , m_probe(m_network.architecture(), std::min(probeBatchSize, data.train.count())) {
    rewind();
}

void Run::rewind() {
    if (m_initialParameters.empty()) {
        initialize(m_network, m_initialization, m_seed);
    } else {
        std::ranges::copy(m_initialParameters, m_network.parameters().begin());
    }
    m_optimizer = {};
    m_optimizer.prepare(m_optimizerSpec, m_network.parameters().size());
    m_epochScore = {};
    m_steps = 0;
    m_divergence.reset();
}

void Run::startFrom(std::span<const float> parameters) {
    m_initialParameters.assign(parameters.begin(), parameters.end());
    rewind();
}

RunState Run::state() const {
    const auto parameters = m_network.parameters();
    return {.parameters = {parameters.begin(), parameters.end()},
            .optimizerSpec = m_optimizerSpec,
            .optimizer = m_optimizer,
            .epochScore = m_epochScore,
            .steps = m_steps,
            .learningRate = m_learningRate,
            .divergence = m_divergence};
}

void Run::restore(const RunState& state) {
    std::ranges::copy(state.parameters, m_network.parameters().begin());
    m_optimizer = state.optimizer;
    setOptimizer(state.optimizerSpec);
    m_epochScore = state.epochScore;
    m_steps = state.steps;
    m_learningRate = state.learningRate;
    m_divergence = state.divergence;
}

void Run::follow(const Run& other) {
    m_initialParameters = other.m_initialParameters;
    restore(other.state());
}

void Run::setOptimizer(const OptimizerSpec& optimizer) {
    m_optimizerSpec = optimizer;
    m_optimizer.prepare(m_optimizerSpec, m_network.parameters().size());
}

void Run::makeRoom(std::size_t batchSize) {
    if (batchSize > m_training.capacity()) {
        m_training = Workspace<float>(m_network.architecture(), batchSize);
    }
}

void Run::kill(UnitPlace place) {
    killUnit(m_network, place);
    forgetGradients(place);
}

void Run::revive(UnitPlace place, const Examples& probe) {
    reviveUnit(m_network, place, m_initialization, m_seed, probe.features, m_evaluation);
    forgetGradients(place);
}

/// Momentum of other weights would carry the new ones away.
void Run::forgetGradients(UnitPlace place) {
    for (std::size_t in = 0; in < m_network.architecture().layerInputs(place.layer); ++in) {
        m_optimizer.forget(m_network.weightIndex(place.layer, place.unit, in));
    }
    m_optimizer.forget(m_network.biasIndex(place.layer, place.unit));
}

void Run::step(const Batch& batch, std::size_t epoch, double learningRate, Team* team) {
    const std::size_t last = m_network.architecture().layerCount() - 1;
    if (team != nullptr && !isWorthSharing(batch.targets.count())) {
        team = nullptr;
    }
    m_network.forwardWithSlopes(batch.features, m_training, team);
    const Score score = scoreWithGradient<float>(
        m_loss, m_training.logits(), m_training.stride(last), m_network.architecture().outputs,
        batch.targets, m_training.delta(last));
    if (!std::isfinite(score.lossSum)) {
        const std::size_t layer = firstNonFiniteLayer();
        m_divergence = Divergence{.epoch = epoch, .step = m_steps + 1, .layer = {}};
        if (layer <= last) {
            m_divergence->layer = layer + 1;
        }
        return;
    }
    if (isPlainDescent(m_optimizerSpec)) {
        m_network.descend(
            batch.features, m_training,
            {static_cast<float>(learningRate), static_cast<float>(m_optimizerSpec.weightDecay)},
            team);
    } else {
        m_network.backward(batch.features, m_training, m_gradient, team);
        OptimizerSpec optimizer = m_optimizerSpec;
        optimizer.learningRate = learningRate;
        m_optimizer.update(optimizer, m_network.parameters(), m_gradient,
                           m_network.weightAndBiasCount(), m_network.blocks(), team);
    }
    m_learningRate = learningRate;
    m_epochScore.add(score);
    ++m_steps;
}

StepTrace Run::stepTraced(const Batch& batch, std::size_t epoch, double learningRate) {
    const std::size_t last = m_network.architecture().layerCount() - 1;
    m_network.forwardWithSlopes(batch.features, m_training);
    scoreWithGradient<float>(m_loss, m_training.logits(), m_training.stride(last),
                             m_network.architecture().outputs, batch.targets,
                             m_training.delta(last));
    m_network.backward(batch.features, m_training, m_gradient);
    StepTrace trace = traceGradients(m_network, m_loss, batch, m_training, m_gradient);
    trace.epoch = epoch;
    trace.learningRate = learningRate;
    trace.optimizer = m_optimizerSpec;
    step(batch, epoch, learningRate);
    traceUpdate(trace, m_network);
    return trace;
}

bool Run::isWorthSharing(std::size_t examples) const {
    // Below it, waiting for each other takes longer than what is won wherever a core has other
    // work, too.
    constexpr double enough = 1e8;
    // Forward, back to the inputs, and the gradient: a product and a sum each.
    constexpr double perWeight = 6;
    return perWeight * static_cast<double>(m_network.weightAndBiasCount() * examples) > enough;
}

std::size_t Run::firstNonFiniteLayer() const {
    const Architecture& architecture = m_network.architecture();
    for (std::size_t layer = 0; layer < architecture.layerCount(); ++layer) {
        for (std::size_t example = 0; example < m_training.count(); ++example) {
            const auto z = m_training.z(layer).subspan(example * m_training.stride(layer),
                                                       architecture.layerOutputs(layer));
            if (!std::ranges::all_of(z, [](float value) { return std::isfinite(value); })) {
                return layer;
            }
        }
    }
    return architecture.layerCount();
}

std::optional<Score> Run::evaluate(const Examples& examples, const std::stop_token& stop,
                                   ConfusionMatrix* confusion) {
    const Architecture& architecture = m_network.architecture();
    Score total;
    for (std::size_t begin = 0; begin < examples.count(); begin += evaluationChunk) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        const std::size_t count = std::min(evaluationChunk, examples.count() - begin);
        m_network.forward(std::span(examples.features)
                              .subspan(begin * architecture.inputs, count * architecture.inputs),
                          m_evaluation);
        total.add(score<float>(m_loss, m_evaluation.logits(),
                               m_evaluation.stride(architecture.layerCount() - 1),
                               architecture.outputs, examples.targets(begin, count)));
        if (confusion != nullptr) {
            this->count(examples.targets(begin, count), *confusion);
        }
    }
    return total;
}

void Run::count(const Targets& targets, ConfusionMatrix& confusion) const {
    const Architecture& architecture = m_network.architecture();
    const std::size_t stride = m_evaluation.stride(architecture.layerCount() - 1);
    for (std::size_t i = 0; i < targets.count(); ++i) {
        const auto logits = m_evaluation.logits().subspan(i * stride, architecture.outputs);
        confusion.count(targets.labels[i], predictedClass(m_loss, logits));
    }
}

std::optional<NetworkHealth> Run::findHealth(const Examples& probe, const std::stop_token& stop) {
    return reluscope::findHealth(m_network, probe.features, m_evaluation,
                                 defaultSaturationThreshold, stop);
}

LayerStatistics Run::measureLayers(const Examples& probe) {
    const std::size_t count = m_probe.capacity();
    return reluscope::measureLayers(
        m_network, m_loss, std::span(probe.features).first(count * m_network.architecture().inputs),
        probe.targets(0, count), m_probe, m_gradient);
}

void Run::predict(std::span<const float> features, std::span<float> logits) {
    const Architecture& architecture = m_network.architecture();
    const std::size_t stride = m_evaluation.stride(architecture.layerCount() - 1);
    while (!features.empty()) {
        const auto now =
            features.first(std::min(features.size(), evaluationChunk * architecture.inputs));
        features = features.subspan(now.size());
        m_network.forward(now, m_evaluation);
        for (std::size_t example = 0; example < m_evaluation.count(); ++example) {
            std::ranges::copy(m_evaluation.logits().subspan(example * stride, architecture.outputs),
                              logits.begin());
            logits = logits.subspan(architecture.outputs);
        }
    }
}

} // namespace reluscope
