// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_file_data.h"

namespace reluscope {
namespace {

constexpr std::string_view idxReader = R"(

def read_idx(path):
    """The bytes in an IDX file, in their shape."""
    data = read_file(path)
    header = 4 + 4 * data[3]
    shape = struct.unpack(f">{data[3]}I", data[4:header])
    return torch.frombuffer(bytearray(data), dtype=torch.uint8, offset=header).view(shape)
)";

std::string paths(const IdxFiles& training, const std::optional<IdxFiles>& test) {
    std::string code = "\n\n" + pathAssignment("TRAIN_IMAGES", training.images) +
                       pathAssignment("TRAIN_LABELS", training.labels);
    if (test) {
        code += pathAssignment("TEST_IMAGES", test->images) +
                pathAssignment("TEST_LABELS", test->labels);
    }
    return code;
}

/// The lines of load_data() that read the first examples of a pair of files.
std::string reading(const std::string& split, const std::string& constants, std::size_t count) {
    const std::string first = "[:" + std::to_string(count) + "]\n";
    return "    " + split + "_x = read_idx(" + constants + "_IMAGES)" + first + "    " + split +
           "_y = read_idx(" + constants + "_LABELS)" + first;
}

} // namespace

ScriptSection pytorchImageData(const IdxFiles& training, const std::optional<IdxFiles>& test,
                               const DataSpec& spec, const Dataset& data) {
    const Scale scale = spec.scale.value_or(Scale::Unit);
    const std::string scaled = scale == Scale::None        ? ""
                               : scale == Scale::Symmetric ? " / 127.5 - 1"
                                                           : " / 255";
    ScriptSection section{.modules = {"gzip", "struct"}, .code = paths(training, test)};
    section.code += pytorchFileReader;
    section.code += idxReader;
    section.code += test ? "" : pytorchHeldBack;
    section.code += scale == Scale::Standard ? pytorchScaling(scale) : "";
    section.code += R"(

def load_data():
    """Features and targets of the training and of the test examples."""
)";
    if (test) {
        section.code += reading("train", "TRAIN", data.train.count());
        section.code += reading("test", "TEST", data.test.count());
    } else {
        section.code += "    x, y = read_idx(TRAIN_IMAGES), read_idx(TRAIN_LABELS)\n";
        addHeldBackSplit(section, spec, data);
    }
    section.code += "    train_x = train_x.flatten(1).float()" + scaled +
                    "\n    test_x = test_x.flatten(1).float()" + scaled + "\n";
    section.code +=
        scale == Scale::Standard ? "    train_x, test_x = scale(train_x, test_x)\n" : "";
    section.code += "    return (train_x, train_y.long()), (test_x, test_y.long())\n";
    return section;
}

} // namespace reluscope
