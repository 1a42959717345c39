// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/io/byte_size.h"
#include "core/io/fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <optional>
#include <stdexcept>

namespace reluscope {
namespace {

constexpr std::size_t lengthSize = 8; // of the field that says how long the header is
constexpr std::size_t valueSize = 4;
constexpr std::string_view metadataName = "__metadata__";
constexpr std::string_view floatType = "F32";

/// One tensor of the header: where its values are, counted from the end of the header.
struct Entry {
    std::string place;
    std::string name;
    std::vector<std::size_t> shape;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::string byteNumber(std::size_t offset) {
    return "byte " + std::to_string(offset);
}

std::uint64_t littleEndian(std::span<const std::uint8_t> bytes) {
    std::uint64_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        number = (number << 8) | bytes[i];
    }
    return number;
}

void appendLittleEndian(std::vector<std::uint8_t>& bytes, std::uint64_t number, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
        bytes.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
    }
}

/// How many values a tensor of this shape has; nothing where they are more than `most`.
std::optional<std::size_t> valueCount(std::span<const std::size_t> shape, std::size_t most) {
    if (std::ranges::find(shape, std::size_t{0}) != shape.end()) {
        return 0;
    }
    std::size_t count = 1;
    for (const std::size_t size : shape) {
        if (size > most / count) {
            return {};
        }
        count *= size;
    }
    return count;
}

std::string shapeText(std::span<const std::size_t> shape) {
    std::string text;
    for (const std::size_t size : shape) {
        text += (text.empty() ? "" : ", ") + std::to_string(size);
    }
    return "[" + printable(text) + "]";
}

/// The text of the header, after checks of its length that trust nothing.
std::string headerText(std::span<const std::uint8_t> bytes) {
    constexpr std::size_t longest = 16'000'000; // parsed, a list takes 60 times its text
    if (bytes.size() < lengthSize) {
        throw InputError({}, byteNumber(bytes.size()), "the file ends within its first 8 bytes",
                         "a safetensors file, which begins with the length of its header");
    }
    const std::uint64_t length = littleEndian(bytes.first(lengthSize));
    const std::size_t present = bytes.size() - lengthSize;
    if (length > present) {
        throw InputError({}, byteNumber(0),
                         "a header of " + std::to_string(length) + " bytes is promised, but " +
                             std::to_string(present) + " follow",
                         "a complete safetensors file");
    }
    if (length > longest) {
        throw InputError({}, byteNumber(0), "the header takes " + byteSizeText(length),
                         "at most " + byteSizeText(longest));
    }
    const auto header = bytes.subspan(lengthSize, length);
    if (header.empty() || header.front() != '{') {
        throw InputError({}, byteNumber(lengthSize), "the header does not begin with {",
                         "a JSON object");
    }
    return {header.begin(), header.end()};
}

JsonValue parseHeader(std::string_view text) {
    try {
        return parseJson(text);
    } catch (const InputError& error) {
        throw InputError({}, error.place().empty() ? "header" : "header: " + error.place(),
                         error.problem(), error.expected());
    }
}

void checkMetadata(const JsonValue& value) {
    const std::string place(metadataName);
    const Fields fields(value, place);
    for (std::size_t i = 0; i < value.names.size(); ++i) {
        asText(value.elements[i], fields.place(value.names[i]));
    }
}

/// `room` is the size of what follows the header.
Entry parseEntry(const std::string& name, const JsonValue& value, std::size_t room) {
    Entry entry;
    entry.place = "tensor \"" + printable(name) + "\"";
    entry.name = name;
    const Fields fields(value, entry.place);
    fields.allowOnly({"dtype", "shape", "data_offsets"});

    const std::string& type = asText(fields.require("dtype"), fields.place("dtype"));
    if (type != floatType) {
        throw InputError({}, fields.place("dtype"), "is \"" + printable(type) + "\"",
                         "\"F32\", the only type that is read");
    }
    const std::string shapePlace = fields.place("shape");
    for (const JsonValue& size : asList(fields.require("shape"), shapePlace, {})) {
        const std::string place = shapePlace + "[" + std::to_string(entry.shape.size()) + "]";
        entry.shape.push_back(asWhole(size, place, {}));
    }
    const std::string offsetsPlace = fields.place("data_offsets");
    const auto& offsets = asList(fields.require("data_offsets"), offsetsPlace, {2, 2});
    entry.begin = asWhole(offsets[0], offsetsPlace + "[0]", {});
    entry.end = asWhole(offsets[1], offsetsPlace + "[1]", {entry.begin});
    if (entry.end > room) {
        throw InputError({}, offsetsPlace + "[1]",
                         "is " + std::to_string(entry.end) + ", but " + std::to_string(room) +
                             " bytes follow the header",
                         "a complete safetensors file");
    }
    const std::size_t span = entry.end - entry.begin;
    if (span % valueSize != 0 || valueCount(entry.shape, span / valueSize) != span / valueSize) {
        throw InputError({}, entry.place,
                         std::to_string(span) + " bytes do not hold the shape " +
                             shapeText(entry.shape),
                         "4 bytes for each value");
    }
    return entry;
}

/// Where the last tensor ends, if they follow one another without gap or overlap, in any order.
std::size_t endOfTensors(std::span<const Entry> entries) {
    std::vector<const Entry*> inFileOrder;
    inFileOrder.reserve(entries.size());
    for (const Entry& entry : entries) {
        inFileOrder.push_back(&entry);
    }
    std::ranges::sort(inFileOrder, [](const Entry* left, const Entry* right) {
        return std::pair(left->begin, left->end) < std::pair(right->begin, right->end);
    });
    std::size_t covered = 0;
    for (const Entry* entry : inFileOrder) {
        if (entry->begin != covered) {
            throw InputError({}, entry->place + ".data_offsets[0]",
                             "is " + std::to_string(entry->begin) +
                                 ", but the tensors before end at " + std::to_string(covered),
                             "tensors without gap or overlap");
        }
        covered = entry->end;
    }
    return covered;
}

std::vector<float> decoded(std::span<const std::uint8_t> bytes) {
    std::vector<float> values(bytes.size() / valueSize);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint64_t bits = littleEndian(bytes.subspan(i * valueSize, valueSize));
        values[i] = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
    }
    return values;
}

void checkWritable(const Tensor& tensor) {
    if (tensor.name == metadataName) {
        throw std::invalid_argument("a tensor cannot be called __metadata__");
    }
    if (valueCount(tensor.shape, tensor.values.size()) != tensor.values.size()) {
        throw std::invalid_argument("tensor \"" + tensor.name +
                                    "\": " + std::to_string(tensor.values.size()) +
                                    " values for the shape " + shapeText(tensor.shape));
    }
}

} // namespace

std::vector<Tensor> parseSafetensors(std::span<const std::uint8_t> bytes) {
    const std::string text = headerText(bytes);
    const std::span<const std::uint8_t> data = bytes.subspan(lengthSize + text.size());
    const JsonValue header = parseHeader(text);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < header.names.size(); ++i) {
        if (header.names[i] == metadataName) {
            checkMetadata(header.elements[i]);
        } else {
            entries.push_back(parseEntry(header.names[i], header.elements[i], data.size()));
        }
    }
    if (const std::size_t end = endOfTensors(entries); end != data.size()) {
        throw InputError({}, byteNumber(lengthSize + text.size() + end),
                         std::to_string(data.size() - end) + " bytes follow the last tensor",
                         "a file that ends here");
    }

    std::vector<Tensor> tensors;
    tensors.reserve(entries.size());
    for (Entry& entry : entries) {
        tensors.push_back({std::move(entry.name), std::move(entry.shape),
                           decoded(data.subspan(entry.begin, entry.end - entry.begin))});
    }
    return tensors;
}

std::vector<std::uint8_t> writeSafetensors(std::span<const Tensor> tensors) {
    auto header = nlohmann::ordered_json::object();
    std::size_t end = 0;
    for (const Tensor& tensor : tensors) {
        checkWritable(tensor);
        if (header.contains(tensor.name)) {
            throw std::invalid_argument("two tensors are called \"" + tensor.name + "\"");
        }
        const std::size_t begin = end;
        end += tensor.values.size() * valueSize;
        header[tensor.name] = {
            {"dtype", floatType}, {"shape", tensor.shape}, {"data_offsets", {begin, end}}};
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' '); // so that the values are aligned

    std::vector<std::uint8_t> bytes;
    bytes.reserve(lengthSize + text.size() + end);
    appendLittleEndian(bytes, text.size(), lengthSize);
    bytes.insert(bytes.end(), text.begin(), text.end());
    for (const Tensor& tensor : tensors) {
        for (const float value : tensor.values) {
            appendLittleEndian(bytes, std::bit_cast<std::uint32_t>(value), valueSize);
        }
    }
    return bytes;
}

} // namespace reluscope
