// SPDX-License-Identifier: GPL-3.0-or-later
// Highway's vectors and the functions of its contrib/math, which has no error function.
#include "tests/bench/elementwise.h"

#include <hwy/contrib/math/math-inl.h>
#include <hwy/highway.h>

#include <cstddef>

namespace reluscope::bench {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::ScalableTag<float>;
using Vector = hn::Vec<Floats>;

constexpr float seluScale = 1.0507009873554805F;
constexpr float seluAlpha = 1.6732632423543772F;

Vector all(float x) {
    return hn::Set(Floats(), x);
}

constexpr auto exponential = [](Vector x) { return hn::Exp(Floats(), x); };

/// For arrays that are a whole number of vectors long, as all that are measured.
template <class Function>
Prepare vectors(Function function) {
    return whole([function](In z, Out out) {
        const Floats floats;
        for (std::size_t i = 0; i < z.size(); i += hn::Lanes(floats)) {
            hn::Store(function(hn::Load(floats, z.data() + i)), floats, out.data() + i);
        }
    });
}

/// x > 0 ? above(x) : below(x)
template <class Above, class Below>
Prepare twoSided(Above above, Below below) {
    return vectors([=](Vector x) { return hn::IfThenElse(x > all(0), above(x), below(x)); });
}

/// x in (low, high) ? slope : 0
Prepare window(float low, float high, float slope) {
    return vectors([=](Vector x) {
        return hn::IfThenElseZero(hn::And(x > all(low), x < all(high)), all(slope));
    });
}

Prepare constantSteps(float below, float above) {
    return twoSided([=](Vector) { return all(above); }, [=](Vector) { return all(below); });
}

Prepare leaky(float slope) {
    return twoSided([](Vector x) { return x; }, [=](Vector x) { return all(slope) * x; });
}

Vector clamped(Vector x, float low, float high) {
    return hn::Min(hn::Max(x, all(low)), all(high));
}

constexpr auto logistic = [](Vector x) { return all(1) / (all(1) + exponential(hn::Neg(x))); };

constexpr auto logisticSlope = [](Vector x) {
    const Vector e = exponential(hn::Neg(hn::Abs(x)));
    const Vector root = all(1) + e;
    return e / (root * root);
};

Prepare elu() {
    return twoSided([](Vector x) { return x; }, [](Vector x) { return hn::Expm1(Floats(), x); });
}

Prepare eluSlope() {
    return twoSided([](Vector) { return all(1); }, exponential);
}

[[maybe_unused]] const bool isRegistered = [] {
    addElementwise(
        "Highway",
        {
            {"relu", vectors([](Vector x) { return hn::Max(x, all(0)); }), constantSteps(0, 1)},
            {"leaky_relu", leaky(0.01F), constantSteps(0.01F, 1)},
            {"prelu", leaky(0.25F), constantSteps(0.25F, 1)},
            {"elu", elu(), eluSlope()},
            {"selu",
             twoSided([](Vector x) { return all(seluScale) * x; },
                      [](Vector x) { return all(seluScale * seluAlpha) * hn::Expm1(Floats(), x); }),
             twoSided([](Vector) { return all(seluScale); },
                      [](Vector x) { return all(seluScale * seluAlpha) * exponential(x); })},
            {"celu", elu(), eluSlope()},
            {"silu", vectors([](Vector x) { return x * logistic(x); }), vectors([](Vector x) {
                 const Vector gate = logistic(x);
                 return gate * (all(1) + x * (all(1) - gate));
             })},
            {"mish", vectors([](Vector x) {
                 const Vector e = exponential(hn::Min(x, all(20)));
                 const Vector n = e * (e + all(2));
                 return x * (n / (n + all(2)));
             }),
             vectors([](Vector x) {
                 const Vector e = exponential(hn::Min(x, all(20)));
                 const Vector n = e * (e + all(2));
                 const Vector root = n + all(2);
                 return n / root + x * (all(4) * e * (all(1) + e) / (root * root));
             })},
            {"softplus", vectors([](Vector x) {
                 return hn::Max(x, all(0)) + hn::Log1p(Floats(), exponential(hn::Neg(hn::Abs(x))));
             }),
             vectors(logistic)},
            {"tanh", vectors([](Vector x) { return hn::Tanh(Floats(), x); }),
             vectors([](Vector x) { return all(4) * logisticSlope(x + x); })},
            {"sigmoid", vectors(logistic), vectors(logisticSlope)},
            {"softsign", vectors([](Vector x) { return x / (all(1) + hn::Abs(x)); }),
             vectors([](Vector x) {
                 const Vector root = all(1) + hn::Abs(x);
                 return all(1) / (root * root);
             })},
            {"hardtanh", vectors([](Vector x) { return clamped(x, -1, 1); }), window(-1, 1, 1)},
            {"relu6", vectors([](Vector x) { return clamped(x, 0, 6); }), window(0, 6, 1)},
            {"hardswish", vectors([](Vector x) { return x * clamped(x + all(3), 0, 6) / all(6); }),
             vectors([](Vector x) {
                 const Vector line = (x + x + all(3)) / all(6);
                 return hn::IfThenZeroElse(x < all(-3), hn::IfThenElse(x > all(3), all(1), line));
             })},
            {"hardsigmoid", vectors([](Vector x) { return clamped(x + all(3), 0, 6) / all(6); }),
             window(-3, 3, 1.0F / 6)},
            {"sine", vectors([](Vector x) { return hn::Sin(Floats(), x); }),
             vectors([](Vector x) { return hn::Cos(Floats(), x); })},
            {"identity", vectors([](Vector x) { return x; }),
             vectors([](Vector) { return all(1); })},
        });
    return true;
}();

} // namespace
} // namespace reluscope::bench
