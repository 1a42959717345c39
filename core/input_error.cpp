// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/input_error.h"

#include <utility>

namespace reluscope {
namespace {

std::string sentence(const std::string& file, const std::string& place, const std::string& problem,
                     const std::string& expected) {
    std::string text;
    for (const std::string* part : {&file, &place}) {
        if (!part->empty()) {
            text += *part + ": ";
        }
    }
    text += problem;
    if (!expected.empty()) {
        text += "; " + expected;
    }
    return text;
}

} // namespace

InputError::InputError(std::string file, std::string place, std::string problem,
                       std::string expected)
    : std::runtime_error(sentence(file, place, problem, expected))
    , m_file(std::move(file))
    , m_place(std::move(place))
    , m_problem(std::move(problem))
    , m_expected(std::move(expected)) {}

InputError InputError::inFile(std::string file) const {
    return {std::move(file), m_place, m_problem, m_expected};
}

} // namespace reluscope
