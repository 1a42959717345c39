// SPDX-License-Identifier: GPL-3.0-or-later
// A program of core and nothing else: it compiles with Qt out of reach, and it works.
#include "all_headers.h"

#include <cstdlib>

#if __has_include(<QtCore/qglobal.h>) || __has_include(<QtGlobal>)
#error "Qt is on the include path of core"
#endif
#ifdef QT_VERSION
#error "A header of core includes Qt"
#endif

int main() {
    reluscope::Network<float> network(
        {.inputs = 2,
         .hidden = {3},
         .outputs = 1,
         .activations = {reluscope::Activation(*reluscope::findActivation("relu"))}});
    reluscope::initialize(network, {}, 1);
    return network.weight(0, 0, 0) != 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
