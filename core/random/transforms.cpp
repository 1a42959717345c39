// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/transforms.h"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace reluscope {
namespace {

/// c[0] + c[1] x + c[2] x^2 + ..., by Horner's rule.
template <std::size_t count>
double polynomial(const double (&coefficients)[count], double x) noexcept {
    double sum = coefficients[count - 1];
    for (std::size_t power = count - 1; power-- > 0;) {
        sum = sum * x + coefficients[power];
    }
    return sum;
}

/// A rational approximation on one stretch of (0, 1/2]; the arrays are Wichura's, constants first.
struct Rational {
    double numerator[8];
    double denominator[8];

    double operator()(double r) const noexcept {
        return polynomial(numerator, r) / polynomial(denominator, r);
    }
};

constexpr Rational middle = {
    {3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
     1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
     3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
     2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
     5.2264952788528545610e+3}};

constexpr Rational tail = {
    {1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
     1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2,
     7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
     1.05075007164441684324e-9}};

constexpr Rational farTail = {
    {6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
     2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
     2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
     2.04426310338993978564e-15}};

/// cos(x) and sin(x) for |x| <= pi / 4, by their Taylor series: the first terms left out are below
/// a tenth of a unit in the last place there.
UnitVector smallAngle(double x) noexcept {
    static constexpr double cosineTail[] = {
        1.0 / 24,        -1.0 / 720,           1.0 / 40320,           -1.0 / 3628800,
        1.0 / 479001600, -1.0 / 87178291200.0, 1.0 / 20922789888000.0};
    static constexpr double sineTail[] = {-1.0 / 6,
                                          1.0 / 120,
                                          -1.0 / 5040,
                                          1.0 / 362880,
                                          -1.0 / 39916800,
                                          1.0 / 6227020800.0,
                                          -1.0 / 1307674368000.0,
                                          1.0 / 355687428096000.0};
    const double square = x * x;
    return {1.0 - (0.5 * square - square * square * polynomial(cosineTail, square)),
            x + x * square * polynomial(sineTail, square)};
}

} // namespace

double portableLog(double x) noexcept {
    // x = 2^exponent (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)).
    int exponent = 0;
    double mantissa = std::frexp(x, &exponent);
    if (mantissa < 0.5 * std::numbers::sqrt2) {
        mantissa *= 2;
        --exponent;
    }
    const double f = mantissa - 1.0;

    // log(1 + f) = 2 atanh(s) = 2s + s R with s = f / (2 + f) and R = 2 s^2/3 + 2 s^4/5 + ...
    // As 2s = f - s f and s f = f^2/2 - s f^2/2, that is f - (f^2/2 - s (f^2/2 + R)): f itself is
    // exact, and only the smaller terms are rounded.
    static constexpr double series[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11,
                                        2.0 / 13, 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21};
    const double s = f / (2.0 + f);
    const double square = s * s;
    const double remainder = square * polynomial(series, square);
    const double halfSquare = 0.5 * f * f;

    // ln 2 in two parts: the high one has so few bits that its product with any exponent is exact.
    constexpr double ln2High = 0x1.62e42fee00000p-1;
    constexpr double ln2Low = 0x1.a39ef35793c76p-33;
    const double power = exponent;
    return power * ln2High - ((halfSquare - (s * (halfSquare + remainder) + power * ln2Low)) - f);
}

double normalQuantile(double u) noexcept {
    const double centred = u - 0.5;
    if (std::fabs(centred) <= 0.425) {
        return centred * middle(0.180625 - centred * centred);
    }
    const double r = std::sqrt(-portableLog(centred < 0 ? u : 1.0 - u));
    const double size = r <= 5.0 ? tail(r - 1.6) : farTail(r - 5.0);
    return centred < 0 ? -size : size;
}

UnitVector unitVector(double turns) noexcept {
    // Whole turns and quarter turns are taken off exactly; what is left is an eighth at most.
    const double fraction = turns - std::floor(turns);
    const double quarters = std::floor(4.0 * fraction + 0.5);
    const UnitVector small = smallAngle((fraction - 0.25 * quarters) * (2.0 * std::numbers::pi));
    switch (static_cast<int>(quarters) % 4) {
    case 0:
        return small;
    case 1:
        return {-small.sine, small.cosine};
    case 2:
        return {-small.cosine, -small.sine};
    default:
        return {small.sine, -small.cosine};
    }
}

} // namespace reluscope
