// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/picture_maker.h"
#include "tests/core/training/small_experiment.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segments.h"
#include "ui/plot/field_map.h"
#include "ui/plot/plot.h"
#include "ui/training/confusion_view.h"
#include "ui/training/image_predictions.h"
#include "ui/training/learned_tile.h"
#include "ui/training/unit_chooser.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

#include <utility>

namespace reluscope::ui {
namespace {

using test::smallData;
using test::smallExperiment;

/// Four images of two by three pixels in four classes, again and again.
std::shared_ptr<const Dataset> imageData() {
    auto data = std::make_shared<Dataset>();
    data->featureCount = 6;
    data->classCount = 4;
    data->imageRows = 2;
    data->imageColumns = 3;
    data->classNames = {"shirt", "T-shirt", "bag", "boot"};
    const auto fill = [](Examples& split, std::size_t count, std::uint64_t seed) {
        split.features = test::numbers<float>(6 * count, seed);
        split.labels = test::labels(count, 4, seed + 1);
    };
    fill(data->train, 40, 1);
    fill(data->test, 60, 3);
    return data;
}

std::shared_ptr<const Dataset> curveData() {
    auto data = std::make_shared<Dataset>();
    data->task = Task::Regression;
    data->featureCount = 1;
    data->train = {.features = {-1, 0, 1}, .values = {1, 0, 1}};
    data->test = data->train;
    return data;
}

/// The tile with what real networks say.
struct TileUnderTest {
    Experiment experiment;
    Trainer trainer;
    PictureMaker maker;
    Pictures pictures;
    std::vector<RunHistory> history;
    QWidget window;
    LearnedTile* tile;

    TileUnderTest(Experiment wanted, std::shared_ptr<const Dataset> data, int width = 900)
        : experiment(std::move(wanted))
        , trainer(experiment, std::move(data), test::steadyClock, test::anyMemory)
        , maker(trainer.data())
        , history(experiment.runs.size())
        , tile(new LearnedTile(&window)) {
        window.resize(1000, 400);
        tile->setGeometry(10, 10, width, 300);
        tile->setRuns(experiment, trainer.data());
        window.show();
        static_cast<void>(QTest::qWaitForWindowActive(&window));
        showAll();
    }

    void showAll() {
        for (std::size_t run = 0; run < history.size(); ++run) {
            if (auto record = trainer.record(run, true)) {
                history[run].append(*record);
            }
        }
        tile->showHistory(history);
        maker.make(trainer, request(), {}, pictures);
        tile->showPictures(pictures);
    }

    PictureRequest request() const {
        PictureRequest request;
        tile->addTo(request);
        return request;
    }

    Segments* choices() { return tile->findChild<Segments*>(QStringLiteral("learnedChoices")); }
    QStringList choiceNames() {
        QStringList names;
        for (const QAbstractButton* button : choices()->findChildren<QAbstractButton*>()) {
            names << button->text();
        }
        return names;
    }
    void choose(int choice) {
        choices()->findChildren<QAbstractButton*>()[choice]->click();
        showAll();
    }
    ConfusionView* confusion() { return tile->findChild<ConfusionView*>(); }
    FieldMap* unitMap(int run) {
        return tile->findChild<FieldMap*>(QStringLiteral("unitMap%1").arg(run));
    }
};

} // namespace

class LearnedTileTest : public QObject {
    Q_OBJECT

  private slots:
    void imagesHaveTheirConfusionBesidePredictions();
    void narrowTileShowsOneOrTheOther();
    void confusionReadsCellsInWords();
    void confusionIsOfTheEpochShown();
    void confusionLeavesZerosEmpty();
    void otherClassesHaveTheirConfusion();
    void unitIsAskedForAndShown();
    void unitOfImagesIsItsWeights();
    void unitOfARegressionIsACurve();
    void pinShowsAUnitUntilItIsReleased();
    void runsWithoutSuchAUnitSaySo();
};

void LearnedTileTest::imagesHaveTheirConfusionBesidePredictions() {
    TileUnderTest test(smallExperiment({"relu", "tanh"}), imageData());
    QCOMPARE(test.choiceNames(), QStringList({QStringLiteral("Output"), QStringLiteral("Unit")}));
    QVERIFY(test.confusion()->isVisible());
    QVERIFY(test.tile->findChild<ImagePredictions*>()->isVisible());
    QVERIFY(test.request().outputs);
    const QString description = test.confusion()->accessibleDescription();
    const auto& matrix = *test.history[0].shown()->measured->confusion;
    QVERIFY2(description.startsWith(
                 QStringLiteral("Epoch 0. relu: %1 of 60 test examples").arg(matrix.correct())),
             qPrintable(description));
    QVERIFY(description.contains(QStringLiteral("Most frequent mistake: ")));
}

void LearnedTileTest::narrowTileShowsOneOrTheOther() {
    TileUnderTest test(smallExperiment(), imageData(), 320);
    QCOMPARE(test.choiceNames().size(), 3);
    QVERIFY(!test.confusion()->isVisible());
    QVERIFY(test.request().outputs);
    test.choose(1);
    QVERIFY(test.confusion()->isVisible());
    QVERIFY(!test.tile->findChild<ImagePredictions*>()->isVisible());
    QVERIFY2(test.request().isEmpty(), "the matrix comes with the records of epochs");
    test.choose(2);
    QVERIFY(test.request().unit);
    test.tile->resize(900, 300);
    QCOMPARE(test.choiceNames().size(), 2);
    QVERIFY2(test.request().unit, "what was chosen stays");
    test.tile->resize(320, 300);
    QVERIFY(test.request().unit);
}

void LearnedTileTest::confusionReadsCellsInWords() {
    TileUnderTest test(smallExperiment(), imageData());
    const auto& matrix = *test.history[0].shown()->measured->confusion;
    const auto words = [&](std::size_t actual, std::size_t predicted) {
        return QStringLiteral("%1 of %2")
            .arg(matrix.at(actual, predicted))
            .arg(matrix.examplesOf(actual));
    };
    QTest::mouseMove(test.confusion(), test.confusion()->cell(0, 1).center().toPoint());
    QTRY_COMPARE(test.confusion()->readout(),
                 QStringLiteral("Shirt taken for T-shirt: ") + words(0, 1));
    QTest::mouseMove(test.confusion(), QPoint(1, 1));
    test.confusion()->setFocus();
    QTest::keyClick(test.confusion(), Qt::Key_Down);
    QTest::keyClick(test.confusion(), Qt::Key_Down);
    QTest::keyClick(test.confusion(), Qt::Key_Right);
    QTRY_COMPARE(test.confusion()->readout(),
                 QStringLiteral("Bag taken for T-shirt: ") + words(2, 1));
    QTest::keyClick(test.confusion(), Qt::Key_Right);
    QTRY_COMPARE(test.confusion()->readout(), QStringLiteral("Bag recognized: ") + words(2, 2));
}

void LearnedTileTest::confusionIsOfTheEpochShown() {
    TileUnderTest test(smallExperiment(), imageData());
    test.confusion()->setFocus();
    std::vector<QString> readouts{test.confusion()->readout()};
    std::vector<ConfusionMatrix> matrices{*test.history[0].shown()->measured->confusion};
    for (int epoch = 0; epoch < 3; ++epoch) {
        while (!test.trainer.trainBatch()) {
        }
        test.showAll();
        readouts.push_back(test.confusion()->readout());
        matrices.push_back(*test.history[0].shown()->measured->confusion);
    }
    QVERIFY(matrices.front() != matrices.back());
    test.history[0].showPast(1);
    test.tile->showHistory(test.history);
    QCOMPARE(test.confusion()->readout(), readouts[1]);
    test.history[0].showPresent();
    test.tile->showHistory(test.history);
    QCOMPARE(test.confusion()->readout(), readouts[3]);
}

void LearnedTileTest::confusionLeavesZerosEmpty() {
    // All weights zero: every image is taken for the first class.
    Experiment experiment = smallExperiment();
    experiment.network.initialization.weights = WeightScheme::Zeros;
    TileUnderTest test(experiment, imageData());
    const QImage image = test.confusion()->grab().toImage();
    const auto at = [&](int actual, int predicted) {
        const QPointF corner = test.confusion()->cell(actual, predicted).topLeft();
        return image.pixelColor((corner + QPointF(3, 3)).toPoint() * image.devicePixelRatio());
    };
    QVERIFY(at(0, 0).lightness() < at(0, 1).lightness());
    QVERIFY(at(3, 0).lightness() < at(0, 1).lightness());
    QCOMPARE(at(0, 1), at(3, 3));
}

void LearnedTileTest::otherClassesHaveTheirConfusion() {
    auto data = std::make_shared<Dataset>(*imageData());
    data->imageRows = data->imageColumns = 0;
    TileUnderTest test(smallExperiment(), data);
    QVERIFY(test.confusion()->isVisible());
    QVERIFY(test.tile->findChild<ImagePredictions*>() == nullptr);
}

void LearnedTileTest::unitIsAskedForAndShown() {
    TileUnderTest test(smallExperiment({"relu", "sigmoid"}), smallData());
    QVERIFY(test.request().outputs);
    QSignalSpy changed(test.tile, &LearnedTile::requestChanged);
    test.choose(1);
    QVERIFY(changed.count() > 0);
    QCOMPARE(test.request().unit, std::optional(UnitPlace{0, 0}));
    QVERIFY(!test.request().outputs);
    test.tile->findChild<Segments*>(QStringLiteral("unitLayer"))
        ->findChildren<QAbstractButton*>()[1]
        ->click();
    auto* number = test.tile->findChild<NumberField*>(QStringLiteral("unitNumber"));
    QTest::keyClick(number, Qt::Key_Up);
    QCOMPARE(test.request().unit, std::optional(UnitPlace{1, 1}));
    QCOMPARE(number->range().maximum, 5.0);
    test.showAll();
    QVERIFY(test.unitMap(1)->isVisible());
    QVERIFY(test.unitMap(1)->accessibleDescription().startsWith(
        QStringLiteral("sigmoid: activation ")));
    QCOMPARE(test.unitMap(1)->accessibleName(), QStringLiteral("Unit 2, layer 2"));
}

void LearnedTileTest::unitOfImagesIsItsWeights() {
    TileUnderTest test(smallExperiment(), imageData());
    test.choose(1);
    QVERIFY(
        test.unitMap(0)->accessibleDescription().startsWith(QStringLiteral("relu: weights from ")));
}

void LearnedTileTest::unitOfARegressionIsACurve() {
    TileUnderTest test(smallExperiment(), curveData());
    test.choose(1);
    auto* plot = test.tile->findChild<Plot*>(QStringLiteral("unitCurves"));
    QVERIFY(plot->isVisible());
    const auto y = plot->series().front()->y();
    QCOMPARE(y.size(), test.pictures.count);
    for (std::size_t i = 0; i < y.size(); ++i) {
        QCOMPARE(y[i], static_cast<double>(test.pictures.runs[0].unit->values[i]));
    }
}

void LearnedTileTest::pinShowsAUnitUntilItIsReleased() {
    TileUnderTest test(smallExperiment(), smallData());
    test.tile->pinUnit({1, 3});
    QCOMPARE(test.request().unit, std::optional(UnitPlace{1, 3}));
    test.tile->releaseUnit();
    QVERIFY(test.request().outputs);
    // Who wanted to see units goes on to see them.
    test.choose(1);
    test.tile->pinUnit({0, 2});
    test.tile->releaseUnit();
    QCOMPARE(test.request().unit, std::optional(UnitPlace{0, 2}));
}

void LearnedTileTest::runsWithoutSuchAUnitSaySo() {
    Experiment experiment = smallExperiment({"relu", "tanh"});
    experiment.runs[1].hidden = std::vector<std::size_t>{2};
    TileUnderTest test(experiment, smallData());
    test.tile->pinUnit({0, 7});
    test.showAll();
    QVERIFY(test.unitMap(0)->accessibleDescription().contains(QStringLiteral("activation")));
    QCOMPARE(test.unitMap(1)->accessibleDescription(), QStringLiteral("tanh has no such unit."));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::LearnedTileTest)
#include "learned_tile_test.moc"
