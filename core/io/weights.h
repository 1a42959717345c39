// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/safetensors.h"
#include "core/network/network.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope {

/// The weights of a network under the names that PyTorch scripts use, i from 0:
/// `layers.{i}.weight` [out, in], `layers.{i}.bias` [out], and `activations.{i}.weight` [1 or
/// units] where a parameter of the activation is learned.
std::vector<Tensor> tensorsOf(const Network<float>& network);

/// Takes the network's weights from tensors of those names, in any order. Throws InputError, at the
/// tensor, where one is missing, has another shape, or is of no use to this network; then the
/// network is half changed.
void setWeights(Network<float>& network, std::span<const Tensor> tensors);

/// What the file with the weights of a run is called, runs counted from 0: "02-Leaky-ReLU" and the
/// format's ending. Whatever the name of the run, it is a plain file name.
std::string weightFileName(std::size_t run, std::string_view name);

} // namespace reluscope
