// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_menu.h"

#include "ui/session/training_session.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>
#include <vector>

namespace reluscope::ui {
namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20U;

QString sizeText(std::size_t bytes) {
    constexpr std::size_t gigabyte = 1024 * megabyte;
    return bytes % gigabyte == 0 ? QStringLiteral("%1 GB").arg(bytes / gigabyte)
                                 : QStringLiteral("%1 MB").arg(bytes / megabyte);
}

} // namespace

void fillHistoryMenu(QMenu& menu, TrainingSession& session) {
    std::vector<std::size_t> choices{64 * megabyte, 256 * megabyte, 1024 * megabyte,
                                     4096 * megabyte};
    if (std::ranges::find(choices, session.historyLimit()) == choices.end()) {
        choices.push_back(session.historyLimit());
        std::ranges::sort(choices);
    }
    auto* group = new QActionGroup(&menu);
    for (const std::size_t bytes : choices) {
        QAction* action = menu.addAction(sizeText(bytes), &session,
                                         [&session, bytes] { session.setHistoryLimit(bytes); });
        action->setCheckable(true);
        action->setChecked(bytes == session.historyLimit());
        group->addAction(action);
    }
}

} // namespace reluscope::ui
