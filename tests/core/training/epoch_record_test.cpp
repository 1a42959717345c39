// SPDX-License-Identifier: GPL-3.0-or-later
// What a record says of the diagnosis of an epoch, on networks whose fate is known beforehand.
#include "tests/core/training/small_experiment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace reluscope {
namespace {

using test::makeTrainer;
using test::smallData;
using test::smallExperiment;
using testing::ElementsAre;
using testing::IsEmpty;
using Counts = std::vector<std::size_t>;

EpochRecord::Measured measured(Trainer& trainer, std::size_t run = 0) {
    return trainer.record(run, true)->measured.value();
}

/// One example, one unit in the first layer and two in the second, whose fates the first step
/// swaps: x = 1 and z = 1 below; the upper ones have z = 1 and z = -0.5. The output is 1, and the
/// gradient by it times the learning rate 0.35. So below, w = 0.65 and b = -0.35, and z = 0.3;
/// above, the first unit takes the same step to z = 0.65 * 0.3 - 0.35 < 0, while the second, which
/// had no gradient, now has z = -0.3 + 0.5 > 0.
Trainer swappingTrainer() {
    auto data = std::make_shared<Dataset>();
    data->task = Task::Regression;
    data->featureCount = 1;
    data->train = {.features = {1}, .values = {-0.75F}};
    data->test = data->train;
    Experiment experiment = smallExperiment();
    experiment.network.hidden = {1, 2};
    experiment.training.optimizer.learningRate = 0.1;
    Trainer trainer = makeTrainer(experiment, data);
    Network<float> network(trainer.runs()[0].network().architecture());
    network.setWeight(0, 0, 0, 1);
    network.setWeight(1, 0, 0, 1);
    network.setWeight(1, 1, 0, -1);
    network.setBias(1, 1, 0.5);
    network.setWeight(2, 0, 0, 1);
    network.setWeight(2, 0, 1, 1);
    trainer.startFrom(0, network.parameters());
    return trainer;
}

TEST(EpochRecord, TellsWhichUnitsDiedAndWhichWereRevived) {
    Trainer trainer = swappingTrainer();
    const auto before = measured(trainer);
    EXPECT_EQ(before.silent, (Counts{0, 1}));
    EXPECT_THAT(before.events, IsEmpty()) << "born dead is no event";
    ASSERT_TRUE(trainer.trainBatch());
    const auto after = measured(trainer);
    EXPECT_EQ(after.silent, (Counts{0, 1}));
    EXPECT_EQ(after.deadFraction, 1.0 / 3);
    EXPECT_THAT(after.events, ElementsAre(UnitEvent{.layer = 1, .unit = 0, .hasDied = true},
                                          UnitEvent{.layer = 1, .unit = 1, .hasDied = false}));
}

TEST(EpochRecord, EventsAreThoseSinceTheLastMeasurement) {
    Trainer trainer = swappingTrainer();
    measured(trainer);
    trainer.trainBatch();
    EXPECT_FALSE(trainer.record(0, false)->measured);
    EXPECT_THAT(measured(trainer).events, testing::SizeIs(2)) << "none is lost";
    EXPECT_THAT(measured(trainer).events, IsEmpty()) << "none is told twice";
    trainer.rewind();
    EXPECT_THAT(measured(trainer).events, IsEmpty()) << "going back is no revival";
}

/// Points whose labels have nothing to do with where they are.
std::shared_ptr<const Dataset> dataOf(std::size_t classes) {
    auto data = std::make_shared<Dataset>(*smallData(40, 60));
    data->classCount = classes;
    data->classNames = numberedClassNames(classes);
    data->train.labels = test::labels(40, classes, 3);
    data->test.labels = test::labels(60, classes, 4);
    return data;
}

TEST(EpochRecord, CountsWhichClassesAreTakenForWhich) {
    for (const std::size_t classes : {std::size_t{2}, std::size_t{4}}) {
        for (const std::optional<Loss> loss :
             {std::optional<Loss>(), std::optional(Loss::MeanSquaredError)}) {
            const auto data = dataOf(classes);
            Experiment experiment = smallExperiment();
            experiment.training.loss = loss;
            Trainer trainer = makeTrainer(experiment, data);
            trainer.trainBatches(3);
            const auto record = measured(trainer);
            ASSERT_TRUE(record.confusion);
            EXPECT_EQ(record.confusion->examples(), 60);
            EXPECT_EQ(static_cast<double>(record.confusion->correct()) / 60, record.testAccuracy);
            for (std::size_t actual = 0; actual < classes; ++actual) {
                EXPECT_EQ(record.confusion->examplesOf(actual),
                          std::ranges::count(data->test.labels, actual));
            }
        }
    }
}

TEST(EpochRecord, CountsNoMoreClassesThanCanBeRead) {
    Trainer most = makeTrainer(smallExperiment(), dataOf(ConfusionMatrix::mostClasses));
    EXPECT_TRUE(measured(most).confusion);
    Trainer more = makeTrainer(smallExperiment(), dataOf(ConfusionMatrix::mostClasses + 1));
    EXPECT_FALSE(measured(more).confusion);
    Trainer regression = swappingTrainer();
    EXPECT_FALSE(measured(regression).confusion);
}

TEST(EpochRecord, ClaimsPermanentDeathForPlainGradientDescentAlone) {
    // Biases of -100 silence every unit.
    Experiment experiment = smallExperiment({"relu"});
    experiment.network.initialization.bias = -100;
    const auto permanentlyDead = [&](const OptimizerSpec& optimizer) {
        experiment.training.optimizer = optimizer;
        Trainer trainer = makeTrainer(experiment);
        const auto found = measured(trainer);
        EXPECT_EQ(found.silent, (Counts{8, 5}));
        return found.permanentlyDead;
    };
    EXPECT_EQ(permanentlyDead({}), (Counts{8, 5}));
    EXPECT_EQ(permanentlyDead({.momentum = 0.5}), (Counts{0, 0}));
    EXPECT_EQ(permanentlyDead({.weightDecay = 0.1}), (Counts{0, 0}));
    EXPECT_EQ(permanentlyDead({.method = OptimizerMethod::Adam}), (Counts{0, 0}));
    EXPECT_EQ(permanentlyDead({.method = OptimizerMethod::RmsProp}), (Counts{0, 0}));
}

TEST(EpochRecord, CountsSaturatedUnitsAndConstantOutputs) {
    Experiment experiment = smallExperiment({"tanh", "relu", "identity"});
    experiment.network.initialization.bias = 100;
    Trainer trainer = makeTrainer(experiment);
    EXPECT_EQ(measured(trainer, 0).saturated, (Counts{8, 5}));
    EXPECT_EQ(measured(trainer, 0).silent, (Counts{0, 0}));
    EXPECT_TRUE(measured(trainer, 0).isOutputConstant) << "tanh of every z is 1";
    EXPECT_EQ(measured(trainer, 1).saturated, (Counts{0, 0}));
    EXPECT_FALSE(measured(trainer, 1).isOutputConstant);
    EXPECT_EQ(measured(trainer, 2).saturated, (Counts{0, 0}));
}

TEST(EpochRecord, GradientNormsAreThoseOfCentralDifferences) {
    const auto data = smallData();
    Trainer trainer = makeTrainer(smallExperiment({"tanh"}), data);
    const auto norms = measured(trainer).layers.gradientNorm;

    Network<double> network(trainer.runs()[0].network().architecture());
    std::ranges::copy(trainer.runs()[0].network().parameters(), network.parameters().begin());
    Workspace<double> workspace(network.architecture(), data->train.count());
    const std::vector<double> features(data->train.features.begin(), data->train.features.end());
    const auto loss = [&] {
        network.forward(features, workspace);
        return score<double>(Loss::BinaryCrossEntropy, workspace.logits(), workspace.stride(2), 1,
                             {data->train.labels})
            .meanLoss();
    };
    ASSERT_EQ(norms.size(), 3);
    for (std::size_t layer = 0; layer < 3; ++layer) {
        double sum = 0;
        for (std::size_t out = 0; out < network.architecture().layerOutputs(layer); ++out) {
            for (std::size_t in = 0; in < network.architecture().layerInputs(layer); ++in) {
                constexpr double step = 1e-5;
                const double weight = network.weight(layer, out, in);
                network.setWeight(layer, out, in, weight + step);
                const double above = loss();
                network.setWeight(layer, out, in, weight - step);
                const double slope = (above - loss()) / (2 * step);
                network.setWeight(layer, out, in, weight);
                sum += slope * slope;
            }
        }
        EXPECT_NEAR(norms[layer], std::sqrt(sum), 1e-6) << "layer " << layer;
    }
}

TEST(EpochRecord, SparsityAndMeansAreTakenOnTheFirst1024Examples) {
    // Identity passes x1 on to every unit. Of the probe batch one half is 1 and one half -3; the
    // examples behind it would show.
    auto data = std::make_shared<Dataset>();
    data->featureCount = 1;
    data->classCount = 2;
    for (std::size_t i = 0; i < 1100; ++i) {
        data->train.features.push_back(i >= 1024 ? 1e6F : i % 2 == 0 ? 1.0F : -3.0F);
        data->train.labels.push_back(i % 2 == 0 ? 1 : 0);
    }
    data->test = data->train;
    Experiment experiment = smallExperiment({"relu", "identity"});
    experiment.network.hidden = {3};
    experiment.network.initialization = {.weights = WeightScheme::Constant, .parameter = 1};
    Trainer trainer = makeTrainer(experiment, data);
    const auto relu = measured(trainer, 0).layers;
    EXPECT_THAT(relu.sparsity, ElementsAre(0.5));
    EXPECT_THAT(relu.meanActivation, ElementsAre(0.5));
    const auto identity = measured(trainer, 1).layers;
    EXPECT_THAT(identity.sparsity, ElementsAre(0));
    EXPECT_THAT(identity.meanActivation, ElementsAre(-1));
}

TEST(EpochRecord, HoldsTheLearnedParametersOfEachHiddenLayer) {
    Experiment experiment = smallExperiment({"prelu", "relu"});
    experiment.runs[0].activations = {Activation(*findActivation("prelu")),
                                      Activation(*findActivation("prelu"))};
    experiment.runs[0].activations[1].parameters = {0.5, 1};
    Trainer trainer = makeTrainer(experiment);
    const std::vector<float> ofEachUnit(5, 0.5F);
    EXPECT_THAT(measured(trainer, 0).learned, ElementsAre(std::vector<float>{0.25F}, ofEachUnit));
    EXPECT_THAT(measured(trainer, 1).learned, ElementsAre(IsEmpty(), IsEmpty()));
    while (!trainer.trainBatch()) {
    }
    EXPECT_NE(measured(trainer, 0).learned[0][0], 0.25F);
    EXPECT_NE(measured(trainer, 0).learned[1], ofEachUnit);
}

std::vector<double> learningRates(const Schedule& schedule) {
    Experiment experiment = smallExperiment();
    experiment.training.optimizer.learningRate = 0.5;
    experiment.training.schedule = schedule;
    experiment.training.batchSize = 25; // two batches
    Trainer trainer = makeTrainer(experiment);
    std::vector<double> rates;
    for (const EpochRecord& record : test::train(trainer, 3)) {
        rates.push_back(record.learningRate);
    }
    return rates;
}

TEST(EpochRecord, LearningRateIsThatOfTheLastStepAndAtEpochZeroOfTheFirst) {
    EXPECT_THAT(learningRates({}), ElementsAre(0.5, 0.5, 0.5, 0.5));
    EXPECT_THAT(learningRates({.shape = ScheduleShape::Step, .stepSize = 2, .gamma = 0.5}),
                ElementsAre(0.5, 0.5, 0.5, 0.25));
    EXPECT_THAT(learningRates({.shape = ScheduleShape::WarmupCosine, .warmupEpochs = 2}),
                ElementsAre(0.125, 0.25, 0.5, 0.5));
}

TEST(Trainer, TakesItsStepsAtTheScheduledRate) {
    Experiment experiment = smallExperiment();
    experiment.training.schedule = {.shape = ScheduleShape::Step, .stepSize = 1, .gamma = 0};
    Trainer scheduled = makeTrainer(experiment);
    Trainer constant = makeTrainer(smallExperiment());
    test::train(scheduled, 1);
    test::train(constant, 1);
    const auto afterOne = test::parametersOf(scheduled);
    EXPECT_EQ(afterOne, test::parametersOf(constant));
    test::train(scheduled, 3);
    EXPECT_EQ(test::parametersOf(scheduled), afterOne) << "a rate of 0 from then on";
}

TEST(Trainer, TakesAScheduleOverWhileItTrains) {
    Trainer trainer = makeTrainer(smallExperiment());
    test::train(trainer, 1);
    const auto afterOne = test::parametersOf(trainer);
    Experiment experiment = smallExperiment();
    experiment.training.schedule = {.shape = ScheduleShape::Step, .stepSize = 1, .gamma = 0};
    trainer.adjust(experiment);
    trainer.trainBatch();
    EXPECT_EQ(test::parametersOf(trainer), afterOne);
}

} // namespace
} // namespace reluscope
