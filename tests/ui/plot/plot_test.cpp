// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot.h"
#include "ui/plot/plot_canvas.h"
#include "ui/theme/run_style.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <array>
#include <cmath>
#include <limits>

namespace reluscope::ui {

namespace {

/// A plot as it stands on a page, with the designed text size.
struct ShownPlot : Plot {
    ShownPlot() {
        setPalette(Theme::light().palette());
        QFont designed = font();
        designed.setPixelSize(13);
        setFont(designed);
        resize(420, 260);
        setRange(PlotAxis::X, {0.0, 10.0});
        setRange(PlotAxis::Y, {-1.0, 1.0});
    }

    /// Lays out, paints and hands over the picture.
    QImage paint() {
        show();
        static_cast<void>(QTest::qWaitForWindowExposed(this));
        QCoreApplication::processEvents();
        return grab().toImage();
    }

    void turnWheel(QPointF position, int notches) {
        QWheelEvent event(position, mapToGlobal(position), {}, {0, 120 * notches}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(this, &event);
    }

    void useCrossHair(CrossHairMode mode) {
        CrossHairOptions options;
        options.mode = mode;
        setCrossHairOptions(options);
    }
};

bool isNear(QColor a, QColor b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
               std::abs(a.blue() - b.blue()) <
           24;
}

constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace

class PlotTest : public QObject {
    Q_OBJECT

  private slots:
    void logAxisWithoutARangeShowsSomethingFinite();
    void senselessRangesAreRefused_data();
    void senselessRangesAreRefused();
    void logAxisRefusesWhatIsNotPositive();
    void growingRangeHoldsTheVisibleSeries();
    void wheelZoomsAboutThePointer();
    void wheelIsLeftToThePageWhereThePlotIsNotInteractive();
    void keysZoomAndComeHome();
    void doubleClickComesHome();
    void shiftDragZoomsToARectangle();
    void keysZoomToARectangle();
    void escapeTakesTheRectangleAway();
    void zoomedViewStaysWhenTheDataGrow();
    void linkedPlotsShareXAndNotY();
    void linkedPlotsShareTheCrossHair();
    void linkedPlotsLineUp();
    void arrowsMoveTheCrossHair();
    void homeAndEndMoveTheCrossHair();
    void arrowsStepFromSampleToSample();
    void arrowsWithoutACrossHairAreLeftToThePage();
    void summaryIsTheAccessibleDescription();
    void lineIsPaintedInTheColourOfItsRun();
    void hiddenLineIsNotPainted();
    void anotherPaletteRestyles();
    void pictureIsSharpAgainOnAnotherScreen();
};

void PlotTest::logAxisWithoutARangeShowsSomethingFinite() {
    Plot plot;
    AxisOptions options;
    options.scale = Scale::Log;
    plot.setAxis(PlotAxis::X, options);
    plot.setAxis(PlotAxis::Y, options);
    plot.resize(300, 200);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QVERIFY(!plot.grab().isNull());
    for (const PlotAxis axis : {PlotAxis::X, PlotAxis::Y}) {
        QVERIFY(plot.range(axis).lower > 0.0);
        QVERIFY(std::isfinite(plot.range(axis).upper));
        QVERIFY(plot.range(axis).size() > 0.0);
    }
    const QPointF middle = plot.toPixels({plot.range(PlotAxis::X).upper, 1.0});
    QVERIFY(std::isfinite(middle.x()) && std::isfinite(middle.y()));
}

void PlotTest::senselessRangesAreRefused_data() {
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::newRow("NaN") << std::nan("") << 1.0;
    QTest::newRow("infinite") << 0.0 << infinity;
    QTest::newRow("infinite on both sides") << -infinity << infinity;
    QTest::newRow("too large for their distance") << -1.7e308 << 1.7e308;
    QTest::newRow("empty") << 2.0 << 2.0;
    QTest::newRow("upside down") << 3.0 << 2.0;
    QTest::newRow("empty but for rounding") << 1.0 << std::nextafter(1.0, 2.0);
}

void PlotTest::senselessRangesAreRefused() {
    QFETCH(double, lower);
    QFETCH(double, upper);
    Plot plot;
    for (const PlotAxis axis : {PlotAxis::X, PlotAxis::Y}) {
        plot.setRange(axis, {-3.0, 7.0});
        plot.setRange(axis, {lower, upper});
        QVERIFY(plot.range(axis) == (Interval{-3.0, 7.0}));
        QVERIFY(plot.homeRange(axis) == (Interval{-3.0, 7.0}));
    }
}

void PlotTest::logAxisRefusesWhatIsNotPositive() {
    Plot plot;
    AxisOptions options;
    options.scale = Scale::Log;
    plot.setAxis(PlotAxis::Y, options);
    plot.setRange(PlotAxis::Y, {0.01, 10.0});
    plot.setRange(PlotAxis::Y, {0.0, 10.0});
    plot.setRange(PlotAxis::Y, {-1.0, 10.0});
    QVERIFY(plot.range(PlotAxis::Y) == (Interval{0.01, 10.0}));
}

void PlotTest::growingRangeHoldsTheVisibleSeries() {
    Plot plot;
    plot.setRange(PlotAxis::Y, {0.0, 1.0});
    const std::array x{0.0, 1.0};
    plot.addSeries(0, SeriesRole::Main).setData(x, std::array{0.5, 1.2});
    Series& hidden = plot.addSeries(1, SeriesRole::Main);
    hidden.setData(x, std::array{0.5, 70.0});
    hidden.setVisible(false);
    plot.growRange(PlotAxis::Y);
    QVERIFY(plot.range(PlotAxis::Y) == (Interval{0.0, 1.5}));
}

void PlotTest::wheelZoomsAboutThePointer() {
    ShownPlot plot;
    plot.paint();
    const QPointF pointer = plot.toPixels({2.0, 0.5});
    plot.turnWheel(pointer, 1);
    QVERIFY(plot.isZoomed());
    QCOMPARE(plot.range(PlotAxis::X).size(), 8.0);
    QVERIFY(std::abs(plot.toData(pointer).x() - 2.0) < 1e-9);
    QVERIFY(std::abs(plot.toData(pointer).y() - 0.5) < 1e-9);
    plot.turnWheel(pointer, -1);
    QVERIFY(std::abs(plot.range(PlotAxis::X).size() - 10.0) < 1e-9);
}

void PlotTest::wheelIsLeftToThePageWhereThePlotIsNotInteractive() {
    ShownPlot plot;
    plot.setInteractive(false);
    plot.paint();
    plot.turnWheel(plot.toPixels({2.0, 0.5}), 1);
    QVERIFY(plot.range(PlotAxis::X) == (Interval{0.0, 10.0}));
}

void PlotTest::keysZoomAndComeHome() {
    ShownPlot plot;
    plot.paint();
    QSignalSpy zoomed(&plot, &Plot::zoomedChanged);
    QTest::keyClick(&plot, Qt::Key_Plus);
    QCOMPARE(plot.range(PlotAxis::X).size(), 8.0);
    QTest::keyClick(&plot, Qt::Key_Minus);
    QTest::keyClick(&plot, Qt::Key_Minus);
    QCOMPARE(plot.range(PlotAxis::X).size(), 12.5);
    QTest::keyClick(&plot, Qt::Key_0);
    QVERIFY(plot.range(PlotAxis::X) == (Interval{0.0, 10.0}));
    QVERIFY(plot.range(PlotAxis::Y) == (Interval{-1.0, 1.0}));
    QVERIFY(!plot.isZoomed());
    QVERIFY(!zoomed.isEmpty());
    QCOMPARE(zoomed.last().front().toBool(), false);
}

void PlotTest::doubleClickComesHome() {
    ShownPlot plot;
    plot.paint();
    plot.zoom(0.5);
    QVERIFY(plot.isZoomed());
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, plot.plotArea().center().toPoint());
    QVERIFY(!plot.isZoomed());
    QVERIFY(plot.range(PlotAxis::X) == (Interval{0.0, 10.0}));
}

void PlotTest::shiftDragZoomsToARectangle() {
    ShownPlot plot;
    plot.paint();
    const QPoint from = plot.toPixels({2.0, 0.5}).toPoint();
    const QPoint to = plot.toPixels({6.0, -0.5}).toPoint();
    const Interval x{plot.toData(from).x(), plot.toData(to).x()};
    QTest::mousePress(&plot, Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(&plot, (from + to) / 2);
    QTest::mouseMove(&plot, to);
    QTest::mouseRelease(&plot, Qt::LeftButton, Qt::ShiftModifier, to);
    QVERIFY(std::abs(plot.range(PlotAxis::X).lower - x.lower) < 1e-9);
    QVERIFY(std::abs(plot.range(PlotAxis::X).upper - x.upper) < 1e-9);
    QVERIFY(plot.range(PlotAxis::Y).size() < 1.1);
}

void PlotTest::keysZoomToARectangle() {
    ShownPlot plot;
    const QImage before = plot.paint();
    QTest::keyClick(&plot, Qt::Key_Z);
    QVERIFY(plot.paint() != before);
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(&plot, Qt::Key_Right); // it stops at the edge
    }
    QTest::keyClick(&plot, Qt::Key_Return);
    // Half the area, at its right end and in the middle of its height.
    const Interval x = plot.range(PlotAxis::X);
    const Interval y = plot.range(PlotAxis::Y);
    QVERIFY2(std::abs(x.lower - 5.0) < 1e-6 && std::abs(x.upper - 10.0) < 1e-6,
             qPrintable(QString::number(x.lower)));
    QVERIFY(std::abs(y.lower + 0.5) < 1e-6 && std::abs(y.upper - 0.5) < 1e-6);

    plot.resetView();
    QTest::keyClick(&plot, Qt::Key_Z);
    QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&plot, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(&plot, Qt::Key_Enter);
    QVERIFY(std::abs(plot.range(PlotAxis::X).size() - 6.0) < 1e-6);
    QVERIFY(std::abs(plot.range(PlotAxis::Y).size() - 0.8) < 1e-6);
}

void PlotTest::escapeTakesTheRectangleAway() {
    ShownPlot plot;
    const QImage before = plot.paint();
    QTest::keyClick(&plot, Qt::Key_Z);
    QTest::keyClick(&plot, Qt::Key_Escape);
    QVERIFY(plot.paint() == before);
    QTest::keyClick(&plot, Qt::Key_Return);
    QVERIFY(!plot.isZoomed());
}

void PlotTest::zoomedViewStaysWhenTheDataGrow() {
    ShownPlot plot;
    plot.paint();
    plot.zoom(0.5);
    const Interval seen = plot.range(PlotAxis::X);
    plot.setRange(PlotAxis::X, {0.0, 20.0});
    QVERIFY(plot.range(PlotAxis::X) == seen);
    plot.resetView();
    QVERIFY(plot.range(PlotAxis::X) == (Interval{0.0, 20.0}));
}

void PlotTest::linkedPlotsShareXAndNotY() {
    ShownPlot upper;
    ShownPlot lower;
    ShownPlot last;
    upper.linkX(&lower);
    lower.linkX(&last);
    last.setRange(PlotAxis::Y, {0.0, 100.0});
    upper.setRange(PlotAxis::X, {0.0, 4.0});
    QVERIFY(last.range(PlotAxis::X) == (Interval{0.0, 4.0}));
    upper.paint();
    upper.zoom(0.5);
    QVERIFY(last.range(PlotAxis::X) == upper.range(PlotAxis::X));
    QCOMPARE(last.range(PlotAxis::X).size(), 2.0);
    QVERIFY(last.range(PlotAxis::Y) == (Interval{0.0, 100.0}));
    QTest::keyClick(&last, Qt::Key_0);
    QVERIFY(upper.range(PlotAxis::X) == (Interval{0.0, 4.0}));
    QVERIFY(!upper.isZoomed());
}

void PlotTest::linkedPlotsShareTheCrossHair() {
    ShownPlot upper;
    ShownPlot lower;
    upper.linkX(&lower);
    upper.useCrossHair(CrossHairMode::Drag);
    QSignalSpy moved(&lower, &Plot::crossHairMoved);
    upper.setCrossHair(3.0);
    QCOMPARE(lower.crossHair(), std::optional(3.0));
    QCOMPARE(moved.size(), 0);
    upper.moveCrossHair(4.0);
    QCOMPARE(lower.crossHair(), std::optional(4.0));
    QCOMPARE(moved.size(), 1);
    upper.hideCrossHair();
    QVERIFY(!lower.crossHair());
}

void PlotTest::linkedPlotsLineUp() {
    ShownPlot upper;
    ShownPlot lower;
    lower.setRange(PlotAxis::Y, {-0.00012, 0.00031});
    upper.paint();
    lower.paint();
    QVERIFY(upper.plotArea().left() != lower.plotArea().left());
    upper.linkX(&lower);
    QTRY_COMPARE(upper.plotArea().left(), lower.plotArea().left());
    QCOMPARE(upper.plotArea().right(), lower.plotArea().right());
}

void PlotTest::arrowsMoveTheCrossHair() {
    ShownPlot plot;
    plot.useCrossHair(CrossHairMode::Drag);
    plot.setCrossHair(5.03);
    plot.paint();
    QSignalSpy moved(&plot, &Plot::crossHairMoved);
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(*plot.crossHair(), 5.1);
    QTest::keyClick(&plot, Qt::Key_Left);
    QCOMPARE(*plot.crossHair(), 5.0);
    QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(*plot.crossHair(), 5.01);
    QCOMPARE(moved.size(), 3);
    QCOMPARE(moved.last().front().toDouble(), *plot.crossHair());
    plot.setCrossHair(10.0);
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(*plot.crossHair(), 10.0);
}

void PlotTest::homeAndEndMoveTheCrossHair() {
    ShownPlot plot;
    plot.useCrossHair(CrossHairMode::Drag);
    plot.setCrossHair(5.0);
    plot.paint();
    QTest::keyClick(&plot, Qt::Key_End);
    QCOMPARE(plot.crossHair(), std::optional(10.0));
    QTest::keyClick(&plot, Qt::Key_Home);
    QCOMPARE(plot.crossHair(), std::optional(0.0));
    plot.useCrossHair(CrossHairMode::Hover);
    plot.addSeries(0, SeriesRole::Main).setData(std::array{1.0, 9.0}, std::array{0.0, 0.0});
    QTest::keyClick(&plot, Qt::Key_End);
    QCOMPARE(plot.crossHair(), std::optional(9.0));
}

void PlotTest::arrowsStepFromSampleToSample() {
    ShownPlot plot;
    plot.useCrossHair(CrossHairMode::Hover);
    plot.addSeries(0, SeriesRole::Main).setData(std::array{0.0, 4.0, 9.0}, std::array{0., 0., 0.});
    plot.paint();
    QTest::keyClick(&plot, Qt::Key_Left);
    QCOMPARE(plot.crossHair(), std::optional(9.0));
    QTest::keyClick(&plot, Qt::Key_Left);
    QCOMPARE(plot.crossHair(), std::optional(4.0));
    QTest::keyClick(&plot, Qt::Key_Right);
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.crossHair(), std::optional(9.0));
    QTest::keyClick(&plot, Qt::Key_Escape);
    QVERIFY(!plot.crossHair());
}

void PlotTest::arrowsWithoutACrossHairAreLeftToThePage() {
    ShownPlot plot;
    plot.paint();
    QKeyEvent arrow(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
    QApplication::sendEvent(&plot, &arrow);
    QVERIFY(!arrow.isAccepted());
    QVERIFY(!plot.crossHair());
}

void PlotTest::summaryIsTheAccessibleDescription() {
    Plot plot;
    plot.setSummary(QStringLiteral("Epoch 1."));
    QCOMPARE(plot.accessibleDescription(), QStringLiteral("Epoch 1."));
    plot.setSummary(QStringLiteral("Epoch 2."));
    plot.setSummary(QStringLiteral("Epoch 3."));
    // A screen reader is not to be flooded.
    QCOMPARE(plot.accessibleDescription(), QStringLiteral("Epoch 1."));
    QTRY_COMPARE(plot.accessibleDescription(), QStringLiteral("Epoch 3."));
}

void PlotTest::lineIsPaintedInTheColourOfItsRun() {
    ShownPlot plot;
    plot.setRange(PlotAxis::X, {-1.0, 1.0});
    plot.addSeries(0, SeriesRole::Main).setData(std::array{-1.0, 1.0}, std::array{0.0, 0.0});
    const QImage image = plot.paint();
    const QColor run = runStyle(Theme::light(), 0).color;
    QVERIFY(run.red() > run.green() && run.green() > run.blue());
    const QPointF onLine = plot.toPixels({0.0, 0.0});
    const QPointF offLine = plot.toPixels({0.1, 0.3});
    const auto colourAt = [&](QPointF pixels) {
        return image.pixelColor(static_cast<int>(pixels.x()), static_cast<int>(pixels.y()));
    };
    QVERIFY2(isNear(colourAt(onLine), run), qPrintable(colourAt(onLine).name()));
    QVERIFY2(isNear(colourAt(offLine), Theme::light().color(Tone::Tile)),
             qPrintable(colourAt(offLine).name()));
}

void PlotTest::hiddenLineIsNotPainted() {
    ShownPlot plot;
    plot.setRange(PlotAxis::X, {-1.0, 1.0});
    const QImage without = plot.paint();
    Series& line = plot.addSeries(0, SeriesRole::Main);
    line.setData(std::array{-1.0, 1.0}, std::array{0.0, 0.0});
    QVERIFY(plot.paint() != without);
    line.setVisible(false);
    QVERIFY(plot.paint() == without);
}

void PlotTest::anotherPaletteRestyles() {
    ShownPlot plot;
    const QImage light = plot.paint();
    plot.setPalette(Theme::dark().palette());
    const QImage dark = plot.paint();
    const QPoint inside = plot.toPixels({5.2, 0.3}).toPoint();
    QCOMPARE(light.pixelColor(inside), Theme::light().color(Tone::Tile));
    QCOMPARE(dark.pixelColor(inside), Theme::dark().color(Tone::Tile));
}

void PlotTest::pictureIsSharpAgainOnAnotherScreen() {
    ShownPlot plot;
    plot.paint();
    // As if the plot came from a screen with finer pixels; what follows such a move is a repaint.
    plot.canvas().setBufferDevicePixelRatio(3.0 * plot.devicePixelRatioF());
    plot.canvas().update();
    QTRY_COMPARE(plot.canvas().bufferDevicePixelRatio(), plot.devicePixelRatioF());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::PlotTest)
#include "plot_test.moc"
