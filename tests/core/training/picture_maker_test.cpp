// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/picture_maker.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <cmath>

namespace reluscope {
namespace {

using test::smallData;
using test::smallExperiment;

class PictureMakerTest : public testing::Test {
  protected:
    bool make(const PictureRequest& request) { return maker.make(trainer, request, {}, pictures); }

    Trainer trainer{smallExperiment({"relu", "sigmoid"}), smallData(), test::steadyClock,
                    test::anyMemory};
    PictureMaker maker{trainer.data()};
    Pictures pictures;
};

TEST_F(PictureMakerTest, MakesWhatIsAskedFor) {
    ASSERT_TRUE(make({}));
    ASSERT_EQ(pictures.runs.size(), 2);
    EXPECT_TRUE(pictures.runs[0].outputs.empty());
    EXPECT_FALSE(pictures.runs[0].preActivations);
    EXPECT_TRUE(pictures.runs[0].units.empty());
    ASSERT_TRUE(make({.outputs = true, .preActivationsOf = 0, .units = true}));
    for (const RunPictures& run : pictures.runs) {
        EXPECT_EQ(run.outputs.size(), 2 * pictures.count);
        EXPECT_TRUE(run.preActivations);
        EXPECT_EQ(run.units.size(), run.unitStates.size());
        EXPECT_FALSE(run.units.empty());
    }
    ASSERT_TRUE(make({.units = true, .unitsOf = 1}));
    EXPECT_TRUE(pictures.runs[1].outputs.empty()) << "nothing is left of other times";
    EXPECT_TRUE(pictures.runs[0].units.empty());
    EXPECT_FALSE(pictures.runs[1].units.empty());
}

TEST_F(PictureMakerTest, TakesOneAxisForThePreActivationsOfAllRuns) {
    ASSERT_TRUE(make({.preActivationsOf = 0}));
    const Histogram first = pictures.runs[0].preActivations->histogram;
    EXPECT_EQ(first.high, pictures.runs[1].preActivations->histogram.high);
    EXPECT_EQ(first.low, -first.high);
    trainer.trainBatches(1);
    ASSERT_TRUE(make({.preActivationsOf = 0}));
    EXPECT_EQ(pictures.runs[0].preActivations->histogram.high, first.high)
        << "small changes move no axis";
}

TEST_F(PictureMakerTest, ShowsTheLastLayerWhereThereAreNotSoMany) {
    ASSERT_TRUE(make({.preActivationsOf = 99}));
    const auto last = *pictures.runs[0].preActivations;
    const std::size_t layers = trainer.runs()[0].network().architecture().hidden.size();
    ASSERT_TRUE(make({.preActivationsOf = layers - 1}));
    EXPECT_EQ(*pictures.runs[0].preActivations, last);
}

TEST(PictureMaker, TellsWhatActivationsHaveLearnedByThen) {
    Trainer trainer(smallExperiment({"prelu", "relu"}), smallData(), test::steadyClock,
                    test::anyMemory);
    PictureMaker maker(trainer.data());
    Pictures pictures;
    ASSERT_TRUE(maker.make(trainer, {.preActivationsOf = 0}, {}, pictures));
    const Network<float>& network = trainer.runs()[0].network();
    ASSERT_EQ(pictures.runs[0].learned.size(), network.architecture().hidden.size());
    EXPECT_EQ(pictures.runs[0].learned[0], std::vector<float>{0.25F});
    EXPECT_TRUE(pictures.runs[1].learned[0].empty());
    trainer.trainBatches(1);
    ASSERT_TRUE(maker.make(trainer, {.preActivationsOf = 0}, {}, pictures));
    EXPECT_EQ(pictures.runs[0].learned[0][0], network.learned(0)[0]);
    EXPECT_NE(pictures.runs[0].learned[0][0], 0.25F);
}

TEST_F(PictureMakerTest, MakesOneUnitAsFineAsTheOutputs) {
    ASSERT_TRUE(make({.unit = UnitPlace{1, 3}}));
    for (std::size_t run = 0; run < 2; ++run) {
        ASSERT_TRUE(pictures.runs[run].unit);
        const UnitPictures& unit = *pictures.runs[run].unit;
        EXPECT_EQ(unit.rows * unit.columns, pictures.count);
        EXPECT_EQ(unit.values.size(), pictures.count);
        EXPECT_FALSE(unit.areWeights);
    }
    ASSERT_TRUE(make({.unit = UnitPlace{1, 5}}));
    EXPECT_FALSE(pictures.runs[0].unit) << "there is no such unit";
    ASSERT_TRUE(make({.outputs = true}));
    EXPECT_FALSE(pictures.runs[1].unit) << "nothing is left of other times";
}

TEST_F(PictureMakerTest, TracesTheNextStepOfOneRun) {
    ASSERT_TRUE(make({.stepOf = 1}));
    EXPECT_FALSE(pictures.runs[0].nextStep);
    ASSERT_TRUE(pictures.runs[1].nextStep);
    EXPECT_EQ(pictures.runs[1].nextStep->batch, 1);
    ASSERT_TRUE(make({.outputs = true}));
    EXPECT_FALSE(pictures.runs[1].nextStep);
}

TEST_F(PictureMakerTest, StopsBetweenPictures) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(maker.make(trainer, {.units = true}, stop.get_token(), pictures));
}

TEST(PictureMaker, ShowsTheWeightsOfImages) {
    auto data = std::make_shared<Dataset>();
    data->featureCount = 6;
    data->classCount = 2;
    data->imageRows = 2;
    data->imageColumns = 3;
    data->train = {.features = std::vector<float>(24, 0.5F), .labels = {0, 1, 0, 1}};
    data->test = data->train;
    Experiment experiment = smallExperiment({"relu"});
    experiment.network.hidden = {4, 3};
    Trainer trainer(experiment, data, test::steadyClock, test::anyMemory);
    PictureMaker maker(*data);
    Pictures pictures;
    ASSERT_TRUE(maker.make(trainer, {.units = true}, {}, pictures));
    const auto& network = trainer.runs()[0].network();
    const UnitPictures& first = pictures.runs[0].units[0];
    EXPECT_EQ(first.rows, 2);
    EXPECT_EQ(first.columns, 3);
    EXPECT_TRUE(first.areWeights);
    EXPECT_EQ(first.values[6 + 4], network.weight(0, 1, 4));
    const UnitPictures& second = pictures.runs[0].units[1];
    EXPECT_EQ(second.rows * second.columns, 4);
    EXPECT_EQ(second.values[2 * 4 + 3], network.weight(1, 2, 3));
    ASSERT_TRUE(maker.make(trainer, {.unit = UnitPlace{1, 2}}, {}, pictures));
    EXPECT_EQ(pictures.runs[0].unit->values[3], network.weight(1, 2, 3));
    EXPECT_TRUE(pictures.runs[0].unit->areWeights);
}

} // namespace
} // namespace reluscope
