// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

namespace reluscope::test {

/// What standard error of a child is to be.
enum class ErrorOutput { Pipe, Terminal };

/// A program as a process of its own, with pipes to its standard streams.
class ChildProcess {
  public:
    /// reluscope-cli.
    explicit ChildProcess(const std::vector<std::string>& arguments,
                          ErrorOutput errorOutput = ErrorOutput::Pipe);
    /// Any program, by its path.
    ChildProcess(std::string program, const std::vector<std::string>& arguments,
                 ErrorOutput errorOutput);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess();

    /// All that it reads; it must take it in before it writes much.
    void writeInput(std::string_view text);

    /// The next line of standard output without its end, empty if there is none.
    std::string readLine();
    std::string readOutput(); ///< the rest, to its end
    std::string readErrors();
    void closeOutput();

    void send(int signal) const;

    /// Waits for its end: the exit code, or 128 and the signal that ended it.
    int wait();

  private:
    pid_t m_id = -1; ///< -1 once waited for
    int m_input = -1;
    int m_output = -1;
    int m_errors = -1;
};

struct ChildResult {
    int exitCode;
    std::string output;
    std::string errors;
};

/// Runs a program to its end.
ChildResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                       std::string_view input = {});

/// Runs reluscope-cli to its end.
ChildResult runCli(const std::vector<std::string>& arguments, std::string_view input = {});

} // namespace reluscope::test
