// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <stop_token>

namespace reluscope {

/// Thrown out of a load that was asked to stop: no error, and nothing to tell anyone.
class LoadingStopped : public std::exception {
  public:
    const char* what() const noexcept override { return "loading was stopped"; }
};

inline void throwIfStopped(const std::stop_token& stop) {
    if (stop.stop_requested()) {
        throw LoadingStopped();
    }
}

} // namespace reluscope
