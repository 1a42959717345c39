// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/segments.h"
#include "ui/plot/plot_data.h"
#include "ui/theme/run_style.h"
#include "ui/theme/theme.h"
#include "ui/training/gradient_ladder_tile.h"
#include "ui/training/sharpness_view.h"

#include <QAbstractButton>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

namespace reluscope::ui {

namespace {

RunHistory historyOf(std::vector<double> norms) {
    EpochRecord record;
    record.epoch = 1;
    record.measured = EpochRecord::Measured{};
    record.measured->layers.gradientNorm = std::move(norms);
    RunHistory history;
    history.append(record);
    return history;
}

/// A tile as the page shows it, for two runs of two hidden layers.
struct ShownTile {
    Experiment experiment;
    Dataset dataset;
    GradientLadderTile tile;

    ShownTile() {
        experiment.network.hidden = {4, 4};
        const std::vector<Activation> relu{Activation(*findActivation("relu"))};
        for (const char* name : {"first", "second"}) {
            experiment.runs.push_back({.name = name,
                                       .activations = relu,
                                       .learningRate = {},
                                       .optimizer = {},
                                       .initialization = {},
                                       .hidden = {}});
        }
        tile.setPalette(Theme::light().palette());
        tile.resize(360, 220);
        tile.setRuns(experiment, dataset);
        tile.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&tile));
    }

    void show(std::vector<double> first, std::vector<double> second) {
        tile.showHistory({historyOf(std::move(first)), historyOf(std::move(second))});
        QCoreApplication::processEvents();
    }
    Plot& plot() { return tile.plot(); }
    QColor colorAt(double norm, double rung) {
        return plot().grab().toImage().pixelColor(plot().toPixels({norm, rung}).toPoint());
    }
    Interval range() { return plot().range(PlotAxis::X); }
};

QColor colorOf(int run) {
    return runStyle(Theme::light(), run).color;
}

} // namespace

class GradientLadderTileTest : public QObject {
    Q_OBJECT

  private slots:
    void normsStandOnTheRungsOfTheirLayers();
    void outputsStandSideBySide();
    void axisHasWholeDecadesAndRests();
    void exactZeroIsShownAtTheLeftEdge();
    void hiddenRunIsNotDrawn();
    void divergedRunIsNotDrawn();
    void picturesAreSummedUp();
    void rowIsReadByMouseAndKeys();
    void copiedDataAreATableOfLayers();
    void narrowTilesHaveTheSwitchBelowTheHeader();
    void sharpnessTakesItsPlace();
};

void GradientLadderTileTest::normsStandOnTheRungsOfTheirLayers() {
    ShownTile test;
    test.show({0.02, 0.05, 0.3}, {0.5, 0.9, 0.011});
    const auto& names = test.plot().axis(PlotAxis::Y).names;
    QCOMPARE(names.size(), std::size_t{3});
    QCOMPARE(names[0], std::pair(0.0, QStringLiteral("layer 1")));
    QCOMPARE(names[2], std::pair(2.0, QStringLiteral("output")));
    QVERIFY(test.plot().toPixels({0.1, 2}).y() < test.plot().toPixels({0.1, 0}).y());
    QCOMPARE(test.colorAt(0.02, 0), colorOf(0));
    QCOMPARE(test.colorAt(0.05, 1), colorOf(0));
    QCOMPARE(test.colorAt(0.3, 2), colorOf(0));
    QCOMPARE(test.colorAt(0.9, 1), colorOf(1));
    QCOMPARE(test.colorAt(0.5, 1.9), Theme::light().color(Tone::Tile));
    // As far apart as their logarithms.
    const auto x = [&](double norm) { return test.plot().toPixels({norm, 0}).x(); };
    QVERIFY(std::abs((x(0.2) - x(0.02)) - (x(0.5) - x(0.05))) < 0.01);
}

void GradientLadderTileTest::outputsStandSideBySide() {
    ShownTile test;
    test.experiment.runs[1].hidden = std::vector<std::size_t>{4};
    test.tile.setRuns(test.experiment, test.dataset);
    test.show({0.02, 0.05, 0.3}, {0.2, 0.4});
    QCOMPARE(test.colorAt(0.3, 2), colorOf(0));
    QCOMPARE(test.colorAt(0.4, 2), colorOf(1));
    QCOMPARE(test.colorAt(0.2, 0), colorOf(1));
}

void GradientLadderTileTest::axisHasWholeDecadesAndRests() {
    ShownTile test;
    test.show({0.02, 0.05, 0.3}, {0.5, 0.9, 0.011});
    QCOMPARE(test.range(), (Interval{0.01, 1}));
    test.show({0.0002, 0.05, 0.3}, {0.5, 0.9, 0.011});
    QVERIFY(std::abs(test.range().lower / 1e-4 - 1) < 1e-9);
    test.show({0.002, 0.05, 0.3}, {0.5, 0.9, 0.011});
    QVERIFY(std::abs(test.range().lower / 1e-4 - 1) < 1e-9);
    test.show({0.02, 0.05, 0.3}, {0.5, 0.9, 0.011}); // two decades are empty
    QVERIFY(std::abs(test.range().lower / 1e-2 - 1) < 1e-9);
}

void GradientLadderTileTest::exactZeroIsShownAtTheLeftEdge() {
    ShownTile test;
    test.show({0, 0.05, 0.3}, {0.5, 0.9, 0.011});
    const AxisOptions& axis = test.plot().axis(PlotAxis::X);
    QVERIFY(axis.zeroPlace > 0);
    QCOMPARE(test.range().lower, axis.zeroPlace);
    QCOMPARE(test.plot().toPixels({0, 0}).x(), test.plot().plotArea().left());
    QCOMPARE(test.colorAt(0, 0), colorOf(0));
    QVERIFY(test.plot().accessibleDescription().startsWith(
        QStringLiteral("first: layer 1 0, layer 2 0.0500")));
    const double lower = test.range().lower;
    test.show({0, 0.05, 0.3}, {0.5, 0.9, 0.011});
    QCOMPARE(test.range().lower, lower);
    test.show({0.02, 0.05, 0.3}, {0.5, 0.9, 0.011});
    QCOMPARE(test.plot().axis(PlotAxis::X).zeroPlace, 0.0);
    QVERIFY(std::abs(test.range().lower / 10 / lower - 1) < 1e-9);
}

void GradientLadderTileTest::hiddenRunIsNotDrawn() {
    ShownTile test;
    test.show({0.02, 0.05, 0.3}, {0.5, 0.9, 0.011});
    test.tile.setRunHidden(1, true);
    QCoreApplication::processEvents();
    QVERIFY(test.colorAt(0.9, 1) != colorOf(1));
    QCOMPARE(test.colorAt(0.3, 2), colorOf(0));
}

void GradientLadderTileTest::divergedRunIsNotDrawn() {
    ShownTile test;
    std::vector<RunHistory> history{historyOf({0.02, 0.05, 0.3}), historyOf({0.5, 0.9, 0.011})};
    history[1].setDivergence({.epoch = 2, .step = 7, .layer = {}});
    test.tile.showHistory(history);
    QCoreApplication::processEvents();
    QVERIFY(test.colorAt(0.9, 1) != colorOf(1));
    QCOMPARE(test.plot().accessibleDescription(),
             QStringLiteral("first: layer 1 0.0200, layer 2 0.0500, output 0.300. "
                            "second: diverged."));
}

void GradientLadderTileTest::picturesAreSummedUp() {
    ShownTile test;
    test.show({0.02, 0.05, 0.3}, {0.5, 0.9, 0.011});
    QCOMPARE(test.plot().accessibleName(), QStringLiteral("Gradient ladder"));
    QCOMPARE(test.plot().accessibleDescription(),
             QStringLiteral("first: layer 1 0.0200, layer 2 0.0500, output 0.300. "
                            "second: layer 1 0.500, layer 2 0.900, output 0.0110."));
}

void GradientLadderTileTest::rowIsReadByMouseAndKeys() {
    ShownTile test;
    test.show({0.02, 0.05, 0.3}, {0.5, 0.9, 0.011});
    const QImage before = test.plot().grab().toImage();
    const QPointF near = test.plot().toPixels({0.1, 1.2});
    QTest::mouseMove(&test.plot(), near.toPoint());
    QTRY_COMPARE(test.plot().crossHair(), std::optional(1.0));
    const QImage read = test.plot().grab().toImage();
    QVERIFY(read != before);
    QCOMPARE(read.pixelColor(test.plot().toPixels({0.013, 1}).toPoint()),
             Theme::light().color(Tone::Text1));
    QTest::keyClick(&test.plot(), Qt::Key_Up);
    QCOMPARE(test.plot().crossHair(), std::optional(2.0));
    QTest::keyClick(&test.plot(), Qt::Key_Up);
    QCOMPARE(test.plot().crossHair(), std::optional(2.0));
    QTest::keyClick(&test.plot(), Qt::Key_Down);
    QTest::keyClick(&test.plot(), Qt::Key_Down);
    QCOMPARE(test.plot().crossHair(), std::optional(0.0));
    QTest::keyClick(&test.plot(), Qt::Key_Escape);
    QVERIFY(!test.plot().crossHair());
    QTest::keyClick(&test.plot(), Qt::Key_Down);
    QCOMPARE(test.plot().crossHair(), std::optional(2.0));
}

void GradientLadderTileTest::copiedDataAreATableOfLayers() {
    ShownTile test;
    test.show({0, 0.05, 0.25}, {0.5, 0.875, 0.0125});
    QCOMPARE(dataTable(test.plot()), QStringLiteral("\tfirst\tsecond\n"
                                                    "layer 1\t0\t0.5\n"
                                                    "layer 2\t0.05\t0.875\n"
                                                    "output\t0.25\t0.0125\n"));
}

void GradientLadderTileTest::narrowTilesHaveTheSwitchBelowTheHeader() {
    ShownTile test;
    auto* views = test.tile.findChild<Segments*>(QStringLiteral("ladderViews"));
    for (const int width : {600, 220, 600, 220}) {
        test.tile.resize(width, 220);
        QTRY_VERIFY(views->isVisible());
        QTRY_VERIFY(views->width() >= views->sizeHint().width());
        QCOMPARE(views->parentWidget() == test.tile.body(), width == 220);
        QVERIFY(
            test.tile.rect().contains(QRect(views->mapTo(&test.tile, QPoint()), views->size())));
    }
}

void GradientLadderTileTest::sharpnessTakesItsPlace() {
    ShownTile test;
    test.show({0.02, 0.05, 0.3}, {0.5, 0.9, 0.011});
    const auto isAskedFor = [&] {
        PictureRequest request;
        test.tile.addTo(request);
        return request.sharpness;
    };
    QVERIFY(!isAskedFor());
    QSignalSpy asked(&test.tile, &GradientLadderTile::requestChanged);
    auto* views = test.tile.findChild<Segments*>(QStringLiteral("ladderViews"));
    views->findChildren<QAbstractButton*>()[1]->click();
    QCOMPARE(asked.count(), 1);
    QVERIFY(isAskedFor());
    QVERIFY(!test.plot().isVisible());
    QVERIFY(test.tile.sharpness().isVisible());
    QCOMPARE(test.tile.title(), QStringLiteral("Sharpness"));
    test.tile.resize(900, 220);
    QCOMPARE(test.tile.title(), QStringLiteral("Sharpness · largest curvature of the loss"));
    test.tile.setSharpnessShown(false);
    QCOMPARE(test.tile.title(), QStringLiteral("Gradient ladder"));
    QVERIFY(!isAskedFor());
    test.experiment.network.hidden = {1000, 1000};
    test.tile.setRuns(test.experiment, test.dataset);
    test.tile.setSharpnessShown(true);
    QVERIFY(!isAskedFor());
    QCOMPARE(test.tile.focusPolicy(), Qt::TabFocus);
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::GradientLadderTileTest)
#include "gradient_ladder_tile_test.moc"
