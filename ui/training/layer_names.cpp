// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/layer_names.h"

#include "ui/training/neurons_tile.h"

namespace reluscope::ui {

QStringList layerNames(std::size_t count) {
    constexpr std::size_t mostNamed = 3;
    QStringList names;
    for (std::size_t layer = 1; layer <= count; ++layer) {
        const bool isNamed = count <= mostNamed || layer == 1;
        names << (isNamed ? NeuronsTile::tr("Layer %1").arg(layer) : QString::number(layer));
    }
    return names;
}

} // namespace reluscope::ui
