// SPDX-License-Identifier: GPL-3.0-or-later
// Eigen's array expressions, written so that they vectorize: select() does not.
#include "tests/bench/elementwise.h"

#include <Eigen/Core>
#include <numbers>

namespace reluscope::bench {
namespace {

constexpr float seluScale = 1.0507009873554805F;
constexpr float seluAlpha = 1.6732632423543772F;

auto array(In z) {
    return Eigen::Map<const Eigen::ArrayXf, Eigen::Aligned64>(z.data(),
                                                              static_cast<Eigen::Index>(z.size()));
}

auto array(Out out) {
    return Eigen::Map<Eigen::ArrayXf, Eigen::Aligned64>(out.data(),
                                                        static_cast<Eigen::Index>(out.size()));
}

/// x > 0 ? 1 : slope
void step(In z, Out df, float slope) {
    array(df) = (1 - slope) * array(z).sign().max(0.0F) + slope;
}

void elu(In z, Out f) {
    array(f) = array(z).max(0.0F) + (array(z).min(0.0F).exp() - 1);
}

void eluSlope(In z, Out df) {
    array(df) = array(z).min(0.0F).exp();
}

[[maybe_unused]] const bool isRegistered = [] {
    addElementwise(
        "Eigen",
        {
            {"relu", whole([](In z, Out f) { array(f) = array(z).max(0.0F); }),
             whole([](In z, Out df) { step(z, df, 0); })},
            {"leaky_relu", whole([](In z, Out f) { array(f) = array(z).max(0.01F * array(z)); }),
             whole([](In z, Out df) { step(z, df, 0.01F); })},
            {"prelu", whole([](In z, Out f) { array(f) = array(z).max(0.25F * array(z)); }),
             whole([](In z, Out df) { step(z, df, 0.25F); })},
            {"elu", whole(elu), whole(eluSlope)},
            {"selu",
             whole([](In z, Out f) {
                 array(f) = seluScale * array(z).max(0.0F) +
                            seluScale * seluAlpha * (array(z).min(0.0F).exp() - 1);
             }),
             {}},
            {"celu", whole(elu), whole(eluSlope)},
            {"silu", whole([](In z, Out f) { array(f) = array(z) * array(z).logistic(); }),
             whole([](In z, Out df) {
                 array(df) = array(z).logistic();
                 array(df) = array(df) * (1 + array(z) * (1 - array(df)));
             })},
            {"mish",
             whole([](In z, Out f) {
                 array(f) = array(z).min(20.0F).exp();
                 array(f) = array(f) * (array(f) + 2);
                 array(f) = array(z) * (array(f) / (array(f) + 2));
             }),
             {}},
            {"softplus", whole([](In z, Out f) {
                 array(f) = array(z).max(0.0F) + (-array(z).abs()).exp().log1p();
             }),
             whole([](In z, Out df) { array(df) = array(z).logistic(); })},
            {"tanh", whole([](In z, Out f) { array(f) = array(z).tanh(); }),
             whole([](In z, Out df) {
                 array(df) = array(z).tanh();
                 array(df) = 1 - array(df).square();
             })},
            {"sigmoid", whole([](In z, Out f) { array(f) = array(z).logistic(); }),
             whole([](In z, Out df) {
                 array(df) = array(z).logistic();
                 array(df) = array(df) * (1 - array(df));
             })},
            {"softsign", whole([](In z, Out f) { array(f) = array(z) / (1 + array(z).abs()); }),
             whole([](In z, Out df) { array(df) = (1 + array(z).abs()).square().inverse(); })},
            {"hardtanh", whole([](In z, Out f) { array(f) = array(z).max(-1.0F).min(1.0F); }), {}},
            {"relu6", whole([](In z, Out f) { array(f) = array(z).max(0.0F).min(6.0F); }), {}},
            {"hardswish",
             whole(
                 [](In z, Out f) { array(f) = array(z) * (array(z) + 3).max(0.0F).min(6.0F) / 6; }),
             {}},
            {"hardsigmoid",
             whole([](In z, Out f) { array(f) = (array(z) + 3).max(0.0F).min(6.0F) / 6; }),
             {}},
            {"sine", whole([](In z, Out f) { array(f) = array(z).sin(); }),
             whole([](In z, Out df) { array(df) = array(z).cos(); })},
            {"identity", whole([](In z, Out f) { array(f) = array(z); }),
             whole([](In, Out df) { array(df).setOnes(); })},
        });
    return true;
}();

} // namespace
} // namespace reluscope::bench
