// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset_loader.h"
#include "core/io/fashion_mnist.h"
#include "core/io/python_text.h"
#include "core/io/pytorch_file_data.h"
#include "core/io/pytorch_sections.h"

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace reluscope {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// Numbers of 32 bits, least significant byte first.
Bytes littleEndian(std::span<const float> values) {
    Bytes bytes;
    for (const float value : values) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        for (const unsigned shift : {0U, 8U, 16U, 24U}) {
            bytes.push_back(static_cast<std::uint8_t>(bits >> shift));
        }
    }
    return bytes;
}

constexpr std::string_view decoder = R"(

def decode(text, dtype):
    """The numbers in base64."""
    return torch.frombuffer(bytearray(base64.b64decode(text)), dtype=dtype)
)";

/// Decodes the constants of a split into `train_x` and `train_y`, or those of the test.
std::string decoding(const std::string& split, const std::string& constants, const Dataset& data) {
    const std::string targets = data.task == Task::Regression ? "_TARGETS, torch.float32)\n"
                                                              : "_TARGETS, torch.uint8).long()\n";
    return "    " + split + "_x = decode(" + constants + "_FEATURES, torch.float32).view(-1, " +
           std::to_string(data.featureCount) + ")\n    " + split + "_y = decode(" + constants +
           targets;
}

std::string examplesInBase64(const std::string& name, const Examples& examples) {
    // No label of generated examples and of points exceeds a byte.
    const Bytes targets = examples.labels.empty()
                              ? littleEndian(examples.values)
                              : Bytes(examples.labels.begin(), examples.labels.end());
    return pythonBase64(name + "_FEATURES", littleEndian(examples.features)) +
           pythonBase64(name + "_TARGETS", targets);
}

std::size_t embeddedBytes(const Examples& examples) {
    return examples.features.size() * sizeof(float) + examples.labels.size() +
           examples.values.size() * sizeof(float);
}

ScriptSection embeddedData(const DataSpec& spec, const Dataset& data) {
    const bool isTestedOnTraining = spec.source == pointsSource;
    checkEmbeddedSize(embeddedBytes(data.train) +
                      (isTestedOnTraining ? 0 : embeddedBytes(data.test)));

    ScriptSection section{.modules = {"base64"}, .code = std::string(decoder)};
    section.code += R"(

def load_data():
    """Features and targets of the training and of the test examples, from the end of this file."""
)";
    section.code += decoding("train", "TRAIN", data);
    if (isTestedOnTraining) {
        section.code += "    return (train_x, train_y), (train_x, train_y)\n";
    } else {
        section.code += decoding("test", "TEST", data);
        section.code += "    return (train_x, train_y), (test_x, test_y)\n";
    }
    section.appendix = "# The examples as Reluscope has them, scaled, bit for bit.\n" +
                       examplesInBase64("TRAIN", data.train);
    if (!isTestedOnTraining) {
        section.appendix += examplesInBase64("TEST", data.test);
    }
    return section;
}

} // namespace

ScriptSection pytorchData(const DataSpec& spec, const Dataset& data,
                          const std::filesystem::path& baseDirectory) {
    const auto found = [&](const std::string& path) {
        return std::filesystem::absolute(baseDirectory / path).lexically_normal();
    };
    if (spec.source == fashionMnistSource) {
        const FashionMnistFiles files = fashionMnistFiles(fashionMnistDirectory());
        return pytorchImageData(files.training, files.test, spec, data);
    }
    if (spec.source == idxSource) {
        std::optional<IdxFiles> test;
        if (!spec.testImages.empty()) {
            test = IdxFiles{found(spec.testImages), found(spec.testLabels)};
        }
        return pytorchImageData({found(spec.images), found(spec.labels)}, test, spec, data);
    }
    if (spec.source == csvSource) {
        return pytorchCsvData(found(spec.path), spec, data);
    }
    return embeddedData(spec, data);
}

} // namespace reluscope
