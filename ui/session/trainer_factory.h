// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer_thread.h"

namespace reluscope::ui {

/// Loads data and makes trainers, on the training thread. A data set is kept for the next
/// experiment, so that another layer does not read 70,000 images again.
TrainerThread::Factory makeTrainerFactory();

/// The clock that training is timed by.
std::chrono::nanoseconds steadyClock();

} // namespace reluscope::ui
