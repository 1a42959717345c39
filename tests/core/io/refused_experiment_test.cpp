// SPDX-License-Identifier: GPL-3.0-or-later
// What makes an experiment file a bad one, and where that is said to be.
#include "core/io/experiment_file.h"
#include "tests/core/expect_input_error.h"

#include <ostream>
#include <string>
#include <string_view>

namespace reluscope {
namespace {

using test::expectInputError;

/// A valid file with one stretch of it replaced, and what has to be said of the result.
struct BadFile {
    const char* from;
    const char* to;
    const char* place;
    const char* words;
};

/// For GoogleTest's messages.
void PrintTo(const BadFile& file, std::ostream* out) {
    *out << file.from << " -> " << file.to;
}

class BadFiles : public testing::TestWithParam<BadFile> {};

constexpr std::string_view valid = R"({
  "format": "reluscope-experiment", "version": 1, "title": "t",
  "data": {"source": "spiral", "train": 400, "noise": 0.1, "seed": 1},
  "network": {"hidden": [8, 8], "initialization": {"weights": "he_normal", "bias": 0.0}, "seed": 1},
  "training": {"epochs": 10, "batch_size": 32, "shuffle": true, "loss": "auto",
               "optimizer": {"name": "sgd", "learning_rate": 0.01, "momentum": 0.0},
               "schedule": {"name": "constant"}},
  "runs": [
    {"name": "One", "activation": {"id": "relu"}},
    {"name": "Two", "activation": {"id": "leaky_relu", "negative_slope": 0.01}}
  ]
})";

TEST_P(BadFiles, AreRefusedAtTheRightPlace) {
    ASSERT_NO_THROW(parseExperiment(valid));
    std::string text(valid);
    const std::size_t found = text.find(GetParam().from);
    ASSERT_NE(found, std::string::npos) << GetParam().from;
    text.replace(found, std::string_view(GetParam().from).size(), GetParam().to);
    const std::string file =
        expectInputError([&] { parseExperiment(text); }, GetParam().place, GetParam().words);
    EXPECT_EQ(file, "");
}

constexpr BadFile badFiles[] = {
    // What it is
    {"\"version\": 1,", "\"version\": 1", "line 2, column 56", "; '}'"},
    {"\"format\": \"reluscope-experiment\",", "", "format", "is missing"},
    {"reluscope-experiment", "other", "format", "this is no experiment file"},
    {"\"version\": 1", "\"version\": 2", "version", "is 2; a whole number from 1 to 1"},
    {"\"version\": 1", "\"version\": \"1\"", "version", "is the text \"1\""},
    {"\"title\": \"t\"", "\"title\": 3", "title", "is 3; a text"},
    {"\"title\"", "\"tittle\"", "tittle", "unknown field; the nearest is \"title\""},
    // data
    {"\"data\"", "\"dato\"", "dato", "the nearest is \"data\""},
    {"{\"source\": \"spiral\", \"train\": 400, \"noise\": 0.1, \"seed\": 1}", "[]", "data",
     "is a list of 0; an object"},
    {"\"source\": \"spiral\",", "", "data.source", "is missing"},
    {"spiral", "sprial", "data.source", "\"sprial\" is not available; the nearest is \"spiral\""},
    {"spiral", "mnist", "data.source",
     "circles, gaussians, xor, spiral, moons, checkerboard, abs, sine, step, chebyshev, points, "
     "fashion-mnist, idx, csv"},
    {"spiral", "fashion-mnist", "data.noise", "unknown field"},
    {"\"train\": 400", "\"train\": 0", "data.train", "is 0; a whole number from 1"},
    {"\"train\": 400", "\"train\": -400", "data.train", "is -400"},
    {"\"train\": 400", "\"train\": 4e2", "data.train", "is 4e2; a whole number"},
    {"\"train\": 400", "\"train\": 10000001", "data.train", "is 10000001"},
    {"\"noise\": 0.1", "\"noise\": -0.1", "data.noise", "is -0.1; a number from 0 to 10"},
    {"\"noise\": 0.1", "\"noise\": \"nan\"", "data.noise", "is the text \"nan\"; a number"},
    {"\"noise\": 0.1", "\"noise\": nan", "line 3, column 56", "invalid literal"},
    {"\"noise\": 0.1", "\"noise\": 1e400", "line 3, column 59", "number overflow"},
    {"\"noise\"", "\"nose\"", "data.nose", "the nearest is \"noise\""},
    {"\"seed\": 1}", "\"seed\": -1}", "data.seed", "is -1; a whole number from 0"},
    {"\"seed\": 1}", "\"seed\": 18446744073709551616}", "data.seed", "is 18446744073709551616"},
    {"\"seed\": 1}", "\"seed\": 1, \"scale\": \"log\"}", "data.scale",
     "none, unit, symmetric, standard"},
    {"\"seed\": 1}", "\"seed\": 1, \"seed\": 2}", "data.seed", "given twice"},
    {"\"spiral\", \"train\": 400, \"noise\": 0.1", "\"idx\", \"images\": \"a\"", "data.labels",
     "is missing"},
    {"\"spiral\", \"train\": 400, \"noise\": 0.1", "\"idx\", \"images\": \"\"", "data.images",
     "is empty"},
    {"\"spiral\", \"train\": 400, \"noise\": 0.1",
     "\"idx\", \"images\": \"a\", \"labels\": \"b\", \"test_images\": \"c\"", "data.test_labels",
     "is missing"},
    {"\"spiral\", \"train\": 400, \"noise\": 0.1",
     "\"idx\", \"images\": \"a\", \"labels\": \"b\", \"test_fraction\": 1", "data.test_fraction",
     "is 1; a number from 0.001"},
    {"\"spiral\", \"train\": 400, \"noise\": 0.1",
     "\"idx\", \"images\": \"a\", \"labels\": \"b\", \"test_images\": \"c\", \"test_labels\": "
     "\"d\", \"test_fraction\": 0.5",
     "data.test_fraction", "no use beside test files"},
    // network
    {"\"hidden\": [8, 8], ", "", "network.hidden", "is missing"},
    {"[8, 8]", "8", "network.hidden", "is 8; a list"},
    {"[8, 8]", "[8, 0]", "network.hidden[1]", "is 0; a whole number from 1 to 65536"},
    {"[8, 8]", "[65537]", "network.hidden[0]", "is 65537"},
    {"[8, 8]", "[8.5]", "network.hidden[0]", "is 8.5"},
    {"\"weights\"", "\"weight\"", "network.initialization.weight", "the nearest is \"weights\""},
    {"he_normal", "he_norm", "network.initialization.weights", "the nearest is \"he_normal\""},
    {"he_normal\", \"bias\": 0.0", "torch_default\", \"bias\": 0.1", "network.initialization.bias",
     "torch_default draws the biases itself"},
    {"\"bias\": 0.0", "\"bias\": true", "network.initialization.bias", "is true; a number"},
    {"\"bias\": 0.0", "\"gain\": -1", "network.initialization.gain", "is -1"},
    {"\"bias\": 0.0", "\"std\": 1", "network.initialization.std", "unknown field"},
    // training
    {"\"epochs\": 10", "\"epochs\": 10000001", "training.epochs", "from 0 to 10000000"},
    {"\"batch_size\": 32", "\"batchsize\": 32", "training.batchsize",
     "the nearest is \"batch_size\""},
    {"\"batch_size\": 32", "\"batch_size\": 0", "training.batch_size", "is 0"},
    {"\"batch_size\": 32", "\"batch_size\": null", "training.batch_size", "is null"},
    {"\"shuffle\": true", "\"shuffle\": 1", "training.shuffle", "is 1; true or false"},
    {"\"auto\"", "\"hinge\"", "training.loss", "auto, cross_entropy"},
    {"\"learning_rate\": 0.01", "\"learning_rate\": -1", "training.optimizer.learning_rate",
     "is -1"},
    {"\"momentum\": 0.0", "\"momentum\": 1.5", "training.optimizer.momentum", "from 0 to 1"},
    {"\"momentum\": 0.0", "\"nesterov\": true", "training.optimizer.nesterov",
     "a momentum above 0"},
    {"\"momentum\": 0.0", "\"beta1\": 0.9", "training.optimizer.beta1", "unknown field"},
    {"\"constant\"", "\"constant\", \"gamma\": 1", "training.schedule.gamma", "unknown field"},
    {"\"loss\": \"auto\"", "\"stop\": 0.9", "training.stop", "is 0.9; an object"},
    {"\"loss\": \"auto\"", "\"stop\": {\"train_accuracy\": 95}", "training.stop.train_accuracy",
     "is 95; a number from 0 to 1"},
    {"\"loss\": \"auto\"", "\"stop\": {\"train_loss\": -1}", "training.stop.train_loss", "is -1"},
    {"\"loss\": \"auto\"", "\"stop\": {\"patience\": 0}", "training.stop.patience",
     "is 0; a whole number from 1"},
    {"\"loss\": \"auto\"", "\"stop\": {\"accuracy\": 0.9}", "training.stop.accuracy",
     "the nearest is \"train_accuracy\""},
    {"\"loss\": \"auto\"", "\"changes\": {}", "training.changes", "is an object; a list"},
    // runs
    {"{\"name\": \"One\", \"activation\": {\"id\": \"relu\"}},", "1,", "runs[0]",
     "is 1; an object"},
    {"\"name\": \"One\", ", "", "runs[0].name", "is missing"},
    {"\"One\"", "\"\"", "runs[0].name", "is empty"},
    {"\"One\"", "\"Two\"", "runs[1].name", "\"Two\" is the name of two runs"},
    {"\"activation\": {\"id\": \"leaky_relu\", \"negative_slope\": 0.01}", "\"activation\": {}",
     "runs[1].activation.id", "is missing"},
    {"\"leaky_relu\"", "\"leakyrelu\"", "runs[1].activation.id", "the nearest is \"leaky_relu\""},
    {"negative_slope", "negativ_slope", "runs[1].activation.negativ_slope",
     "the nearest is \"negative_slope\""},
    {"\"negative_slope\": 0.01", "\"negative_slope\": 1e9", "runs[1].activation.negative_slope",
     "a number from"},
    {"{\"id\": \"relu\"}", "\"relu\"", "runs[0].activation", "is the text \"relu\"; an object"},
    {"{\"id\": \"relu\"}", "[{\"id\": \"relu\"}]", "runs[0].activation",
     "lists 1 activations for 2 hidden layers"},
    {"{\"id\": \"relu\"}", "[{\"id\": \"relu\"}, {\"id\": 1}]", "runs[0].activation[1].id",
     "is 1; a text"},
    {"{\"id\": \"relu\"}", "[], \"hidden\": []", "runs[0].activation", "lists 0 activations"},
    {"{\"id\": \"relu\"}", "{\"id\": \"relu\"}, \"hidden\": [0]", "runs[0].hidden[0]", "is 0"},
    {"{\"id\": \"relu\"}", "{\"id\": \"relu\"}, \"learning_rate\": \"fast\"",
     "runs[0].learning_rate", "is the text \"fast\""},
    {"{\"id\": \"relu\"}", "{\"id\": \"relu\"}, \"optimizer\": {\"nam\": 1}",
     "runs[0].optimizer.nam", "the nearest is \"name\""},
    {"{\"id\": \"relu\"}", "{\"id\": \"relu\"}, \"initialization\": {\"bias\": 0.1}",
     "runs[0].initialization.bias", "torch_default draws the biases itself"},
    {"{\"id\": \"relu\"}", "{\"id\": \"relu\"}, \"epochs\": 3", "runs[0].epochs", "unknown field"},
};

INSTANTIATE_TEST_SUITE_P(Table, BadFiles, testing::ValuesIn(badFiles));

} // namespace
} // namespace reluscope
