// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace reluscope::ui {

class TrainingSession;

/// Choices of how much memory may hold the past, to which the time line goes back. One that is in
/// force but not among them is offered, too.
void fillHistoryMenu(QMenu& menu, TrainingSession& session);

} // namespace reluscope::ui
