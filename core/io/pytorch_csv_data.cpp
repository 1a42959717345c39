// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/python_text.h"
#include "core/io/pytorch_file_data.h"

namespace reluscope {
namespace {

constexpr std::string_view csvReader = R"(

def read_csv(path):
    """The rows of a CSV file, the first of which names the columns."""
    text = read_file(path).decode("utf-8-sig").strip("\r\n")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=lambda d: len(next(csv.reader([first], delimiter=d))))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[cell.strip(" \t") for cell in row] for row in rows if row]


def load_data():
    """Features and targets of the training and of the test examples."""
    names, *rows = read_csv(PATH)
    target = names.index(TARGET)
    y = [row.pop(target) for row in rows]
    x = torch.tensor([[float(cell) for cell in row] for row in rows])
)";

std::string csvTargets(const Dataset& data) {
    if (data.task == Task::Regression) {
        return "    y = torch.tensor([float(cell) for cell in y])\n";
    }
    if (data.classNames == numberedClassNames(data.classCount)) {
        return "    y = torch.tensor([int(cell) for cell in y])\n";
    }
    return "    classes = {name: place for place, name in enumerate(sorted(set(y)))}\n"
           "    y = torch.tensor([classes[cell] for cell in y])\n";
}

} // namespace

ScriptSection pytorchCsvData(const std::filesystem::path& path, const DataSpec& spec,
                             const Dataset& data) {
    const Scale scale = spec.scale.value_or(Scale::None);
    ScriptSection section{.modules = {"csv", "gzip", "io"},
                          .code = "\n\n" + pathAssignment("PATH", path) +
                                  "TARGET = " + pythonString(spec.target) + "\n"};
    section.code += pytorchFileReader;
    section.code += pytorchHeldBack;
    section.code += pytorchScaling(scale);
    section.code += csvReader;
    section.code += csvTargets(data);
    addHeldBackSplit(section, spec, data);
    section.code += scale == Scale::None ? "" : "    train_x, test_x = scale(train_x, test_x)\n";
    section.code += "    return (train_x, train_y), (test_x, test_y)\n";
    return section;
}

} // namespace reluscope
