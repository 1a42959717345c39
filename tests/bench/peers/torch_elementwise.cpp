// SPDX-License-Identifier: GPL-3.0-or-later
// PyTorch's functions, and the ones that its backward passes call, on a gradient of ones.
#include "tests/bench/elementwise.h"
#include "tests/bench/peers/torch_context.h"

#include <torch/types.h>

#include <cstdint>

namespace reluscope::bench {
namespace {

constexpr double seluScale = 1.0507009873554805;
constexpr double seluAlpha = 1.6732632423543772;

torch::Tensor view(std::span<const float> floats) {
    // PyTorch has no view of what is const; nothing writes to inputs.
    return torch::from_blob(const_cast<float*>(floats.data()),
                            {static_cast<std::int64_t>(floats.size())});
}

/// `function(out, z)`
template <class Function>
Prepare tensors(Function function) {
    return [function](In z, Out out) -> Work {
        return [function, from = view(z), to = view(out)]() mutable {
            const torch::NoGradGuard noGradient;
            function(to, from);
        };
    };
}

/// `function(out, gradient, saved)`, where it saves z
template <class Function>
Prepare backward(Function function) {
    return [function](In z, Out out) -> Work {
        const torch::Tensor from = view(z);
        return [function, from, to = view(out), ones = torch::ones_like(from)]() mutable {
            const torch::NoGradGuard noGradient;
            function(to, ones, from);
        };
    };
}

/// The same, where it saves f(z)
template <class Function>
Prepare backwardFrom(torch::Tensor (*value)(const torch::Tensor& z), Function function) {
    return [value, function](In z, Out out) -> Work {
        const torch::Tensor result = value(view(z));
        return [function, result, to = view(out), ones = torch::ones_like(result)]() mutable {
            const torch::NoGradGuard noGradient;
            function(to, ones, result);
        };
    };
}

using T = torch::Tensor;

[[maybe_unused]] const bool isRegistered = [] {
    prepareTorch();
    addElementwise(
        "PyTorch",
        {
            {"relu", tensors([](T& f, const T& z) { at::clamp_min_out(f, z, 0); }),
             backward(
                 [](T& df, const T& g, const T& z) { at::threshold_backward_out(df, g, z, 0); })},
            {"leaky_relu", tensors([](T& f, const T& z) { at::leaky_relu_out(f, z, 0.01); }),
             backward([](T& df, const T& g, const T& z) {
                 at::leaky_relu_backward_out(df, g, z, 0.01, false);
             })},
            {"prelu", tensors([](T& f, const T& z) { at::leaky_relu_out(f, z, 0.25); }),
             backward([](T& df, const T& g, const T& z) {
                 at::leaky_relu_backward_out(df, g, z, 0.25, false);
             })},
            {"elu", tensors([](T& f, const T& z) { at::elu_out(f, z); }),
             backward([](T& df, const T& g, const T& z) {
                 at::elu_backward_out(df, g, 1, 1, 1, false, z);
             })},
            {"selu", tensors([](T& f, const T& z) { at::elu_out(f, z, seluAlpha, seluScale, 1); }),
             backward([](T& df, const T& g, const T& z) {
                 at::elu_backward_out(df, g, seluAlpha, seluScale, 1, false, z);
             })},
            {"celu", tensors([](T& f, const T& z) { at::elu_out(f, z, 1, 1, 1); }),
             backward([](T& df, const T& g, const T& z) {
                 at::elu_backward_out(df, g, 1, 1, 1, false, z);
             })},
            {"silu", tensors([](T& f, const T& z) { at::silu_out(f, z); }),
             backward([](T& df, const T& g, const T& z) { at::silu_backward_out(df, g, z); })},
            {"gelu", tensors([](T& f, const T& z) { at::gelu_out(f, z); }),
             backward([](T& df, const T& g, const T& z) { at::gelu_backward_out(df, g, z); })},
            {"mish", tensors([](T& f, const T& z) { at::mish_out(f, z); }),
             backward([](T& df, const T& g, const T& z) { df.copy_(at::mish_backward(g, z)); })},
            {"softplus", tensors([](T& f, const T& z) { at::softplus_out(f, z); }),
             backward([](T& df, const T& g, const T& z) {
                 at::softplus_backward_out(df, g, z, 1, 20);
             })},
            {"tanh", tensors([](T& f, const T& z) { at::tanh_out(f, z); }),
             backwardFrom([](const T& z) { return at::tanh(z); },
                          [](T& df, const T& g, const T& f) { at::tanh_backward_out(df, g, f); })},
            {"sigmoid", tensors([](T& f, const T& z) { at::sigmoid_out(f, z); }),
             backwardFrom(
                 [](const T& z) { return at::sigmoid(z); },
                 [](T& df, const T& g, const T& f) { at::sigmoid_backward_out(df, g, f); })},
            {"softsign",
             tensors([](T& f, const T& z) {
                 at::abs_out(f, z);
                 f.add_(1);
                 at::div_out(f, z, f);
             }),
             {}},
            {"hardtanh", tensors([](T& f, const T& z) { at::hardtanh_out(f, z); }),
             backward([](T& df, const T& g, const T& z) {
                 at::hardtanh_backward_out(df, g, z, -1, 1);
             })},
            {"relu6", tensors([](T& f, const T& z) { at::hardtanh_out(f, z, 0, 6); }),
             backward(
                 [](T& df, const T& g, const T& z) { at::hardtanh_backward_out(df, g, z, 0, 6); })},
            {"hardswish", tensors([](T& f, const T& z) { at::hardswish_out(f, z); }),
             backward([](T& df, const T& g, const T& z) { at::hardswish_backward_out(df, g, z); })},
            {"hardsigmoid", tensors([](T& f, const T& z) { at::hardsigmoid_out(f, z); }),
             backward(
                 [](T& df, const T& g, const T& z) { at::hardsigmoid_backward_out(df, g, z); })},
            {"sine", tensors([](T& f, const T& z) { at::sin_out(f, z); }),
             tensors([](T& df, const T& z) { at::cos_out(df, z); })},
            {"identity", tensors([](T& f, const T& z) { f.copy_(z); }), {}},
        });
    return true;
}();

} // namespace
} // namespace reluscope::bench
