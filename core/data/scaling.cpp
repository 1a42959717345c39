// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/scaling.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace reluscope {
namespace {

constexpr ScaleInfo scaleTable[] = {
    {Scale::None, "none"},
    {Scale::Unit, "unit"},
    {Scale::Symmetric, "symmetric"},
    {Scale::Standard, "standard"},
};

/// scaled = (x - origin) / unit, for each feature.
struct Scaling {
    std::vector<double> origin;
    std::vector<double> unit;
};

template <class Visit>
void forEachValue(const Examples& examples, std::size_t featureCount, Visit visit) {
    std::size_t next = 0;
    for (std::size_t example = 0; example < examples.count(); ++example) {
        for (std::size_t feature = 0; feature < featureCount; ++feature) {
            visit(feature, double{examples.features[next++]});
        }
    }
}

/// Sums in double, and examples in their order: the same figures on every CPU.
Scaling standardScaling(const Examples& train, std::size_t featureCount) {
    Scaling scaling{std::vector<double>(featureCount), std::vector<double>(featureCount)};
    const auto count = static_cast<double>(train.count());
    forEachValue(train, featureCount,
                 [&](std::size_t feature, double x) { scaling.origin[feature] += x; });
    for (double& mean : scaling.origin) {
        mean /= count;
    }
    forEachValue(train, featureCount, [&](std::size_t feature, double x) {
        const double deviation = x - scaling.origin[feature];
        scaling.unit[feature] += deviation * deviation;
    });
    for (double& unit : scaling.unit) {
        unit = std::sqrt(unit / count);
    }
    return scaling;
}

Scaling rangeScaling(const Examples& train, std::size_t featureCount, Scale scale) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> low(featureCount, infinity);
    std::vector<double> high(featureCount, -infinity);
    forEachValue(train, featureCount, [&](std::size_t feature, double x) {
        low[feature] = std::min(low[feature], x);
        high[feature] = std::max(high[feature], x);
    });
    Scaling scaling{low, high};
    for (std::size_t feature = 0; feature < featureCount; ++feature) {
        const double range = high[feature] - low[feature];
        const bool symmetric = scale == Scale::Symmetric;
        scaling.origin[feature] = symmetric ? low[feature] + range / 2 : low[feature];
        scaling.unit[feature] = symmetric ? range / 2 : range;
    }
    return scaling;
}

void apply(const Scaling& scaling, Examples& examples) {
    std::size_t next = 0;
    for (std::size_t example = 0; example < examples.count(); ++example) {
        for (std::size_t feature = 0; feature < scaling.origin.size(); ++feature) {
            float& value = examples.features[next++];
            value = static_cast<float>((double{value} - scaling.origin[feature]) /
                                       scaling.unit[feature]);
        }
    }
}

} // namespace

std::span<const ScaleInfo> scales() noexcept {
    return scaleTable;
}

std::string_view scaleId(Scale scale) noexcept {
    return std::ranges::find(scaleTable, scale, &ScaleInfo::scale)->id;
}

void applyScale(Dataset& dataset, Scale scale) {
    if (scale == Scale::None) {
        return;
    }
    Scaling scaling = scale == Scale::Standard
                          ? standardScaling(dataset.train, dataset.featureCount)
                          : rangeScaling(dataset.train, dataset.featureCount, scale);
    std::ranges::replace(scaling.unit, 0.0, 1.0); // constant features: shifted only
    apply(scaling, dataset.train);
    apply(scaling, dataset.test);
}

} // namespace reluscope
