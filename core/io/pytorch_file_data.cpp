// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_file_data.h"

#include "core/data/split.h"
#include "core/input_error.h"
#include "core/io/byte_size.h"
#include "core/io/python_text.h"

#include <cstdint>
#include <vector>

namespace reluscope {
namespace {

/// How `[:count]` takes the first examples, where that is not all.
std::string firstOf(std::size_t count, std::size_t available) {
    return count == available ? "" : "[:" + std::to_string(count) + "]";
}

} // namespace

void checkEmbeddedSize(std::size_t bytes) {
    // A script is to be read by people, and sent to them.
    constexpr std::size_t most = 100'000;
    if (bytes > most) {
        throw InputError({}, "data",
                         "the script would have to hold " + byteSizeText(bytes) +
                             " of Reluscope's own draws",
                         "at most " + byteSizeText(most) + ": fewer examples");
    }
}

std::string pathAssignment(std::string_view name, const std::filesystem::path& path) {
    return std::string(name) + " = " + pythonString(path.string()) + "\n";
}

const std::string_view pytorchFileReader = R"(

def read_file(path):
    """The bytes of a file, unpacked if it is compressed with gzip."""
    with open(path, "rb") as file:
        data = file.read()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
)";

const std::string_view pytorchHeldBack = R"(

def held_back(count):
    """Which examples Reluscope has drawn for testing."""
    bits = [byte >> bit & 1 for byte in base64.b64decode(HELD_BACK) for bit in range(8)]
    return torch.tensor(bits[:count], dtype=torch.bool)
)";

void addHeldBackSplit(ScriptSection& section, const DataSpec& spec, const Dataset& data) {
    const Selection selection = holdBack(data.heldBackFrom, spec);
    std::vector<std::uint8_t> mask((data.heldBackFrom + 7) / 8);
    checkEmbeddedSize(mask.size());
    for (const std::uint32_t place : selection.test) {
        mask[place / 8] = static_cast<std::uint8_t>(mask[place / 8] | 1U << place % 8);
    }
    const std::string trained =
        firstOf(selection.train.size(), data.heldBackFrom - selection.test.size());
    section.modules.insert("base64");
    section.code += "    test = held_back(len(y))\n"
                    "    train_x, train_y = x[~test]" +
                    trained + ", y[~test]" + trained +
                    "\n"
                    "    test_x, test_y = x[test], y[test]\n";
    section.appendix = "# A bit for each example of the file: 1 if it is for testing.\n" +
                       pythonBase64("HELD_BACK", mask);
}

std::string pytorchScaling(Scale scale) {
    if (scale == Scale::None) {
        return {};
    }
    const std::string figures =
        scale == Scale::Standard
            ? "    origin, unit = train.mean(0), train.std(0, unbiased=False)\n"
        : scale == Scale::Unit ? "    origin, unit = train.amin(0), train.amax(0) - train.amin(0)\n"
                               : "    unit = (train.amax(0) - train.amin(0)) / 2\n"
                                 "    origin = train.amin(0) + unit\n";
    const std::string result = scale == Scale::Standard ? "zero mean and unit variance"
                               : scale == Scale::Unit   ? "the range from 0 to 1"
                                                        : "the range from -1 to 1";
    return R"(

def scale(train, test):
    """Brings each feature to )" +
           result + R"(, by the training examples alone."""
    train, test = train.double(), test.double()
)" + figures +
           R"(    unit[unit == 0] = 1
    return ((train - origin) / unit).float(), ((test - origin) / unit).float()
)";
}

} // namespace reluscope
