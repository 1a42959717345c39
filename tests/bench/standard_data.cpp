// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/standard_data.h"

namespace reluscope::bench {

const cli::StandardNetwork& imageNetwork() {
    return cli::standardNetworks().front();
}

const Dataset& imageSizedData() {
    static const Dataset data = cli::randomData(imageNetwork(), imageCount);
    return data;
}

} // namespace reluscope::bench
