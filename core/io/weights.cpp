// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/weights.h"

#include "core/input_error.h"
#include "core/io/json_value.h"

#include <algorithm>

namespace reluscope {
namespace {

/// A tensor of the network: what it is called, its shape, and where each value goes.
struct Slot {
    std::string name;
    std::vector<std::size_t> shape;
    std::vector<std::size_t> places; ///< in Network::parameters()
};

std::vector<Slot> slotsOf(const Network<float>& network) {
    const Architecture& architecture = network.architecture();
    std::vector<Slot> slots;
    for (std::size_t layer = 0; layer < architecture.layerCount(); ++layer) {
        const std::string prefix = "layers." + std::to_string(layer);
        const std::size_t outputs = architecture.layerOutputs(layer);
        const std::size_t inputs = architecture.layerInputs(layer);
        Slot weight{prefix + ".weight", {outputs, inputs}, {}};
        Slot bias{prefix + ".bias", {outputs}, {}};
        for (std::size_t out = 0; out < outputs; ++out) {
            for (std::size_t in = 0; in < inputs; ++in) {
                weight.places.push_back(network.weightIndex(layer, out, in));
            }
            bias.places.push_back(network.biasIndex(layer, out));
        }
        slots.push_back(std::move(weight));
        slots.push_back(std::move(bias));
    }
    for (std::size_t layer = 0; layer < architecture.hidden.size(); ++layer) {
        const auto learned = network.learned(layer);
        if (!learned.empty()) {
            Slot slot{"activations." + std::to_string(layer) + ".weight", {learned.size()}, {}};
            const auto begin =
                static_cast<std::size_t>(learned.data() - network.parameters().data());
            for (std::size_t i = 0; i < learned.size(); ++i) {
                slot.places.push_back(begin + i);
            }
            slots.push_back(std::move(slot));
        }
    }
    return slots;
}

std::string placeOf(std::string_view name) {
    return "tensor \"" + printable(name) + "\"";
}

std::string shapeText(const std::vector<std::size_t>& shape) {
    std::string text;
    for (const std::size_t size : shape) {
        text += text.empty() ? "" : ", ";
        text += std::to_string(size);
    }
    return '[' + text + ']';
}

} // namespace

std::vector<Tensor> tensorsOf(const Network<float>& network) {
    std::vector<Tensor> tensors;
    for (const Slot& slot : slotsOf(network)) {
        Tensor tensor{slot.name, slot.shape, {}};
        for (const std::size_t place : slot.places) {
            tensor.values.push_back(network.parameters()[place]);
        }
        tensors.push_back(std::move(tensor));
    }
    return tensors;
}

void setWeights(Network<float>& network, std::span<const Tensor> tensors) {
    const std::vector<Slot> slots = slotsOf(network);
    for (const Slot& slot : slots) {
        const auto tensor = std::ranges::find(tensors, slot.name, &Tensor::name);
        if (tensor == tensors.end()) {
            throw InputError({}, placeOf(slot.name), "is missing",
                             "one of shape " + shapeText(slot.shape));
        }
        if (tensor->shape != slot.shape) {
            throw InputError({}, placeOf(slot.name), "has the shape " + shapeText(tensor->shape),
                             shapeText(slot.shape));
        }
        for (std::size_t i = 0; i < slot.places.size(); ++i) {
            network.parameters()[slot.places[i]] = tensor->values[i];
        }
    }
    for (const Tensor& tensor : tensors) {
        if (std::ranges::find(slots, tensor.name, &Slot::name) == slots.end()) {
            throw InputError({}, placeOf(tensor.name), "the network has no such weights");
        }
    }
}

std::string weightFileName(std::size_t run, std::string_view name) {
    constexpr std::size_t longest = 80;
    std::string plain;
    for (const char c : name) {
        const bool isPlain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                             (c >= 'A' && c <= 'Z') || c == '.' || c == '_' ||
                             static_cast<unsigned char>(c) >= 0x80;
        if (isPlain) {
            plain += c;
        } else if (!plain.empty() && plain.back() != '-') {
            plain += '-';
        }
    }
    if (plain.size() > longest) {
        plain.resize(longest);
        // Not in the midst of a character.
        while (!plain.empty() && (static_cast<unsigned char>(plain.back()) & 0xC0U) == 0x80U) {
            plain.pop_back();
        }
        if (!plain.empty() && static_cast<unsigned char>(plain.back()) >= 0xC0U) {
            plain.pop_back();
        }
    }
    while (!plain.empty() && plain.back() == '-') {
        plain.pop_back();
    }
    const std::string number = std::to_string(run + 1);
    return (number.size() < 2 ? "0" : "") + number + (plain.empty() ? "" : "-") + plain +
           ".safetensors";
}

} // namespace reluscope
