// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/activation_code.h"
#include "tests/core/activation/every_activation.h"
#include "tests/core/io/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace reluscope {
namespace {

using test::activation;
using testing::HasSubstr;
using testing::Not;

TEST(PytorchCode, MakesTheModuleWithItsParameters) {
    EXPECT_THAT(pytorchCode(activation("relu")), HasSubstr("\nactivation = nn.ReLU()\n"));
    EXPECT_THAT(pytorchCode(activation("elu", 1.5)), HasSubstr("activation = nn.ELU(1.5)\n"));
    EXPECT_THAT(pytorchCode(activation("prelu")), HasSubstr("= nn.PReLU(1, init=0.25)\n"));
    EXPECT_THAT(pytorchCode(activation("gelu", 1)), HasSubstr("nn.GELU(approximate=\"tanh\")"));
}

TEST(PytorchCode, DefinesWhatPytorchLacks) {
    EXPECT_THAT(pytorchCode(activation("silu", 2)), HasSubstr("class Swish(nn.Module):"));
    EXPECT_THAT(pytorchCode(activation("silu", 2)), HasSubstr("\nactivation = Swish(2.0)\n"));
    EXPECT_THAT(pytorchCode(activation("sine")), HasSubstr("class Sine(nn.Module):"));
    EXPECT_THAT(pytorchCode(activation("silu")), Not(HasSubstr("class")));
}

TEST(CppCode, SetsTheParameters) {
    EXPECT_THAT(
        cppCode(activation("elu", 1.5)),
        HasSubstr("findActivation(\"elu\"));\n    activation.parameters = {1.5}; // alpha\n"));
    EXPECT_THAT(cppCode(activation("gelu", 1)),
                HasSubstr("parameters = {1}; // approximate tanh\n"));
    EXPECT_THAT(cppCode(activation("relu")), Not(HasSubstr("parameters")));
}

TEST(CppCode, Compiles) {
    const test::TemporaryDirectory directory;
    for (const Activation& own : {activation("relu"), activation("elu", 1.5), activation("gelu", 1),
                                  activation("prelu", 0.1)}) {
        const auto file = directory.path() / (std::string(own.info->id) + ".cpp");
        std::ofstream(file) << cppCode(own);
        const std::string command =
            std::string(RELUSCOPE_CXX_COMPILER) +
            " -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I " RELUSCOPE_SOURCE_DIR " " +
            file.string();
        EXPECT_EQ(std::system(command.c_str()), 0) << command << '\n' << cppCode(own);
    }
}

} // namespace
} // namespace reluscope
