// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace reluscope {

/// An array of numbers under a name.
struct Tensor {
    std::string name;
    std::vector<std::size_t> shape; ///< empty: a single number; a 0 in it: none at all
    std::vector<float> values;      ///< as many as the product of the shape, its last index fastest
};

/// Reads a whole safetensors file (https://github.com/huggingface/safetensors): the length of the
/// header in 8 bytes, least significant first; the header, a JSON object; the values. The tensors
/// come in the order of the header, with every bit of their values; `__metadata__` is checked and
/// dropped.
///
/// Only 32-bit floats ("F32") are read, and headers of at most 16 MB. Throws InputError without a
/// file for anything else and for whatever breaks the format's rules: tensors must fill the space
/// behind the header without gap or overlap. Places are "byte 8", "header: line 1, column 5" or the
/// path of a field, "tensor "layers.0.weight".shape[1]". Memory is taken for what the file holds,
/// never for what it promises.
std::vector<Tensor> parseSafetensors(std::span<const std::uint8_t> bytes);

/// The file that holds `tensors`, values in this order, the same bytes on every machine. Throws
/// std::invalid_argument where a name is given twice or is `__metadata__`, or where values and
/// shape disagree. Names must be UTF-8.
std::vector<std::uint8_t> writeSafetensors(std::span<const Tensor> tensors);

} // namespace reluscope
