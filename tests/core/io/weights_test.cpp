// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/weights.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/network/small_network.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <ostream>

namespace reluscope {
namespace {

using test::expectInputError;
using testing::ElementsAre;

/// Two hidden layers that learn a slope each and for each of 9 units.
Architecture learningForm() {
    Architecture form = test::architecture(2, {3, 9}, 2, {"prelu"});
    form.activations[1].parameters[1] = 1;
    return form;
}

std::vector<std::string> namesOf(const std::vector<Tensor>& tensors) {
    std::vector<std::string> names;
    for (const Tensor& tensor : tensors) {
        names.push_back(tensor.name);
    }
    return names;
}

Tensor& named(std::vector<Tensor>& tensors, std::string_view name) {
    return *std::ranges::find(tensors, name, &Tensor::name);
}

TEST(TensorsOf, HaveTheNamesAndShapesOfPyTorch) {
    auto tensors = tensorsOf(Network<float>(learningForm()));
    EXPECT_THAT(namesOf(tensors), ElementsAre("layers.0.weight", "layers.0.bias", "layers.1.weight",
                                              "layers.1.bias", "layers.2.weight", "layers.2.bias",
                                              "activations.0.weight", "activations.1.weight"));
    EXPECT_THAT(named(tensors, "layers.0.weight").shape, ElementsAre(3, 2));
    EXPECT_THAT(named(tensors, "layers.1.weight").shape, ElementsAre(9, 3));
    EXPECT_THAT(named(tensors, "layers.1.bias").shape, ElementsAre(9));
    EXPECT_THAT(named(tensors, "layers.2.weight").shape, ElementsAre(2, 9));
    EXPECT_THAT(named(tensors, "activations.0.weight").shape, ElementsAre(1));
    EXPECT_THAT(named(tensors, "activations.1.weight").shape, ElementsAre(9));
}

TEST(TensorsOf, HaveNoneForActivationsThatLearnNothing) {
    const auto tensors = tensorsOf(Network<float>(test::architecture(2, {3}, 1, {"silu"})));
    EXPECT_EQ(tensors.size(), 4);
}

TEST(TensorsOf, ListTheInputsOfOneOutputAfterAnother) {
    Network<float> network(test::architecture(3, {}, 2));
    for (std::size_t out = 0; out < 2; ++out) {
        for (std::size_t in = 0; in < 3; ++in) {
            network.setWeight(0, out, in, static_cast<float>(10 * out + in));
        }
        network.setBias(0, out, static_cast<float>(100 + out));
    }
    const auto tensors = tensorsOf(network);
    EXPECT_THAT(tensors.at(0).values, ElementsAre(0, 1, 2, 10, 11, 12));
    EXPECT_THAT(tensors.at(1).values, ElementsAre(100, 101));
}

TEST(SetWeights, TakesEveryBitBackFromAFile) {
    auto network = test::drawnNetwork<float>(learningForm());
    network.setWeight(0, 0, 0, -0.0F);
    network.setWeight(0, 1, 0, std::numeric_limits<float>::denorm_min());
    network.setBias(1, 8, std::numeric_limits<float>::infinity());
    network.setBias(2, 1, std::bit_cast<float>(0x7fc01234U)); // a NaN with a payload
    std::iota(network.learned(1).begin(), network.learned(1).end(), 0.1F);
    Network<float> read(learningForm());
    setWeights(read, parseSafetensors(writeSafetensors(tensorsOf(network))));
    for (std::size_t i = 0; i < network.parameters().size(); ++i) {
        ASSERT_EQ(std::bit_cast<std::uint32_t>(read.parameters()[i]),
                  std::bit_cast<std::uint32_t>(network.parameters()[i]))
            << "at " << i;
    }
}

TEST(SetWeights, TakesTensorsInAnyOrder) {
    const auto network = test::drawnNetwork<float>(learningForm());
    auto tensors = tensorsOf(network);
    std::ranges::reverse(tensors);
    Network<float> read(learningForm());
    setWeights(read, tensors);
    EXPECT_TRUE(std::ranges::equal(read.parameters(), network.parameters()));
}

/// Tensors of the learning network with one change, which are then of no use to it.
template <class Change>
void expectRefused(Change change, const char* place, const char* words) {
    auto tensors = tensorsOf(Network<float>(learningForm()));
    change(tensors);
    Network<float> network(learningForm());
    EXPECT_EQ(expectInputError([&] { setWeights(network, tensors); }, place, words), "");
}

TEST(SetWeights, NamesWhatIsMissing) {
    const auto without = [](const char* name) {
        return [name](std::vector<Tensor>& tensors) {
            std::erase_if(tensors, [name](const Tensor& tensor) { return tensor.name == name; });
        };
    };
    expectRefused(without("layers.2.weight"), "tensor \"layers.2.weight\"",
                  "is missing; one of shape [2, 9]");
    expectRefused(without("layers.1.bias"), "tensor \"layers.1.bias\"",
                  "is missing; one of shape [9]");
    expectRefused(without("activations.0.weight"), "tensor \"activations.0.weight\"",
                  "is missing; one of shape [1]");
}

TEST(SetWeights, NamesWhatIsOfNoUse) {
    const auto with = [](const char* name) {
        return [name](std::vector<Tensor>& tensors) { tensors.push_back({name, {1}, {0}}); };
    };
    expectRefused(with("layers.3.weight"), "tensor \"layers.3.weight\"",
                  "the network has no such weights");
    expectRefused(with("layers.00.bias"), "tensor \"layers.00.bias\"", "no such weights");
    expectRefused(with("a\nb"), "tensor \"a?b\"", "no such weights");
}

TEST(SetWeights, NamesWhatIsMisshapen) {
    const auto shaped = [](const char* name, std::vector<std::size_t> shape) {
        return [name, shape](std::vector<Tensor>& tensors) { named(tensors, name).shape = shape; };
    };
    expectRefused(shaped("layers.0.weight", {2, 3}), "tensor \"layers.0.weight\"",
                  "has the shape [2, 3]; [3, 2]");
    expectRefused(shaped("layers.0.weight", {6}), "tensor \"layers.0.weight\"",
                  "has the shape [6]; [3, 2]");
    expectRefused(shaped("layers.1.bias", {9, 1}), "tensor \"layers.1.bias\"",
                  "has the shape [9, 1]; [9]");
    expectRefused(shaped("activations.0.weight", {}), "tensor \"activations.0.weight\"",
                  "has the shape []; [1]");
}

struct NamedRun {
    std::size_t run;
    std::string name;
    std::string file;
};

void PrintTo(const NamedRun& shown, std::ostream* out) {
    *out << shown.run << ' ' << shown.name;
}

class WeightFileName : public testing::TestWithParam<NamedRun> {};

TEST_P(WeightFileName, IsAPlainFileName) {
    EXPECT_EQ(weightFileName(GetParam().run, GetParam().name), GetParam().file + ".safetensors");
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(
    Names, WeightFileName,
    testing::Values(NamedRun{0, "ReLU", "01-ReLU"}, NamedRun{1, "Leaky ReLU", "02-Leaky-ReLU"},
                    NamedRun{9, "a", "10-a"}, NamedRun{63, "a_b.c", "64-a_b.c"},
                    NamedRun{0, "", "01"}, NamedRun{0, " -- ", "01"}, NamedRun{0, "..", "01-.."},
                    NamedRun{0, "../../etc/passwd", "01-..-..-etc-passwd"},
                    NamedRun{0, "/a\\b:c*d?", "01-a-b-c-d"},
                    NamedRun{0, std::string("a\0b\n\"c\"", 7), "01-a-b-c"},
                    NamedRun{0, "激活 函数", "01-激活-函数"},
                    NamedRun{0, repeated("a", 300), "01-" + repeated("a", 80)},
                    // 26 characters of 3 bytes are the most that 80 bytes hold.
                    NamedRun{0, repeated("激", 100), "01-" + repeated("激", 26)},
                    NamedRun{0, repeated("a", 79) + " b", "01-" + repeated("a", 79)}));

} // namespace
} // namespace reluscope
