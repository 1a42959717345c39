// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"
#include "core/io/loading_stopped.h"

#include <exception>
#include <optional>

namespace reluscope::ui {

/// Why \p work could not be done, in a thread that nothing may be thrown out of; nothing where it
/// was, or was stopped as it was asked to.
template <class Work>
std::optional<InputError> failureOf(const Work& work) {
    try {
        work();
    } catch (const LoadingStopped&) {
        return std::nullopt;
    } catch (const InputError& error) {
        return error;
    } catch (const std::exception& error) {
        return InputError("", "", error.what());
    }
    return std::nullopt;
}

} // namespace reluscope::ui
