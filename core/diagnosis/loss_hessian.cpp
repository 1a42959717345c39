// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/loss_hessian.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace reluscope {
namespace {

using Values = AlignedVector<double>;

Network<double> widened(const Network<float>& network) {
    Network<double> wide(network.architecture());
    std::ranges::copy(network.parameters(), wide.parameters().begin());
    return wide;
}

Range allPanels(std::size_t outputs) {
    return {0, panelCount(outputs)};
}

/// How the gradient of one example's softmax cross-entropy by its logits changes with them.
void changeCrossEntropy(std::span<const double> logits, std::span<const double> change,
                        std::span<double> gradientChange) {
    const double largest = *std::ranges::max_element(logits);
    double sum = 0;
    double mean = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        gradientChange[i] = std::exp(logits[i] - largest);
        sum += gradientChange[i];
        mean += gradientChange[i] * change[i];
    }
    mean /= sum;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        gradientChange[i] *= (change[i] - mean) / sum;
    }
}

/// The same of one logit, logistic.
double changeBinaryCrossEntropy(double logit, double change) {
    const double e = std::exp(-std::abs(logit));
    return change * e / ((1 + e) * (1 + e));
}

} // namespace

LossHessian::LossHessian(const Network<float>& network, Loss loss, std::span<const float> features,
                         const Targets& targets)
    : LossHessian(widened(network), loss, features, targets) {}

LossHessian::LossHessian(Network<double> network, Loss loss, std::span<const float> features,
                         const Targets& targets)
    : m_network(std::move(network))
    , m_loss(loss)
    , m_count(targets.count())
    , m_features(features.begin(), features.end())
    , m_workspace(m_network.architecture(), m_count)
    , m_layers(m_network.architecture().layerCount())
    , m_part(m_network.parameters().size()) {
    const Architecture& architecture = m_network.architecture();
    const std::size_t last = architecture.layerCount() - 1;
    m_network.forwardWithSlopes(m_features, m_workspace);
    scoreWithGradient<double>(m_loss, m_workspace.logits(), m_workspace.stride(last),
                              architecture.outputs, targets, m_workspace.delta(last));
    m_network.backward(m_features, m_workspace, m_part);

    std::size_t widest = 0;
    std::size_t transposed = 0;
    for (std::size_t layer = 0; layer <= last; ++layer) {
        const std::size_t size = m_workspace.z(layer).size();
        widest = std::max(widest, size);
        transposed = std::max(transposed, architecture.layerShape(layer).transposed().size());
        m_layers[layer].zChange.resize(size);
        m_layers[layer].deltaChange.resize(size);
    }
    m_scratch.resize(widest);
    m_transposed.resize(transposed);
    for (std::size_t layer = 0; layer < last; ++layer) {
        prepare(layer);
    }
}

/// What a hidden layer brings to every product.
void LossHessian::prepare(std::size_t index) {
    const Architecture& architecture = m_network.architecture();
    const auto z = m_workspace.z(index);
    const std::size_t width = m_workspace.stride(index);
    const ActivationInfo& info = *architecture.activations[index].info;
    Layer& layer = m_layers[index];
    layer.aChange.resize(z.size());
    layer.lossChange.resize(z.size());

    std::array<double, 1> fixed{};
    const auto p = m_network.leading(index, fixed);
    layer.slope.resize(z.size());
    info.kernels<double>().derivative(p, z, layer.slope);
    layer.curvature.resize(z.size());
    const bool isLearning = architecture.learnedCount(index) > 0;
    for (Values* values :
         {&layer.byParameter, &layer.slopeByParameter, &layer.parameterCurvature}) {
        values->resize(isLearning ? z.size() : 0);
    }
    for (std::size_t i = 0; i < z.size(); ++i) {
        const double own = p[p.size() == 1 ? 0 : i % width];
        layer.curvature[i] = info.secondDerivative(z[i], own);
        if (isLearning) {
            const ParameterDerivatives derivatives = info.parameterDerivatives(z[i], own);
            layer.byParameter[i] = derivatives.value;
            layer.slopeByParameter[i] = derivatives.slope;
            layer.parameterCurvature[i] = derivatives.curvature;
        }
    }

    const PanelShape above = architecture.layerShape(index + 1);
    const Range panels = allPanels(above.inputs);
    layer.loss.resize(z.size());
    transpose<double>(above, panels, weights(index + 1), m_transposed);
    multiplyScaled<double>(
        above.transposed(), panels, m_transposed,
        {m_workspace.delta(index + 1).data(), m_workspace.stride(index + 1), m_count}, {},
        layer.loss);
}

void LossHessian::multiply(std::span<const double> vector, std::span<double> product) {
    changeForward(vector);
    changeLogitsGradient();
    for (std::size_t index = m_layers.size() - 1; index > 0; --index) {
        changeGradient(index, product);
        changeBackward(index, vector);
        changeLearned(index - 1, vector, product);
    }
    changeGradient(0, product);
}

/// R{z} = V a + c + W R{a} and R{a} = f' R{z} + df/dp q, for a vector of V, c and q.
void LossHessian::changeForward(std::span<const double> vector) {
    const Architecture& architecture = m_network.architecture();
    Rows<double> a{m_features.data(), architecture.inputs, m_count};
    for (std::size_t index = 0; index < m_layers.size(); ++index) {
        Layer& layer = m_layers[index];
        const PanelShape shape = architecture.layerShape(index);
        const Range panels = allPanels(shape.outputs);
        reluscope::multiply<double>(shape, panels, m_network.weightsIn(index, vector),
                                    m_network.biasesIn(index, vector), a, layer.zChange);
        if (index > 0) {
            const std::size_t width = m_workspace.stride(index - 1);
            multiplyScaled<double>(shape, panels, weights(index),
                                   {m_layers[index - 1].aChange.data(), width, m_count}, {},
                                   m_scratch);
            std::ranges::transform(layer.zChange, m_scratch, layer.zChange.begin(), std::plus{});
        }
        if (index + 1 == m_layers.size()) {
            return;
        }
        std::ranges::transform(layer.slope, layer.zChange, layer.aChange.begin(),
                               std::multiplies{});
        const auto q = m_network.learnedIn(index, vector);
        for (std::size_t i = 0; i < layer.byParameter.size(); ++i) {
            layer.aChange[i] += layer.byParameter[i] * q[i % q.size()];
        }
        a = {m_workspace.a(index).data(), m_workspace.stride(index), m_count};
    }
}

/// R{dLoss/dlogits}: the Hessian of the loss by the logits, times R{z}.
void LossHessian::changeLogitsGradient() {
    Layer& last = m_layers.back();
    const std::size_t outputs = m_network.architecture().outputs;
    const std::size_t stride = m_workspace.stride(m_layers.size() - 1);
    const auto logits = m_workspace.logits();
    std::ranges::fill(last.deltaChange, 0.0);
    for (std::size_t begin = 0; begin < last.zChange.size(); begin += stride) {
        const auto change = std::span<const double>(last.zChange).subspan(begin, outputs);
        const auto gradientChange = std::span(last.deltaChange).subspan(begin, outputs);
        switch (m_loss) {
        case Loss::CrossEntropy:
            changeCrossEntropy(logits.subspan(begin, outputs), change, gradientChange);
            break;
        case Loss::BinaryCrossEntropy:
            gradientChange[0] = changeBinaryCrossEntropy(logits[begin], change[0]);
            break;
        case Loss::MeanSquaredError:
        case Loss::HalfMeanSquaredError:
            std::ranges::transform(change, gradientChange.begin(), [&](double value) {
                const double factor = m_loss == Loss::MeanSquaredError ? 2 : 1;
                return factor * value / static_cast<double>(outputs);
            });
            break;
        }
        for (double& value : gradientChange) {
            value /= static_cast<double>(m_count);
        }
    }
}

/// R{dLoss/dW} = R{delta} a^T + delta R{a}^T and R{dLoss/db} = R{delta}, summed over examples.
void LossHessian::changeGradient(std::size_t index, std::span<double> product) {
    const Architecture& architecture = m_network.architecture();
    const PanelShape shape = architecture.layerShape(index);
    const Range panels = allPanels(shape.outputs);
    const std::size_t stride = m_workspace.stride(index);
    const Rows<double> deltaChange{m_layers[index].deltaChange.data(), stride, m_count};
    const auto byWeights = m_network.weightsIn(index, product);
    const auto byBiases = m_network.biasesIn(index, product);
    if (index == 0) {
        multiplyTransposed<double>(shape, panels, deltaChange,
                                   {m_features.data(), architecture.inputs, m_count}, byWeights,
                                   byBiases);
        return;
    }
    const std::size_t width = m_workspace.stride(index - 1);
    const auto part = m_network.weightsIn(index, std::span(m_part));
    multiplyTransposed<double>(shape, panels, {m_workspace.delta(index).data(), stride, m_count},
                               {m_layers[index - 1].aChange.data(), width, m_count}, part,
                               byBiases);
    multiplyTransposed<double>(shape, panels, deltaChange,
                               {m_workspace.a(index - 1).data(), width, m_count}, byWeights,
                               byBiases);
    std::ranges::transform(byWeights, part, byWeights.begin(), std::plus{});
}

/// To the layer below: R{dLoss/da} = V^T delta + W^T R{delta}, and from it
/// R{delta} = f' R{dLoss/da} + dLoss/da (f'' R{z} + df'/dp q), of which q's part comes later.
void LossHessian::changeBackward(std::size_t index, std::span<const double> vector) {
    const PanelShape shape = m_network.architecture().layerShape(index);
    const Range panels = allPanels(shape.inputs);
    const std::size_t stride = m_workspace.stride(index);
    Layer& below = m_layers[index - 1];
    transpose<double>(shape, panels, m_network.weightsIn(index, vector), m_transposed);
    multiplyScaled<double>(shape.transposed(), panels, m_transposed,
                           {m_workspace.delta(index).data(), stride, m_count}, {},
                           below.lossChange);
    transpose<double>(shape, panels, weights(index), m_transposed);
    multiplyScaled<double>(shape.transposed(), panels, m_transposed,
                           {m_layers[index].deltaChange.data(), stride, m_count}, {}, m_scratch);
    std::ranges::transform(below.lossChange, m_scratch, below.lossChange.begin(), std::plus{});
    for (std::size_t i = 0; i < below.deltaChange.size(); ++i) {
        below.deltaChange[i] = below.slope[i] * below.lossChange[i] +
                               below.loss[i] * below.curvature[i] * below.zChange[i];
    }
}

/// R{dLoss/dp} = df/dp R{dLoss/da} + dLoss/da (df'/dp R{z} + d²f/dp² q), summed over what shares p.
void LossHessian::changeLearned(std::size_t index, std::span<const double> vector,
                                std::span<double> product) {
    Layer& layer = m_layers[index];
    const auto q = m_network.learnedIn(index, vector);
    const auto sums = m_network.learnedIn(index, product);
    std::ranges::fill(sums, 0.0);
    for (std::size_t i = 0; i < layer.byParameter.size(); ++i) {
        const double own = q[i % q.size()];
        layer.deltaChange[i] += layer.loss[i] * layer.slopeByParameter[i] * own;
        sums[i % sums.size()] += layer.byParameter[i] * layer.lossChange[i] +
                                 layer.loss[i] * (layer.slopeByParameter[i] * layer.zChange[i] +
                                                  layer.parameterCurvature[i] * own);
    }
}

} // namespace reluscope
