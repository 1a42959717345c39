// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/step_trace.h"

#include <algorithm>

namespace reluscope {
namespace {

using Layer = StepTrace::Layer;

/// At most `most` of `width`, as far from each other and from the ends as they can be.
std::vector<std::size_t> choose(std::size_t width, std::size_t most) {
    std::vector<std::size_t> chosen(std::min(width, most));
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        chosen[i] = (2 * i + 1) * width / (2 * chosen.size());
    }
    return chosen;
}

/// The values of the chosen units, example after example.
std::vector<float> valuesOf(std::span<const float> all, std::size_t stride, std::size_t examples,
                            std::span<const std::size_t> units) {
    std::vector<float> values;
    values.reserve(examples * units.size());
    for (std::size_t example = 0; example < examples; ++example) {
        for (const std::size_t unit : units) {
            values.push_back(all[example * stride + unit]);
        }
    }
    return values;
}

/// dLoss/da of the chosen units of a hidden layer, from dLoss/dz of all units of the next.
std::vector<float> outputGradients(const Network<float>& network, std::size_t layer,
                                   std::span<const float> nextDelta, std::size_t stride,
                                   std::size_t examples, std::span<const std::size_t> units) {
    std::vector<float> gradients;
    gradients.reserve(examples * units.size());
    for (std::size_t example = 0; example < examples; ++example) {
        const auto delta = nextDelta.subspan(example * stride, stride);
        for (const std::size_t unit : units) {
            float sum = 0;
            for (std::size_t out = 0; out < network.architecture().layerOutputs(layer + 1); ++out) {
                sum += network.weight(layer + 1, out, unit) * delta[out];
            }
            gradients.push_back(sum);
        }
    }
    return gradients;
}

/// Calls \p visit with the place among all parameters of every weight and bias that a layer of the
/// trace holds.
template <class VisitWeight, class VisitBias>
void visitParameters(const Network<float>& network, const StepTrace& trace, std::size_t layer,
                     const VisitWeight& visitWeight, const VisitBias& visitBias) {
    for (const std::size_t unit : trace.layers[layer + 1].units) {
        for (const std::size_t in : trace.layers[layer].units) {
            visitWeight(network.weightIndex(layer, unit, in));
        }
        visitBias(network.biasIndex(layer, unit));
    }
}

std::vector<double> lossOfEach(Loss loss, const Workspace<float>& workspace, std::size_t stride,
                               std::size_t outputs, const Targets& targets, std::size_t examples) {
    std::vector<double> losses;
    for (std::size_t i = 0; i < examples; ++i) {
        const Targets own{
            .labels = targets.labels.empty() ? targets.labels : targets.labels.subspan(i, 1),
            .values = targets.values.empty() ? targets.values : targets.values.subspan(i, 1)};
        losses.push_back(
            score<float>(loss, workspace.logits().subspan(i * stride, stride), stride, outputs, own)
                .lossSum);
    }
    return losses;
}

} // namespace

StepTrace traceGradients(const Network<float>& network, Loss loss, const Batch& batch,
                         Workspace<float>& workspace, std::span<const float> gradient) {
    const Architecture& architecture = network.architecture();
    const std::size_t last = architecture.layerCount() - 1;
    const std::size_t count = batch.targets.count();
    StepTrace trace{.loss = loss, .batchExamples = count};
    trace.examples = std::min(count, StepTrace::mostExamples);
    trace.losses = lossOfEach(loss, workspace, workspace.stride(last), architecture.outputs,
                              batch.targets, trace.examples);
    trace.meanLoss = score<float>(loss, workspace.logits(), workspace.stride(last),
                                  architecture.outputs, batch.targets)
                         .meanLoss();
    const auto firstOf = [&](auto all) {
        const auto first = all.first(std::min(all.size(), trace.examples));
        return std::vector(first.begin(), first.end());
    };
    trace.labels = firstOf(batch.targets.labels);
    trace.values = firstOf(batch.targets.values);

    Layer features{.width = architecture.inputs,
                   .units = choose(architecture.inputs, StepTrace::mostUnits)};
    features.a = valuesOf(batch.features, architecture.inputs, trace.examples, features.units);
    trace.layers.push_back(std::move(features));
    for (std::size_t layer = 0; layer <= last; ++layer) {
        const std::size_t width = architecture.layerOutputs(layer);
        Layer own{.width = width, .units = choose(width, StepTrace::mostUnits)};
        const auto take = [&](std::span<const float> all) {
            return valuesOf(all, workspace.stride(layer), trace.examples, own.units);
        };
        own.z = take(workspace.z(layer));
        own.dz = take(workspace.delta(layer));
        if (layer < last) {
            own.a = take(workspace.a(layer));
            own.slope = take(workspace.slopes(layer));
            own.da = outputGradients(network, layer, workspace.delta(layer + 1),
                                     workspace.stride(layer + 1), trace.examples, own.units);
            for (const std::size_t unit : own.units) {
                own.functions.push_back(network.activationOf(layer, unit));
            }
        }
        trace.layers.push_back(std::move(own));
        Layer& added = trace.layers.back();
        visitParameters(
            network, trace, layer,
            [&](std::size_t index) {
                added.weight.push_back(network.parameters()[index]);
                added.weightGradient.push_back(gradient[index]);
            },
            [&](std::size_t index) {
                added.bias.push_back(network.parameters()[index]);
                added.biasGradient.push_back(gradient[index]);
            });
    }
    return trace;
}

void traceUpdate(StepTrace& trace, const Network<float>& after) {
    for (std::size_t layer = 0; layer + 1 < trace.layers.size(); ++layer) {
        Layer& own = trace.layers[layer + 1];
        visitParameters(
            after, trace, layer,
            [&](std::size_t index) { own.weightAfter.push_back(after.parameters()[index]); },
            [&](std::size_t index) { own.biasAfter.push_back(after.parameters()[index]); });
    }
}

} // namespace reluscope
