// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plot/shown_plot.h"

#include <QSignalSpy>

#include <array>
#include <cmath>

namespace reluscope::ui {

class PlotNavigationTest : public QObject {
    Q_OBJECT

  private slots:
    void wheelZoomsAboutThePointer();
    void wheelIsLeftToThePageWhereThePlotIsNotInteractive();
    void keysZoomAndComeHome();
    void doubleClickComesHome();
    void shiftDragZoomsToARectangle();
    void keysZoomToARectangle();
    void escapeTakesTheRectangleAway();
    void arrowsMoveTheCrossHair();
    void homeAndEndMoveTheCrossHair();
    void arrowsStepFromSampleToSample();
    void arrowsWithoutACrossHairAreLeftToThePage();
    void doubleClickLeavesTheCrossHairAlone();
    void dragDrawsTheRectangleAfterZ();
    void clickLeavesTheRectangleToTheKeys();
    void escapeStopsADraggedRectangle();
};

void PlotNavigationTest::wheelZoomsAboutThePointer() {
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

void PlotNavigationTest::wheelIsLeftToThePageWhereThePlotIsNotInteractive() {
    ShownPlot plot;
    plot.setInteractive(false);
    plot.paint();
    plot.turnWheel(plot.toPixels({2.0, 0.5}), 1);
    QVERIFY(plot.range(PlotAxis::X) == (Interval{0.0, 10.0}));
}

void PlotNavigationTest::keysZoomAndComeHome() {
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

void PlotNavigationTest::doubleClickComesHome() {
    ShownPlot plot;
    plot.paint();
    plot.zoom(0.5);
    QVERIFY(plot.isZoomed());
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, plot.plotArea().center().toPoint());
    QVERIFY(!plot.isZoomed());
    QVERIFY(plot.range(PlotAxis::X) == (Interval{0.0, 10.0}));
}

void PlotNavigationTest::shiftDragZoomsToARectangle() {
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

void PlotNavigationTest::keysZoomToARectangle() {
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

void PlotNavigationTest::escapeTakesTheRectangleAway() {
    ShownPlot plot;
    const QImage before = plot.paint();
    QTest::keyClick(&plot, Qt::Key_Z);
    QTest::keyClick(&plot, Qt::Key_Escape);
    QVERIFY(plot.paint() == before);
    QTest::keyClick(&plot, Qt::Key_Return);
    QVERIFY(!plot.isZoomed());
}

void PlotNavigationTest::arrowsMoveTheCrossHair() {
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

void PlotNavigationTest::homeAndEndMoveTheCrossHair() {
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

void PlotNavigationTest::arrowsStepFromSampleToSample() {
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

void PlotNavigationTest::arrowsWithoutACrossHairAreLeftToThePage() {
    ShownPlot plot;
    plot.paint();
    QKeyEvent arrow(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
    QApplication::sendEvent(&plot, &arrow);
    QVERIFY(!arrow.isAccepted());
    QVERIFY(!plot.crossHair());
}

void PlotNavigationTest::doubleClickLeavesTheCrossHairAlone() {
    ShownPlot plot;
    plot.useCrossHair(CrossHairMode::Drag);
    plot.setCrossHair(2.0);
    plot.paint();
    plot.zoom(0.5);
    const QPoint elsewhere = plot.toPixels({4.0, 0.2}).toPoint();
    QTest::mouseClick(&plot, Qt::LeftButton, {}, elsewhere);
    QVERIFY(std::abs(*plot.crossHair() - 4.0) < 0.1);
    plot.setCrossHair(2.0);
    QTest::mouseDClick(plot.windowHandle(), Qt::LeftButton, {}, elsewhere);
    QVERIFY(!plot.isZoomed());
    QCOMPARE(*plot.crossHair(), 2.0);
}

void PlotNavigationTest::dragDrawsTheRectangleAfterZ() {
    ShownPlot plot;
    plot.useCrossHair(CrossHairMode::Drag);
    plot.setCrossHair(2.0);
    plot.paint();
    QTest::keyClick(&plot, Qt::Key_Z);
    // From the cross-hair, which would move with a drag otherwise.
    const QPoint from = plot.toPixels({2.0, 0.5}).toPoint();
    const QPoint to = plot.toPixels({6.0, -0.5}).toPoint();
    const Interval x{plot.toData(from).x(), plot.toData(to).x()};
    const QImage before = plot.paint();
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(&plot, (from + to) / 2);
    QVERIFY(plot.paint() != before);
    QVERIFY(!plot.isZoomed());
    QTest::mouseMove(&plot, to);
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, to);
    QVERIFY(std::abs(plot.range(PlotAxis::X).lower - x.lower) < 1e-9);
    QVERIFY(std::abs(plot.range(PlotAxis::X).upper - x.upper) < 1e-9);
    QCOMPARE(*plot.crossHair(), 2.0);

    // The next drag pans again.
    const Interval zoomed = plot.range(PlotAxis::X);
    const QPoint middle = plot.plotArea().center().toPoint();
    QTest::mousePress(&plot, Qt::LeftButton, {}, middle);
    QTest::mouseMove(&plot, middle + QPoint(20, 0));
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, middle + QPoint(20, 0));
    QVERIFY(plot.range(PlotAxis::X).lower < zoomed.lower);
    QVERIFY(std::abs(plot.range(PlotAxis::X).size() - zoomed.size()) < 1e-9);
}

void PlotNavigationTest::clickLeavesTheRectangleToTheKeys() {
    ShownPlot plot;
    plot.useCrossHair(CrossHairMode::Drag);
    plot.setCrossHair(5.0);
    plot.paint();
    QTest::keyClick(&plot, Qt::Key_Z);
    const QImage before = plot.paint();
    QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.toPixels({1.0, 0.5}).toPoint());
    QCOMPARE(*plot.crossHair(), 5.0);
    QVERIFY(plot.paint() == before);
    QTest::keyClick(&plot, Qt::Key_Return);
    QVERIFY(std::abs(plot.range(PlotAxis::X).size() - 5.0) < 1e-6);
}

void PlotNavigationTest::escapeStopsADraggedRectangle() {
    ShownPlot plot;
    const QImage before = plot.paint();
    const QPoint from = plot.toPixels({2.0, 0.5}).toPoint();
    const QPoint to = plot.toPixels({6.0, -0.5}).toPoint();
    for (const bool isAfterZ : {false, true}) {
        if (isAfterZ) {
            QTest::keyClick(&plot, Qt::Key_Z);
        }
        const auto modifiers = isAfterZ ? Qt::NoModifier : Qt::ShiftModifier;
        QTest::mousePress(&plot, Qt::LeftButton, modifiers, from);
        QTest::mouseMove(&plot, to);
        QTest::keyClick(&plot, Qt::Key_Escape);
        QVERIFY(plot.paint() == before);
        QTest::mouseRelease(&plot, Qt::LeftButton, modifiers, to);
        QVERIFY(!plot.isZoomed());
        QTest::keyClick(&plot, Qt::Key_Return);
        QVERIFY(!plot.isZoomed());
    }
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::PlotNavigationTest)
#include "plot_navigation_test.moc"
