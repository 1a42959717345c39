// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/points.h"

#include "core/input_error.h"

#include <algorithm>

namespace reluscope {

Dataset makePointDataset(std::span<const LabelledPoint> points) {
    Dataset dataset;
    dataset.featureCount = 2;
    std::uint32_t largestLabel = 0;
    for (const LabelledPoint& point : points) {
        dataset.train.features.push_back(static_cast<float>(point.x));
        dataset.train.features.push_back(static_cast<float>(point.y));
        dataset.train.labels.push_back(point.label);
        largestLabel = std::max(largestLabel, point.label);
    }
    if (largestLabel == 0) {
        throw InputError({}, "data.points", "every label is 0", "labels of at least two classes");
    }
    dataset.classCount = std::size_t{largestLabel} + 1;
    dataset.classNames = numberedClassNames(dataset.classCount);
    dataset.test = dataset.train;
    return dataset;
}

} // namespace reluscope
