// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/empty_state.h"
#include "ui/controls/segments.h"
#include "ui/learningrate/rate_curves_tile.h"
#include "ui/learningrate/sweep_plan.h"
#include "ui/plot/plot_data.h"
#include "ui/theme/run_style.h"
#include "ui/theme/theme.h"

#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <cmath>

namespace reluscope::ui {

namespace {

/// Two runs at rates 0.01, 0.1, 1 and 10 with three seeds.
SweepSpec sweep() {
    SweepSpec spec;
    spec.learningRates = {0.01, 0.1, 1, 10};
    spec.seedCount = 3;
    for (const char* name : {"ReLU", "tanh"}) {
        RunSpec run;
        run.name = name;
        run.activations = {Activation(*findActivation("relu"))};
        spec.experiment.runs.push_back(run);
    }
    return spec;
}

SeedSummary lossesOf(double low, double median, double high, double dead = 0) {
    return {.ended = 3,
            .trainLoss = SeedSpread{low, median, high},
            .deadFraction = SeedSpread{dead / 2, dead, dead}};
}

SeedSummary diverged(std::size_t count) {
    SeedSummary summary = lossesOf(5, 5, 5, 0.5);
    summary.diverged = count;
    return summary;
}

/// A tile as the page shows it.
struct ShownTile {
    SweepSpec spec = sweep();
    std::vector<SeedSummary> summaries;
    RateCurvesTile tile;

    ShownTile()
        : summaries(8) {
        tile.setPalette(Theme::light().palette());
        tile.resize(520, 360);
        tile.setSweep({.spec = spec, .styles = {0, 3}});
        tile.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&tile));
    }

    void showAll() {
        summaries = {lossesOf(0.6, 0.65, 0.7),        lossesOf(0.1, 0.2, 0.3, 0.1),
                     lossesOf(0.02, 0.03, 0.04, 0.4), lossesOf(0.5, 0.6, 0.69, 0.8),
                     lossesOf(0.6, 0.66, 0.7),        lossesOf(0.2, 0.3, 0.4),
                     lossesOf(0.04, 0.05, 0.06),      diverged(1)};
        tile.setSummaries(summaries);
        QCoreApplication::processEvents();
    }
    void chooseDeadUnits() {
        const auto* choice = tile.findChild<Segments*>(QStringLiteral("rateCurvesFigure"));
        QTest::mouseClick(choice->findChildren<QPushButton*>().at(1), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    Plot& plot() { return tile.plot(); }
    Series& line(std::size_t run) { return *plot().series().at(run); }
    /// Whether the line of run 0 is there, to a rounding where lines lie on bands.
    bool isLineAt(double rate, double value) {
        const QColor line = runStyle(Theme::light(), 0).color;
        const QColor found = colorAt(rate, value);
        constexpr int rounding = 3;
        return std::abs(found.red() - line.red()) <= rounding &&
               std::abs(found.green() - line.green()) <= rounding &&
               std::abs(found.blue() - line.blue()) <= rounding;
    }
    QColor colorAt(double rate, double value) {
        return plot().grab().toImage().pixelColor(plot().toPixels({rate, value}).toPoint());
    }
    QString words() { return plot().accessibleDescription(); }
};

template <class Values>
std::vector<double> listOf(const Values& values) {
    return {values.begin(), values.end()};
}

} // namespace

class RateCurvesTileTest : public QObject {
    Q_OBJECT

  private slots:
    void saysThatNothingHasEndedYet();
    void lineJoinsMediansAndBandHoldsAllSeeds();
    void ringStandsAtTheLastRateWithEverySeedFinite();
    void partOfASweepIsJoinedAcrossRatesToCome();
    void rateWithADivergedSeedIsAGap();
    void lossThatBurstDoesNotFlattenTheOthers();
    void lossOfNothingHasAPlace();
    void deadUnitsAreShares();
    void runsWithoutDeadUnitsShareALabel();
    void linesAreCalledAsTheRowsOfTheMaps();
    void sweepWithoutRatesShowsMarkers();
    void mouseReadsMedians();
    void picturesAreSummedUp();
    void noteFitsIntoTheHeader();
    void copiedDataAreATableOfRates();
};

void RateCurvesTileTest::saysThatNothingHasEndedYet() {
    ShownTile test;
    const auto* empty = test.tile.findChild<EmptyState*>();
    QVERIFY(empty->isVisible());
    QVERIFY(!test.plot().isVisible());
    test.showAll();
    QVERIFY(!empty->isVisible());
    QVERIFY(test.plot().isVisible());
    test.tile.setSweep({.spec = test.spec, .styles = {0, 1}});
    QVERIFY(empty->isVisible());
}

void RateCurvesTileTest::lineJoinsMediansAndBandHoldsAllSeeds() {
    ShownTile test;
    test.showAll();
    QCOMPARE(listOf(test.line(0).x()), (std::vector{0.01, 0.1, 1.0, 10.0}));
    QCOMPARE(listOf(test.line(0).y()), (std::vector{0.65, 0.2, 0.03, 0.6}));
    QCOMPARE(listOf(test.line(0).bandLower()), (std::vector{0.6, 0.1, 0.02, 0.5}));
    QCOMPARE(listOf(test.line(0).bandUpper()), (std::vector{0.7, 0.3, 0.04, 0.69}));
    QCOMPARE(test.line(1).run(), 3);
    QCOMPARE(test.plot().range(PlotAxis::X), (Interval{0.01, 10}));
    QVERIFY(test.isLineAt(0.1, 0.2));
    QCOMPARE(test.plot().axis(PlotAxis::Y).scale, Scale::Log);
    QCOMPARE(test.line(0).endLabel().text, QStringLiteral("ReLU"));
}

void RateCurvesTileTest::ringStandsAtTheLastRateWithEverySeedFinite() {
    ShownTile test;
    test.showAll();
    const auto& rings = test.plot().jumpDiscs();
    QCOMPARE(rings.size(), std::size_t{1}); // ReLU never diverges
    QCOMPARE(rings[0], (JumpDisc{.x = 1, .y = 0.05, .run = 3, .open = true}));
    QCOMPARE(listOf(test.line(1).x()), (std::vector{0.01, 0.1, 1.0}));
    QCOMPARE(test.colorAt(1, 0.05), Theme::light().color(Tone::Tile));
}

void RateCurvesTileTest::partOfASweepIsJoinedAcrossRatesToCome() {
    ShownTile test;
    test.summaries[0] = lossesOf(0.6, 0.65, 0.7);
    test.summaries[2] = lossesOf(0.02, 0.03, 0.04);
    test.tile.setSummaries(test.summaries);
    QCOMPARE(listOf(test.line(0).x()), (std::vector{0.01, 1.0}));
    QCOMPARE(listOf(test.line(0).y()), (std::vector{0.65, 0.03}));
    QVERIFY(test.line(1).x().empty());
    QVERIFY(test.plot().jumpDiscs().empty());
    QCOMPARE(test.plot().range(PlotAxis::X), (Interval{0.01, 10})); // of the whole sweep
    test.summaries[3] = diverged(3);
    test.tile.setSummaries(test.summaries);
    QCOMPARE(test.plot().jumpDiscs().size(), std::size_t{1});
}

void RateCurvesTileTest::rateWithADivergedSeedIsAGap() {
    ShownTile test;
    test.showAll();
    test.summaries[1] = diverged(2);
    test.tile.setSummaries(test.summaries);
    QVERIFY(std::isnan(test.line(0).y()[1]));
    QVERIFY(std::isnan(test.line(0).bandLower()[1]));
    QCOMPARE(test.line(0).y()[2], 0.03);
    QCOMPARE(test.plot().jumpDiscs().size(), std::size_t{1}); // it goes on to the last rate
    test.summaries = std::vector<SeedSummary>(8, diverged(3));
    test.tile.setSummaries(test.summaries);
    QVERIFY(test.line(0).x().empty());
    QVERIFY(test.plot().isVisible());
}

void RateCurvesTileTest::lossThatBurstDoesNotFlattenTheOthers() {
    ShownTile test;
    test.showAll();
    const Interval before = test.plot().range(PlotAxis::Y);
    QCOMPARE(before, (Interval{0.02, 1}));
    test.summaries[3] = lossesOf(0.5, 1e12, 1e20);
    test.tile.setSummaries(test.summaries);
    QVERIFY(test.plot().range(PlotAxis::Y).upper <= 2);
    QCOMPARE(test.plot().range(PlotAxis::Y).lower, before.lower);
}

void RateCurvesTileTest::lossOfNothingHasAPlace() {
    ShownTile test;
    test.showAll();
    test.summaries[2] = lossesOf(0, 0, 0.04);
    test.tile.setSummaries(test.summaries);
    QCoreApplication::processEvents();
    QVERIFY(test.plot().axis(PlotAxis::Y).zeroPlace > 0);
    QCOMPARE(test.plot().toPixels({1, 0}).y(), test.plot().plotArea().bottom());
    QCOMPARE(test.line(0).valueAt(1), std::optional(0.0));
    test.showAll();
    QCOMPARE(test.plot().axis(PlotAxis::Y).zeroPlace, 0.0);
}

void RateCurvesTileTest::deadUnitsAreShares() {
    ShownTile test;
    test.showAll();
    test.chooseDeadUnits();
    QCOMPARE(test.tile.title(), QStringLiteral("Dead units against rate"));
    QCOMPARE(test.plot().accessibleName(), test.tile.title());
    QCOMPARE(listOf(test.line(0).y()), (std::vector{0.0, 10.0, 40.0, 80.0}));
    QCOMPARE(test.plot().axis(PlotAxis::Y).scale, Scale::Linear);
    QCOMPARE(test.plot().range(PlotAxis::Y), (Interval{0, 100}));
    QVERIFY(test.words().isEmpty() || test.words().startsWith(QStringLiteral("ReLU: ")));
}

void RateCurvesTileTest::runsWithoutDeadUnitsShareALabel() {
    ShownTile test;
    test.showAll();
    test.chooseDeadUnits();
    QCOMPARE(test.line(1).endLabel().text, QStringLiteral("tanh")); // one run says its name
    for (std::size_t i = 0; i < 4; ++i) {
        test.summaries[i] = lossesOf(0.1, 0.2, 0.3);
    }
    test.tile.setSummaries(test.summaries);
    QCOMPARE(test.line(0).endLabel().text, QStringLiteral("all runs"));
    QVERIFY(test.line(0).endLabel().neutral);
    QVERIFY(test.line(1).endLabel().text.isEmpty());
}

void RateCurvesTileTest::linesAreCalledAsTheRowsOfTheMaps() {
    ShownTile test;
    test.spec.experiment.runs[0].hidden = std::vector<std::size_t>{16, 16, 16};
    test.tile.setSweep({.spec = test.spec, .axis = SweepAxis::Depths, .styles = {0, 1}});
    QCOMPARE(test.line(0).name(), QStringLiteral("3 layers of 16"));
    QCOMPARE(test.line(0).name(), rowName(test.spec.experiment.runs[0], SweepAxis::Depths));
}

void RateCurvesTileTest::sweepWithoutRatesShowsMarkers() {
    ShownTile test;
    test.spec.learningRates.clear();
    test.spec.experiment.training.optimizer.learningRate = 0.5;
    test.spec.experiment.runs[1].learningRate = 2;
    test.tile.setSweep({.spec = test.spec, .styles = {0, 1}});
    test.tile.setSummaries({lossesOf(0.1, 0.2, 0.3), lossesOf(0.2, 0.3, 0.4)});
    QCOMPARE(listOf(test.line(0).x()), std::vector{0.5});
    QCOMPARE(listOf(test.line(1).x()), std::vector{2.0});
    QVERIFY(test.line(0).hasVertexMarkers());
    QVERIFY(test.plot().range(PlotAxis::X).lower < 0.5);
    QVERIFY(test.plot().range(PlotAxis::X).upper > 2);
}

void RateCurvesTileTest::mouseReadsMedians() {
    ShownTile test;
    test.showAll();
    const QImage before = test.plot().grab().toImage();
    QTest::mouseMove(&test.plot(), test.plot().toPixels({0.11, 0.1}).toPoint());
    QTRY_COMPARE(test.plot().crossHair(), std::optional(0.1));
    QVERIFY(test.plot().grab().toImage() != before);
    test.chooseDeadUnits();
    QVERIFY(!test.plot().crossHair());
}

void RateCurvesTileTest::picturesAreSummedUp() {
    ShownTile test;
    test.showAll();
    QTRY_COMPARE(
        test.words(),
        QStringLiteral("ReLU: lowest training loss 0.0300 at rate 1. tanh: lowest training "
                       "loss 0.0500 at rate 1; seeds diverge from rate 10 on."));
    test.chooseDeadUnits();
    QTRY_COMPARE(test.words(), QStringLiteral("ReLU: most dead units, 80.0 %, at rate 10. tanh: no "
                                              "dead units; seeds diverge from rate 10 on."));
}

void RateCurvesTileTest::noteFitsIntoTheHeader() {
    ShownTile test;
    test.showAll();
    QWidget page; // which makes tiles as small as it likes
    test.tile.setParent(&page);
    test.tile.show();
    page.resize(1000, 360);
    page.show();
    const auto notes = [&] {
        QStringList texts;
        for (const QLabel* label : test.tile.findChildren<QLabel*>()) {
            if (label->isVisible()) {
                texts << label->text();
            }
        }
        return texts.join(QLatin1Char('\n'));
    };
    test.tile.resize(1000, 360);
    QVERIFY(notes().contains(QStringLiteral("ring: the last rate with every seed finite")));
    test.tile.resize(320, 360);
    QVERIFY(!notes().contains(QStringLiteral("ring")));
    QVERIFY(!notes().contains(QStringLiteral("band")));
    test.tile.setParent(nullptr);
}

void RateCurvesTileTest::copiedDataAreATableOfRates() {
    ShownTile test;
    test.showAll();
    QCOMPARE(dataTable(test.plot()).section(QLatin1Char('\n'), 1, 2),
             QStringLiteral("0.01\t0.65\t0.66\n0.1\t0.2\t0.3"));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::RateCurvesTileTest)
#include "rate_curves_tile_test.moc"
