#!/usr/bin/python3
"""Makes activation_moments.txt: means of every activation under normal pre-activations.

Only for making the file anew; the tests read it and need no mpmath.
Debian's python3-mpmath 1.2.1:  /usr/bin/python3 make_moment_references.py

The functions and their parameters are those of make_activation_references.py. A line is

    id parameter mean deviation E f   E |f|   E f^2   E f'^2

by Gauss quadrature over panels so narrow that every formula is smooth in them.
"""

import pathlib

from mpmath import cos, exp, mp, mpf, nstr, pi, sqrt
from mpmath.calculus.quadrature import GaussLegendre

from make_activation_references import FUNCTIONS

mp.dps = 25
DIGITS = 17

INPUTS = [(0, 1), (-1, 2), (3, 0.5), (0, 0.001), (2, 1000), (100, 1), (-100, 10), (-100, 1)]
FARTHEST = 60  # deviations: the density is below 1e-780 there
KINKS = [-3, -1, 0, 1, 3, 6]  # of any function
NODES = GaussLegendre(mp).calc_nodes(4, mp.prec + 20)  # 24 nodes

# A sine of a wide input has too many waves for panels.
WIDE = 100


def panels(mean, deviation):
    """In t = (z - mean) / deviation."""
    edges = {mpf(t) / 2 for t in range(-2 * FARTHEST, 2 * FARTHEST + 1)}
    places = KINKS + [s * 2 ** (k / mpf(2)) for k in range(-28, 40) for s in (-1, 1)]
    edges |= {t for t in ((z - mean) / mpf(deviation) for z in places) if abs(t) < FARTHEST}
    ordered = sorted(edges)
    return list(zip(ordered, ordered[1:]))


def by_quadrature(formula, parameter, mean, deviation):
    sums = [mpf(0)] * 4
    for a, b in panels(mean, deviation):
        for x, weight in NODES:
            t = (a + b) / 2 + x * (b - a) / 2
            f, slope, *_ = formula(mean + deviation * t, mpf(parameter))
            mass = weight * (b - a) / 2 * exp(-t * t / 2) / sqrt(2 * pi)
            for i, term in enumerate((f, abs(f), f * f, slope * slope)):
                sums[i] += mass * term
    return sums


def of_sine(mean, deviation):
    """|sin| has the mean 2 / pi over so many waves."""
    second = exp(-2 * mpf(deviation) ** 2) * cos(2 * mpf(mean)) / 2
    return mpf(0), 2 / pi, mpf("0.5") - second, mpf("0.5") + second


def text(value):
    return "0" if abs(value) < mpf(10) ** -300 else nstr(value, DIGITS)


def main():
    lines = []
    for name, function in FUNCTIONS.items():
        for parameter in function.parameters:
            for mean, deviation in INPUTS:
                if name == "sine" and deviation > WIDE:
                    moments = of_sine(mean, deviation)
                else:
                    moments = by_quadrature(function.formula, parameter, mean, deviation)
                words = [name, repr(parameter), repr(mean), repr(deviation)]
                lines.append(" ".join(words + [text(moment) for moment in moments]))
        print(name, flush=True)
    path = pathlib.Path(__file__).parent / "activation_moments.txt"
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
