// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/zero_centring.h"

#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace reluscope {
namespace {

// Beyond, the normal distribution has less than 1e-22 of its mass.
constexpr int reach = 10;
// All kinks of the table lie between two cells.
constexpr int cellsAUnit = 16;

/// Gauss and Legendre's three points of a cell, from -1 to 1.
struct Node {
    double place;
    double weight;
};
const std::array nodes{Node{-std::sqrt(0.6), 5.0 / 18}, Node{0, 8.0 / 18},
                       Node{std::sqrt(0.6), 5.0 / 18}};

} // namespace

OutputUnderNormal outputUnderNormal(const Activation& activation) {
    constexpr double width = 1.0 / cellsAUnit;
    std::vector<double> z;
    std::vector<double> mass;
    for (int cell = -reach * cellsAUnit; cell < reach * cellsAUnit; ++cell) {
        for (const Node& node : nodes) {
            const double at = (cell + (1 + node.place) / 2) * width;
            z.push_back(at);
            mass.push_back(width * node.weight * std::exp(-at * at / 2) /
                           std::sqrt(2 * std::numbers::pi));
        }
    }
    std::vector<double> f(z.size());
    activation.apply<double>(z, f);
    double mean = 0;
    double square = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        mean += mass[i] * f[i];
        square += mass[i] * f[i] * f[i];
    }
    return {mean, std::sqrt(square - mean * mean)};
}

ZeroCentred OutputUnderNormal::zeroCentred() const {
    const double distance = std::abs(mean);
    if (distance < yesBelow * standardDeviation) {
        return ZeroCentred::Yes;
    }
    return distance < nearlyBelow * standardDeviation ? ZeroCentred::Nearly : ZeroCentred::No;
}

} // namespace reluscope
