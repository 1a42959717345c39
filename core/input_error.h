// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace reluscope {

/// Bad input, in words for the person who gave it: which file, which place in it, what is wrong
/// there and what would be right. `what()` reads "FILE: PLACE: problem; expected".
class InputError : public std::runtime_error {
  public:
    /// `file` and `place` may be empty where there is none; `expected` may be empty where the
    /// problem says it all.
    InputError(std::string file, std::string place, std::string problem, std::string expected = {});

    const std::string& file() const noexcept { return m_file; }
    const std::string& place() const noexcept { return m_place; }
    const std::string& problem() const noexcept { return m_problem; }
    const std::string& expected() const noexcept { return m_expected; }

    /// The same error, said of `file`: for code that parses bytes and does not know their name.
    InputError inFile(std::string file) const;

  private:
    std::string m_file;
    std::string m_place;
    std::string m_problem;
    std::string m_expected;
};

} // namespace reluscope
