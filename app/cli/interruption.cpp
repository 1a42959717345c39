// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include "app/cli/exit_code.h"

#include <pthread.h>

#include <csignal>
#include <cstdlib>

namespace reluscope::cli {
namespace {

sigset_t interruptingSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interruption::Interruption() {
    const sigset_t signals = interruptingSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_thread = std::thread([this] { await(); });
}

Interruption::~Interruption() {
    m_isOver = true;
    pthread_kill(m_thread.native_handle(), SIGTERM);
    m_thread.join();
    const sigset_t signals = interruptingSignals();
    pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void Interruption::await() {
    const sigset_t signals = interruptingSignals();
    int received = 0;
    while (sigwait(&signals, &received) == 0 && !m_isOver) {
        const bool isFirst = m_source.request_stop();
        if (!isFirst) {
            std::_Exit(exit_code::interrupted);
        }
    }
}

} // namespace reluscope::cli
