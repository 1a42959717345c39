// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/file_dialogs.h"
#include "ui/controls/segments.h"
#include "ui/plot/plot.h"
#include "ui/plot/zone_legend.h"
#include "ui/theme/run_style.h"
#include "ui/training/neurons_tile.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>

namespace reluscope::ui {

namespace {

constexpr double reach = 4;
constexpr std::size_t bins = 8; // one wide

RunSpec runOf(const char* function, std::optional<std::vector<std::size_t>> hidden = {}) {
    const ActivationInfo& info = *findActivation(function);
    return {.name = std::string(info.name),
            .activations = {Activation(info)},
            .learningRate = {},
            .optimizer = {},
            .initialization = {},
            .hidden = std::move(hidden)};
}

Dataset examples(std::size_t count) {
    Dataset data;
    data.featureCount = 1;
    data.train.features.resize(count);
    data.train.values.resize(count);
    return data;
}

/// As many in each bin as its number, from 1, and nothing outside.
PreActivations rising() {
    PreActivations picture{.histogram = {.low = -reach, .high = reach, .counts = {}}};
    picture.histogram.counts.resize(bins);
    std::iota(picture.histogram.counts.begin(), picture.histogram.counts.end(), 1U);
    return picture;
}

/// A tile as the page shows it, for networks with 16 and 8 hidden units.
struct ShownTile {
    Experiment experiment;
    FileDialogs dialogs;
    NeuronsTile tile{dialogs};
    Pictures pictures;
    std::vector<RunHistory> history;

    explicit ShownTile(std::vector<RunSpec> runs, QSize size = {900, 240}) {
        experiment.network.hidden = {16, 8};
        experiment.runs = std::move(runs);
        tile.setPalette(Theme::light().palette());
        QFont designed = tile.font();
        designed.setPixelSize(13);
        tile.setFont(designed);
        tile.resize(size);
        tile.setRuns(experiment, examples(400));
        tile.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&tile));
        pictures.request.preActivationsOf = 1;
        for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
            RunPictures& own = pictures.runs.emplace_back();
            own.preActivations = rising();
            own.learned.resize(2);
        }
        history.resize(experiment.runs.size());
    }

    void showPictures() {
        tile.showPictures(pictures);
        QCoreApplication::processEvents();
    }
    Plot* plot(int run) const {
        return tile.findChild<Plot*>(QStringLiteral("neuronsPlot%1").arg(run));
    }
    const Series& function(int run) const { return *plot(run)->series().back(); }
    QString legend() const { return tile.findChild<ZoneLegend*>()->text(); }
    Segments* layers() const { return tile.findChild<Segments*>(); }
    void choose(int layer) const { layers()->findChildren<QAbstractButton*>()[layer]->click(); }
    bool says(const char* words) {
        return tile.accessibleDescription().contains(QString::fromUtf8(words));
    }
};

/// Pixels of a colour among those of a band of x, above the curve and below the top.
int countOf(Plot& plot, const QColor& color, double from, double to) {
    const QImage image = plot.grab().toImage();
    const QRectF area = plot.plotArea();
    const int left = plot.toPixels({from, 0}).toPoint().x() + 2;
    const int right = plot.toPixels({to, 0}).toPoint().x() - 2;
    int count = 0;
    for (int y = static_cast<int>(area.top()) + 2; y < static_cast<int>(area.bottom()) - 2; ++y) {
        for (int x = left; x < right; ++x) {
            count += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class NeuronsTileTest : public QObject {
    Q_OBJECT

  private slots:
    void reluIsHatchedLeftOfZero();
    void almostNoGradientIsPlainGrey();
    void histogramIsInTheTintOfItsRun();
    void endBinsHoldTheOverflow();
    void functionIsDrawnOverItsNeurons();
    void learnedSlopeMovesTheCurve();
    void learnedSlopesOfUnitsAreABand();
    void sharesAreTold();
    void smallSharesAreNotNothing();
    void divergedRunHasNoFiniteOutput();
    void hiddenRunLeavesItsRoom();
    void lastLayerIsShownFirst();
    void anotherLayerIsAskedFor();
    void pictureOfAnotherLayerIsNotShown();
    void chosenLayerOutlivesOtherRuns();
    void shallowRunSaysWhichLayerItShows();
    void networkWithoutLayersAsksForNothing();
    void hiddenTileAsksForNothing();
    void manyRunsStandInRows();
    void noteTellsWhatIsCounted();
    void eachColumnHasItsMenu();
};

void NeuronsTileTest::reluIsHatchedLeftOfZero() {
    ShownTile test({runOf("relu"), runOf("leaky_relu")});
    test.showPictures();
    const QColor zone = Theme::light().color(Tone::Zone);
    QCOMPARE(test.plot(0)->zones(), (std::vector<Zone>{{-reach, 0, true}}));
    QVERIFY(countOf(*test.plot(0), zone, -reach, 0) > 500);
    QCOMPARE(countOf(*test.plot(0), zone, 0, reach), 0);
    QCOMPARE(countOf(*test.plot(1), zone, -reach, reach), 0);
    // Lines of the hatch lie on the zone, and on the histogram as well.
    test.plot(0)->setZones({{-reach, 0, false}});
    QCoreApplication::processEvents();
    const QColor tint = runStyle(Theme::light(), 0).histogramTint;
    const int plainZone = countOf(*test.plot(0), zone, -reach, 0);
    const int plainTint = countOf(*test.plot(0), tint, -reach, 0);
    test.showPictures();
    QVERIFY(countOf(*test.plot(0), zone, -reach, 0) < 0.9 * plainZone);
    QVERIFY(countOf(*test.plot(0), tint, -reach, 0) < 0.9 * plainTint);
    QVERIFY(test.legend().contains(QStringLiteral("No gradient: f' = 0")));
    QVERIFY(!test.legend().contains(QStringLiteral("Almost")));
}

void NeuronsTileTest::almostNoGradientIsPlainGrey() {
    ShownTile test({runOf("sigmoid")});
    test.pictures.runs[0].preActivations->histogram.low = -10;
    test.pictures.runs[0].preActivations->histogram.high = 10;
    test.showPictures();
    const auto& zones = test.plot(0)->zones();
    QCOMPARE(zones.size(), std::size_t{2});
    QVERIFY(!zones[0].hatched && !zones[1].hatched);
    QCOMPARE(zones[0].from, -10.0);
    QVERIFY(std::abs(zones[0].to + 5.99) < 0.1); // where f' is a hundredth of 1/4
    QVERIFY(test.legend().startsWith(QStringLiteral("Almost none")));
}

void NeuronsTileTest::histogramIsInTheTintOfItsRun() {
    ShownTile test({runOf("leaky_relu"), runOf("leaky_relu")});
    test.pictures.runs[1].preActivations->histogram.counts = {0, 0, 0, 0, 0, 0, 0, 9};
    test.showPictures();
    for (const int run : {0, 1}) {
        const QColor tint = runStyle(Theme::light(), run).histogramTint;
        const QImage image = test.plot(run)->grab().toImage();
        const QRectF area = test.plot(run)->plotArea();
        const auto colorAt = [&](double z, qreal height) {
            return image.pixelColor(
                QPoint(test.plot(run)->toPixels({z, 0}).toPoint().x(),
                       static_cast<int>(area.bottom() - height * area.height())));
        };
        QCOMPARE(colorAt(3.5, 0.06), tint);
        QVERIFY(colorAt(3.5, 0.95) != tint);
        // The square root of 1 to 8, and nothing for nothing.
        QCOMPARE(colorAt(-3.5, 0.06) == tint, run == 0);
        QVERIFY(colorAt(-3.5, 0.4) != tint);
    }
}

void NeuronsTileTest::endBinsHoldTheOverflow() {
    ShownTile test({runOf("relu")});
    test.pictures.runs[0].preActivations->histogram.below = 100;
    test.pictures.runs[0].preActivations->histogram.above = 1000;
    test.showPictures();
    const Series& histogram = *test.plot(0)->series().front();
    QCOMPARE(histogram.role(), SeriesRole::Histogram);
    QCOMPARE(histogram.valueAt(-reach), std::optional(101.0));
    QCOMPARE(histogram.valueAt(-2.5), std::optional(2.0));
    QCOMPARE(histogram.valueAt(reach), std::optional(1008.0));
}

void NeuronsTileTest::functionIsDrawnOverItsNeurons() {
    ShownTile test({runOf("relu"), runOf("elu")});
    test.showPictures();
    QCOMPARE(test.function(0).valueAt(-2.0), std::optional(0.0));
    QCOMPARE(test.function(0).valueAt(reach), std::optional(reach));
    QVERIFY(std::abs(*test.function(1).valueAt(-reach) + 0.98168) < 1e-4);
    QVERIFY(test.function(0).hasCasing());
    const QImage image = test.plot(0)->grab().toImage();
    QCOMPARE(image.pixelColor(test.plot(0)->toPixels({2, 2}).toPoint()),
             runStyle(Theme::light(), 0).color);
}

void NeuronsTileTest::learnedSlopeMovesTheCurve() {
    ShownTile test({runOf("prelu")});
    test.pictures.runs[0].learned[1] = {0.25F};
    test.showPictures();
    QCOMPARE(test.function(0).valueAt(-reach), std::optional(-1.0));
    test.pictures.runs[0].learned[1] = {0.0F};
    test.showPictures();
    QCOMPARE(test.function(0).valueAt(-reach), std::optional(0.0));
    QCOMPARE(test.plot(0)->zones(), (std::vector<Zone>{{-reach, 0, true}}));
}

void NeuronsTileTest::learnedSlopesOfUnitsAreABand() {
    ShownTile test({runOf("prelu")});
    test.pictures.runs[0].learned[1] = {0.5F, 0.25F, 0.0F};
    test.showPictures();
    QCOMPARE(test.function(0).valueAt(-reach), std::optional(-1.0));
    QCOMPARE(test.function(0).bandLower().front(), 0.0);
    QCOMPARE(test.function(0).bandUpper().front(), -2.0);
    QVERIFY(test.plot(0)->range(PlotAxis::Y).lower < -2);
}

void NeuronsTileTest::sharesAreTold() {
    ShownTile test({runOf("relu"), runOf("leaky_relu"), runOf("elu"), runOf("gelu")});
    test.pictures.runs[0].preActivations->noGradient = 0.734;
    test.pictures.runs[2].preActivations->littleGradient = 0.41;
    test.pictures.runs[3].preActivations->noGradient = 0.2;
    test.pictures.runs[3].preActivations->littleGradient = 0.1;
    test.showPictures();
    QTRY_COMPARE(test.tile.accessibleDescription(),
                 QStringLiteral("Layer 2. ReLU: 73 % without gradient. "
                                "Leaky ReLU: 0 % without gradient. "
                                "ELU: 41 % almost without gradient. "
                                "GELU: 20 % without gradient, 10 % almost without."));
    QCOMPARE(test.tile.accessibleName(), QStringLiteral("Where the neurons live"));
}

void NeuronsTileTest::smallSharesAreNotNothing() {
    ShownTile test({runOf("relu"), runOf("relu"), runOf("relu")});
    test.pictures.runs[0].preActivations->noGradient = 0.001;
    test.pictures.runs[1].preActivations->noGradient = 0.999;
    test.pictures.runs[2].preActivations->noGradient = 1;
    test.showPictures();
    QTRY_COMPARE(test.tile.accessibleDescription(),
                 QStringLiteral("Layer 2. ReLU: < 1 % without gradient. "
                                "ReLU: > 99 % without gradient. ReLU: 100 % without gradient."));
}

void NeuronsTileTest::divergedRunHasNoFiniteOutput() {
    ShownTile test({runOf("relu"), runOf("elu")});
    test.showPictures();
    test.history[0].setDivergence({.epoch = 1, .step = 3, .layer = 2});
    test.tile.showHistory(test.history);
    QCoreApplication::processEvents();
    QVERIFY(test.plot(0)->isDiverged());
    QVERIFY(!test.plot(1)->isDiverged());
    QTRY_VERIFY(test.says("ReLU: diverged."));
    QCOMPARE(countOf(*test.plot(0), runStyle(Theme::light(), 0).histogramTint, -reach, reach), 0);
    QVERIFY(countOf(*test.plot(0), Theme::light().color(Tone::Zone), 0, reach) > 500);
    test.tile.showHistory(std::vector<RunHistory>(2)); // rewound
    QTRY_VERIFY(!test.says("diverged"));
}

void NeuronsTileTest::hiddenRunLeavesItsRoom() {
    ShownTile test({runOf("relu"), runOf("leaky_relu"), runOf("sigmoid")});
    test.showPictures();
    const int before = test.plot(1)->width();
    test.tile.setRunHidden(0, true);
    QVERIFY(!test.plot(0)->isVisible());
    QTRY_VERIFY(test.plot(1)->width() > 1.4 * before);
    QTRY_VERIFY(!test.says("ReLU: 0 % without gradient. Leaky"));
    QVERIFY(!test.legend().contains(QStringLiteral("f' = 0"))); // of ReLU alone
    test.tile.setRunHidden(0, false);
    QTRY_COMPARE(test.plot(1)->width(), before);
}

void NeuronsTileTest::lastLayerIsShownFirst() {
    const ShownTile test({runOf("relu")});
    QCOMPARE(test.layers()->currentIndex(), 1);
    QCOMPARE(test.tile.preActivationsOf(), std::optional<std::size_t>(1));
}

void NeuronsTileTest::anotherLayerIsAskedFor() {
    const ShownTile test({runOf("relu")});
    const QSignalSpy chosen(&test.tile, &NeuronsTile::layerChosen);
    test.choose(0);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(test.tile.preActivationsOf(), std::optional<std::size_t>(0));
}

void NeuronsTileTest::pictureOfAnotherLayerIsNotShown() {
    ShownTile test({runOf("relu")});
    test.choose(0);
    test.showPictures(); // of layer 2, on its way when layer 1 was chosen
    QVERIFY(test.plot(0)->series().front()->x().empty());
    test.pictures.request.preActivationsOf = 0;
    test.showPictures();
    QCOMPARE(test.plot(0)->series().front()->x().size(), bins);
}

void NeuronsTileTest::chosenLayerOutlivesOtherRuns() {
    ShownTile test({runOf("relu")});
    test.choose(0);
    test.experiment.runs.push_back(runOf("tanh"));
    test.tile.setRuns(test.experiment, examples(400));
    QCOMPARE(test.tile.preActivationsOf(), std::optional<std::size_t>(0));
    test.experiment.network.hidden = {16, 16, 16};
    test.tile.setRuns(test.experiment, examples(400));
    QCOMPARE(test.tile.preActivationsOf(), std::optional<std::size_t>(2));
}

void NeuronsTileTest::shallowRunSaysWhichLayerItShows() {
    ShownTile test({runOf("relu"), runOf("elu", {{4}}), runOf("tanh", {{}})});
    test.pictures.runs[1].learned = {{}};
    test.pictures.runs[2] = {};
    test.pictures.runs[1].preActivations->littleGradient = 0.5;
    test.showPictures();
    QTRY_COMPARE(test.tile.accessibleDescription(),
                 QStringLiteral("Layer 2. ReLU: 0 % without gradient. "
                                "ELU, layer 1: 50 % almost without gradient. "
                                "tanh: no hidden layer."));
    QVERIFY(!test.plot(2)->isVisible());
}

void NeuronsTileTest::networkWithoutLayersAsksForNothing() {
    ShownTile test({runOf("relu")});
    test.experiment.network.hidden = {};
    test.tile.setRuns(test.experiment, examples(400));
    QVERIFY(!test.tile.preActivationsOf());
    QVERIFY(test.layers() == nullptr);
}

void NeuronsTileTest::hiddenTileAsksForNothing() {
    ShownTile test({runOf("relu")});
    test.tile.hide();
    QVERIFY(!test.tile.preActivationsOf());
}

void NeuronsTileTest::manyRunsStandInRows() {
    ShownTile test(std::vector<RunSpec>(8, runOf("relu")), {700, 400});
    test.showPictures();
    const auto topOf = [&](int run) { return test.plot(run)->mapTo(&test.tile, QPoint()).y(); };
    QCOMPARE(topOf(3), topOf(0));
    QVERIFY(topOf(4) > topOf(0));
    QCOMPARE(topOf(7), topOf(4));
    QVERIFY(test.plot(0)->width() >= 112);
    QVERIFY(test.tile.minimumSizeHint().height() > 2 * 120);
    QVERIFY(test.tile.minimumSizeHint().width() < 560);
}

void NeuronsTileTest::noteTellsWhatIsCounted() {
    ShownTile test({runOf("relu")});
    const auto hasNote = [&](const QString& note) {
        const auto labels = test.tile.findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->text() == note && label->isVisible();
        });
    };
    QVERIFY(hasNote(QStringLiteral("8 units × 400 examples")));
    test.choose(0);
    QVERIFY(hasNote(QStringLiteral("16 units × 400 examples")));
    test.tile.resize(500, 240);
    QTRY_VERIFY(!hasNote(QStringLiteral("16 units × 400 examples")));
    test.tile.resize(900, 240);
    test.tile.setRuns(test.experiment, examples(60'000));
    QVERIFY(hasNote(QStringLiteral("16 units × 1,024 examples")));
}

void NeuronsTileTest::eachColumnHasItsMenu() {
    ShownTile test({runOf("relu"), runOf("elu")});
    test.showPictures();
    const auto titles = [&] {
        QStringList all;
        for (const QAction* action : test.tile.actions()) {
            all << action->text();
        }
        return all;
    };
    QCOMPARE(titles(), QStringList({"ReLU", "ELU"}));
    test.tile.actions()[0]->menu()->actions()[1]->trigger(); // "Copy data"
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(
        QStringLiteral("x\tcount\tReLU\n-4\t1\t0\n")));
    test.tile.setRuns(test.experiment, examples(400));
    QCOMPARE(titles(), QStringList({"ReLU", "ELU"}));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::NeuronsTileTest)
#include "neurons_tile_test.moc"
