// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"

#include <fcntl.h>
#include <pty.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

namespace reluscope::test {
namespace {

void check(int error) {
    if (error != 0) {
        throw std::system_error(error, std::generic_category());
    }
}

/// A pipe, or the two ends of a terminal. The child gets its end by dup2, which survives exec.
struct Channel {
    int reading = -1;
    int writing = -1;
};

Channel makePipe() {
    std::array<int, 2> ends{};
    check(pipe2(ends.data(), O_CLOEXEC) == 0 ? 0 : errno);
    return {ends[0], ends[1]};
}

Channel makeTerminal() {
    Channel ends;
    check(openpty(&ends.reading, &ends.writing, nullptr, nullptr, nullptr) == 0 ? 0 : errno);
    fcntl(ends.reading, F_SETFD, FD_CLOEXEC);
    fcntl(ends.writing, F_SETFD, FD_CLOEXEC);
    return ends;
}

void close(int& descriptor) {
    if (descriptor >= 0) {
        ::close(descriptor);
        descriptor = -1;
    }
}

std::string readAll(int descriptor) {
    std::string text;
    std::array<char, 4096> buffer{};
    // A terminal whose other end is closed reports an error, not an end.
    for (ssize_t got = 0; (got = read(descriptor, buffer.data(), buffer.size())) > 0;) {
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
}

} // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& arguments, ErrorOutput errorOutput)
    : ChildProcess(RELUSCOPE_CLI, arguments, errorOutput) {}

ChildProcess::ChildProcess(std::string program, const std::vector<std::string>& arguments,
                           ErrorOutput errorOutput) {
    Channel input = makePipe();
    Channel output = makePipe();
    Channel errors = errorOutput == ErrorOutput::Pipe ? makePipe() : makeTerminal();

    posix_spawn_file_actions_t actions{};
    check(posix_spawn_file_actions_init(&actions));
    check(posix_spawn_file_actions_adddup2(&actions, input.reading, STDIN_FILENO));
    check(posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO));
    check(posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO));

    std::vector<std::string> words = arguments;
    std::vector<char*> argv{program.data()};
    for (std::string& word : words) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    const int error = posix_spawn(&m_id, program.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);

    close(input.reading);
    close(output.writing);
    close(errors.writing);
    m_input = input.writing;
    m_output = output.reading;
    m_errors = errors.reading;
    check(error);
}

ChildProcess::~ChildProcess() {
    if (m_id > 0) {
        send(SIGKILL);
        wait();
    }
    close(m_input);
    close(m_output);
    close(m_errors);
}

void ChildProcess::writeInput(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = write(m_input, text.data(), text.size());
        check(written > 0 ? 0 : errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    close(m_input);
}

std::string ChildProcess::readLine() {
    std::string line;
    for (char c = 0; read(m_output, &c, 1) == 1 && c != '\n';) {
        line += c;
    }
    return line;
}

std::string ChildProcess::readOutput() {
    return readAll(m_output);
}

std::string ChildProcess::readErrors() {
    return readAll(m_errors);
}

void ChildProcess::closeOutput() {
    close(m_output);
}

void ChildProcess::send(int signal) const {
    kill(m_id, signal);
}

int ChildProcess::wait() {
    int status = 0;
    check(waitpid(m_id, &status, 0) == m_id ? 0 : errno);
    m_id = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

ChildResult runProgram(const std::string& program, const std::vector<std::string>& arguments,
                       std::string_view input) {
    ChildProcess child(program, arguments, ErrorOutput::Pipe);
    child.writeInput(input);
    std::string output = child.readOutput();
    std::string errors = child.readErrors();
    return {child.wait(), std::move(output), std::move(errors)};
}

ChildResult runCli(const std::vector<std::string>& arguments, std::string_view input) {
    return runProgram(RELUSCOPE_CLI, arguments, input);
}

} // namespace reluscope::test
