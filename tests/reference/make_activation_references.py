#!/usr/bin/python3
"""Makes activation_*.txt: what every activation and its derivative are, to 21 digits.

Only for making the files anew; the tests read them and need no mpmath.
Debian's python3-mpmath 1.2.1:  /usr/bin/python3 make_activation_references.py

The formulas are those of docs/definitions.md, at the derivative that PyTorch takes at a kink.
Every argument and every parameter is a number that float32 has. A file has a section for each
value of the first parameter, whose lines are

    x f(x) f'(x) [scale]

x as the bits of a float32. Where f' is a difference of two terms, `scale` is the size of the larger
one: the error of f' is then measured in units of that.
"""

import pathlib
import random
import struct

from mpmath import cos, cosh, erfc, exp, expm1, log1p, mp, mpf, nstr, pi, sin, sqrt, tanh

mp.dps = 50
DIGITS = 21
# Beyond it e^x is smaller than anything that a test can tell from 0, and mpmath takes long.
DEEP = -20000

SELU_ALPHA = mpf("1.6732632423543772")
SELU_SCALE = mpf("1.0507009873554805")
GELU_CUBIC = mpf("0.044715")


# Formulas return (f, f') or (f, f', size of the larger term of f').

def exponential(x):
    return exp(x) if x > DEEP else mpf(0)


def logistic(x):
    e = exponential(-abs(x))
    return (e if x < 0 else 1) / (1 + e)


def logistic_slope(x):
    e = exponential(-abs(x))
    return e / (1 + e) ** 2


def minus_one(x):
    """e^x - 1."""
    return expm1(x) if x > DEEP else mpf(-1)


def gated(x, gate, gate_slope):
    """x g(x) and its derivative, the sum g + x g'."""
    return x * gate, gate + x * gate_slope, max(abs(gate), abs(x * gate_slope))


def leaky(x, a):
    return (x, mpf(1)) if x > 0 else (a * x, a)


def elu(x, a):
    return (x, mpf(1)) if x > 0 else (a * minus_one(x), a * exponential(x))


def selu(x, _):
    f, slope = elu(x, SELU_ALPHA)
    return SELU_SCALE * f, SELU_SCALE * slope


def celu(x, a):
    return (x, mpf(1)) if x > 0 else (a * minus_one(x / a), exponential(x / a))


def silu(x, b):
    return gated(x, logistic(b * x), b * logistic_slope(b * x))


def gelu(x, approximate):
    if approximate == 0:
        is_far = -x * x / 2 < DEEP
        gate = mpf(x > 0) if is_far else erfc(-x / sqrt(mpf(2))) / 2
        return gated(x, gate, exponential(-x * x / 2) / sqrt(2 * pi))
    # (1 + tanh u) / 2 is the logistic function of 2u.
    steepness = 2 * sqrt(2 / pi)
    twice = steepness * (x + GELU_CUBIC * x ** 3)
    return gated(x, logistic(twice),
                 steepness * (1 + 3 * GELU_CUBIC * x * x) * logistic_slope(twice))


def mish(x, _):
    if abs(x) > -DEEP:
        return gated(x, mpf(x > 0), mpf(0))
    s = log1p(exp(x))
    return gated(x, tanh(s), logistic(x) / cosh(s) ** 2)


def softplus(x, b):
    return (max(b * x, mpf(0)) + log1p(exponential(-abs(b * x)))) / b, logistic(b * x)


def hyperbolic_tangent(x, _):
    if abs(x) > -DEEP:
        return (mpf(1) if x > 0 else mpf(-1)), mpf(0)
    return tanh(x), 1 / cosh(x) ** 2


def hardtanh(x, _):
    return max(min(x, mpf(1)), mpf(-1)), mpf(abs(x) < 1)


def relu6(x, _):
    return max(min(x, mpf(6)), mpf(0)), mpf(0 < x < 6)


def hardswish(x, _):
    if x < -3:
        return mpf(0), mpf(0)
    return (x, mpf(1)) if x > 3 else (x * (x + 3) / 6, (2 * x + 3) / 6)


def hardsigmoid(x, _):
    return max(min(x + 3, mpf(6)), mpf(0)) / 6, mpf(abs(x) < 3) / 6


def single(x):
    """The nearest number that float32 has."""
    return struct.unpack("<f", struct.pack("<f", x))[0]


def bits(x):
    return struct.unpack("<i", struct.pack("<f", x))[0]


def neighbour(x, steps):
    """So many float32 numbers further away from 0, or nearer; from 0 itself, up or down."""
    if x == 0:
        return (-1 if steps < 0 else 1) * struct.unpack("<f", struct.pack("<i", abs(steps)))[0]
    return struct.unpack("<f", struct.pack("<i", bits(x) + steps))[0]


# Stretches of x in which e^x leaves the normal numbers of float32 and of double; f' of a sigmoid
# does on both sides.
LEFT_TAIL = [(-110, -16, 40), (-752, -690, 16)]
BOTH_TAILS = LEFT_TAIL + [(-b, -a, n) for a, b, n in LEFT_TAIL]


class Function:
    """`tails` are stretches (from, to, count) for a parameter; `near` are kinks and minima."""

    def __init__(self, formula, parameters=(0,), tails=lambda p: [], near=lambda p: []):
        self.formula = formula
        self.parameters = [single(p) for p in parameters]
        self.tails = tails
        self.near = near


def stretched(stretches, factor):
    return [(a * factor, b * factor, count) for a, b, count in stretches]


def at_zero(_):
    return [0]


def at(*places):
    return lambda _: list(places)


FUNCTIONS = {
    "relu": Function(lambda x, _: leaky(x, mpf(0)), near=at_zero),
    "leaky_relu": Function(leaky, (0.01, -1, 0, 0.125, 1), near=at_zero),
    "prelu": Function(leaky, (0.25, -1, 1), near=at_zero),
    "elu": Function(elu, (1, 0.001, 2.7, 100), lambda a: LEFT_TAIL, at_zero),
    "selu": Function(selu, tails=lambda _: LEFT_TAIL, near=at_zero),
    "celu": Function(celu, (1, 0.001, 2.7, 100), lambda a: stretched(LEFT_TAIL, a), at_zero),
    "silu": Function(silu, (1, 0, 0.125, 2.7, 100),
                     lambda b: stretched(LEFT_TAIL, 1 / b) if b else [],
                     lambda b: [-1.27846454 / b, -2.39935728 / b] if b else []),
    "gelu": Function(gelu, (0, 1),
                     lambda approximate: [(-23, -8, 90)] if approximate else
                     [(-15, -8, 45), (-39, -36, 30)],
                     at(-0.751791525, -0.752461422, -1.41421356)),
    "mish": Function(mish, tails=lambda _: LEFT_TAIL, near=at(-1.19243121, -2.25637640)),
    "softplus": Function(softplus, (1, 0.001, 0.125, 100),
                         lambda b: stretched(BOTH_TAILS, 1 / b), at_zero),
    "tanh": Function(hyperbolic_tangent, tails=lambda _: stretched(BOTH_TAILS, 0.5)),
    "sigmoid": Function(lambda x, _: (logistic(x), logistic_slope(x)), tails=lambda _: BOTH_TAILS),
    "softsign": Function(lambda x, _: (x / (1 + abs(x)), 1 / (1 + abs(x)) ** 2), near=at_zero),
    "hardtanh": Function(hardtanh, near=at(-1, 1)),
    "relu6": Function(relu6, near=at(0, 6)),
    "hardswish": Function(hardswish, near=at(-3, -1.5, 0, 3)),
    "hardsigmoid": Function(hardsigmoid, near=at(-3, 3)),
    "sine": Function(lambda x, _: (sin(x), cos(x)),
                     near=at(1.57079633, -1.57079633, 3.14159265, -6.28318531, 22, 355)),
    "identity": Function(lambda x, _: (x, mpf(1))),
}


def grid(a, b, count, draw):
    """`count` places, one at random in each part of the stretch, so that they are no round ones."""
    return [a + (b - a) * (i + draw.random()) / count for i in range(count)]


def arguments(function, parameter, is_default, draw):
    x = [0.0, -0.0, 2.0 ** -149, 2.0 ** -126, 2.0 ** 127 * (2 - 2.0 ** -23)]
    for exponent in range(-148, 128, 5 if is_default else 12):
        x.append(single(2.0 ** exponent * (1 + draw.random() * (1 - 2.0 ** -23))))
    x += [-value for value in x]
    x += grid(-12, 12, 160 if is_default else 60, draw)
    for a, b, count in function.tails(parameter):
        x += grid(a, b, count if is_default else max(5, count // 3), draw)
    for place in function.near(parameter):
        for steps in (0, 1, 2, 7, 100, 3000, 100000):
            x += [neighbour(single(place), steps), neighbour(single(place), -steps)]
    # -0 stays beside 0, and they sort alike.
    by_bits = {bits(value): single(value) for value in x}
    return sorted(by_bits.values())


def text(value):
    """21 digits; 0 for what no test can tell from it."""
    if value == 0 or abs(value) < mpf(10) ** -4900:
        return "0"
    return nstr(value, DIGITS, min_fixed=-5, max_fixed=DIGITS).removesuffix(".0")


def line(function, parameter, x):
    f, slope, *scale = function.formula(mpf(x), mpf(parameter))
    words = [f"{bits(x) & 0xffffffff:08x}", text(f), text(slope)]
    if scale and abs(slope) < scale[0]:
        words.append(nstr(scale[0], 4))
    return " ".join(words)


def main():
    here = pathlib.Path(__file__).parent
    total = 0
    for name, function in FUNCTIONS.items():
        draw = random.Random(name)
        lines = []
        for parameter in function.parameters:
            lines.append(f"parameter {parameter:.9g}")
            is_default = parameter == function.parameters[0]
            for x in arguments(function, parameter, is_default, draw):
                lines.append(line(function, parameter, x))
        path = here / f"activation_{name}.txt"
        path.write_text("\n".join(lines) + "\n")
        total += path.stat().st_size
        print(f"{path.name}: {len(lines)} lines, {path.stat().st_size} bytes")
    print(f"{total} bytes")


if __name__ == "__main__":
    main()
