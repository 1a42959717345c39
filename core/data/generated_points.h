// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/generated.h"

#include <cstdint>

// The point generators behind the table in generated.cpp, each in a file of its name.
namespace reluscope {

Point circlesPoint(std::uint32_t label, double u, double v);
Point gaussiansPoint(std::uint32_t label, double u, double v);
Point xorPoint(std::uint32_t label, double u, double v);
Point spiralPoint(std::uint32_t label, double u, double v);
Point moonsPoint(std::uint32_t label, double u, double v);
Point checkerboardPoint(std::uint32_t label, double u, double v);

} // namespace reluscope
