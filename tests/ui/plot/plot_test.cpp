// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plot/shown_plot.h"
#include "ui/plot/plot_canvas.h"
#include "ui/theme/run_style.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <cmath>
#include <limits>

namespace reluscope::ui {

namespace {

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
    void zoomedViewStaysWhenTheDataGrow();
    void linkedPlotsShareXAndNotY();
    void linkedPlotsShareTheCrossHair();
    void linkedPlotsLineUp();
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
