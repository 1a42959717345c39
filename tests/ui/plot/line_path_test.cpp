// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/line_path.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <random>

namespace reluscope::ui {

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// An area of 300 by 100 pixels without margins.
PlotFrame frameOf(Interval x, Interval y, Scale yScale = Scale::Linear) {
    PlotFrame frame;
    frame.area = QRectF(0, 0, 300, 100);
    frame.x = AxisMap(x, Scale::Linear, 0.0, 300.0);
    frame.y = AxisMap(y, yScale, 100.0, 0.0);
    return frame;
}

std::vector<double> numbersFromZero(std::size_t count) {
    std::vector<double> numbers(count);
    for (std::size_t i = 0; i < count; ++i) {
        numbers[i] = static_cast<double>(i);
    }
    return numbers;
}

std::vector<double> noise(std::size_t count) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> uniform(-1.0, 1.0);
    std::vector<double> values(count);
    for (double& value : values) {
        value = uniform(random);
    }
    return values;
}

/// The lowest and the highest sample of each pixel column, the earlier one first.
std::vector<QPointF> extremesOfColumns(const PlotFrame& frame, std::span<const double> x,
                                       std::span<const double> y) {
    struct Extremes {
        std::size_t lowest;
        std::size_t highest;
    };
    std::map<int, Extremes> columns;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const int column = static_cast<int>(std::floor(frame.x.toPixel(x[i])));
        Extremes& extremes = columns.try_emplace(column, Extremes{i, i}).first->second;
        extremes.lowest = y[i] < y[extremes.lowest] ? i : extremes.lowest;
        extremes.highest = y[i] > y[extremes.highest] ? i : extremes.highest;
    }
    std::vector<QPointF> points;
    for (const auto& [column, extremes] : columns) {
        const auto [earlier, later] = std::minmax({extremes.lowest, extremes.highest});
        for (const std::size_t i : {earlier, later}) {
            const QPointF point(frame.x.toPixel(x[i]), frame.y.toPixel(y[i]));
            if (points.empty() || points.back() != point) {
                points.push_back(point);
            }
        }
    }
    return points;
}

QImage painted(const LinePath& path) {
    QImage image(300, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    path.stroke(painter, QPen(Qt::black, 2.0));
    return image;
}

bool hasInk(const QImage& image, int column) {
    for (int row = 0; row < image.height(); ++row) {
        if (image.pixel(column, row) != qRgb(255, 255, 255)) {
            return true;
        }
    }
    return false;
}

std::vector<QPointF> pointsOf(const LinePath& path) {
    return {path.points().begin(), path.points().end()};
}

} // namespace

class LinePathTest : public QObject {
    Q_OBJECT

  private slots:
    void simplifiedLineKeepsEndsAndCorners();
    void simplifiedCurveStaysWithinATenthOfAPixel();
    void dashesAreThoseOfAnUncutLine();
    void simplifyLeavesNoiseAndStepsAlone();
    void denseNoiseKeepsTheExtremesOfEachColumnInOrder();
    void denseNoiseKeepsTheExtremesOnALogAxisToo();
    void denseNoisePaintsEveryColumnFromTopToBottom();
    void sparseLineKeepsItsSamples();
    void samplesOutOfSightAreLeftOut();
    void gapCutsTheLine();
    void gapCutsADenseLine();
    void logAxisHasAGapWhereNothingIsPositive();
    void stepsHoldTheirValue();
    void stepsDoNotReachOverAGap();
    void sameBuffersServeAnotherLine();
    void lineEndsAtItsLastSample();
    void lineEndsWhereItLeavesTheArea();
    void lineOutOfSightHasNoEnd();
    void lineIsInSightAlsoBetweenItsSamples();
};

void LinePathTest::denseNoiseKeepsTheExtremesOfEachColumnInOrder() {
    const std::vector<double> x = numbersFromZero(6000);
    const std::vector<double> y = noise(6000);
    const PlotFrame frame = frameOf({0.0, 5999.0}, {-1.0, 1.0});
    LinePath path;
    path.build(frame, x, y, SeriesShape::Lines);
    const std::vector<QPointF> expected = extremesOfColumns(frame, x, y);
    QVERIFY(expected.size() >= 600);
    QCOMPARE(path.vertexCount(), expected.size());
    QVERIFY(pointsOf(path) == expected);
}

void LinePathTest::denseNoiseKeepsTheExtremesOnALogAxisToo() {
    const std::vector<double> x = numbersFromZero(6000);
    std::vector<double> y = noise(6000);
    for (double& value : y) {
        value = std::pow(10.0, value);
    }
    const PlotFrame frame = frameOf({0.0, 5999.0}, {0.1, 10.0}, Scale::Log);
    LinePath path;
    path.build(frame, x, y, SeriesShape::Lines);
    QVERIFY(pointsOf(path) == extremesOfColumns(frame, x, y));
}

void LinePathTest::denseNoisePaintsEveryColumnFromTopToBottom() {
    const std::vector<double> x = numbersFromZero(6000);
    std::vector<double> y = noise(6000);
    for (std::size_t i = 0; i < y.size(); ++i) {
        y[i] = (i % 2 == 0 ? 0.9 : -0.9) + 0.05 * y[i];
    }
    LinePath path;
    path.build(frameOf({0.0, 5999.0}, {-1.0, 1.0}), x, y, SeriesShape::Lines);
    const QImage image = painted(path);
    for (int column = 0; column < 300; ++column) {
        QVERIFY2(image.pixel(column, 50) == qRgb(0, 0, 0), qPrintable(QString::number(column)));
        QVERIFY2(image.pixel(column, 10) == qRgb(0, 0, 0), qPrintable(QString::number(column)));
        QVERIFY2(image.pixel(column, 90) == qRgb(0, 0, 0), qPrintable(QString::number(column)));
    }
}

void LinePathTest::sparseLineKeepsItsSamples() {
    const std::vector<double> x{0.0, 1.0, 2.0, 3.0};
    const std::vector<double> y{0.0, 1.0, -1.0, 0.5};
    LinePath path;
    path.build(frameOf({0.0, 3.0}, {-1.0, 1.0}), x, y, SeriesShape::Lines);
    const std::vector<QPointF> expected{{0.0, 50.0}, {100.0, 0.0}, {200.0, 100.0}, {300.0, 25.0}};
    QVERIFY(pointsOf(path) == expected);
}

void LinePathTest::samplesOutOfSightAreLeftOut() {
    const std::vector<double> x = numbersFromZero(100);
    const std::vector<double> y(100, 0.0);
    LinePath path;
    path.build(frameOf({40.5, 43.5}, {-1.0, 1.0}), x, y, SeriesShape::Lines);
    // 41, 42 and 43, and one more on either side for the way out.
    QCOMPARE(path.vertexCount(), std::size_t{5});
    QVERIFY(path.points().front().x() < 0.0);
    QVERIFY(path.points().back().x() > 300.0);
}

void LinePathTest::gapCutsTheLine() {
    const std::vector<double> x = numbersFromZero(7);
    const std::vector<double> y{0.0, 0.0, 0.0, gap, 0.0, 0.0, 0.0};
    LinePath path;
    path.build(frameOf({0.0, 6.0}, {-1.0, 1.0}), x, y, SeriesShape::Lines);
    QCOMPARE(path.vertexCount(), std::size_t{6});
    const QImage image = painted(path);
    QVERIFY(hasInk(image, 50));
    QVERIFY(!hasInk(image, 150));
    QVERIFY(hasInk(image, 250));
}

void LinePathTest::gapCutsADenseLine() {
    const std::vector<double> x = numbersFromZero(6000);
    std::vector<double> y = noise(6000);
    std::fill(y.begin() + 2000, y.begin() + 4000, gap);
    LinePath path;
    path.build(frameOf({0.0, 5999.0}, {-1.0, 1.0}), x, y, SeriesShape::Lines);
    const QImage image = painted(path);
    QVERIFY(hasInk(image, 98));
    QVERIFY(!hasInk(image, 150));
    QVERIFY(hasInk(image, 202));
}

void LinePathTest::logAxisHasAGapWhereNothingIsPositive() {
    const std::vector<double> x = numbersFromZero(5);
    const std::vector<double> y{1.0, 1.0, 0.0, -1.0, 10.0};
    LinePath path;
    path.build(frameOf({0.0, 4.0}, {0.1, 10.0}, Scale::Log), x, y, SeriesShape::Lines);
    const std::vector<QPointF> expected{{0.0, 50.0}, {75.0, 50.0}, {300.0, 0.0}};
    QVERIFY(pointsOf(path) == expected);
}

void LinePathTest::stepsHoldTheirValue() {
    const std::vector<double> x{0.0, 1.0, 3.0};
    const std::vector<double> y{0.0, 1.0, -1.0};
    LinePath path;
    path.build(frameOf({0.0, 3.0}, {-1.0, 1.0}), x, y, SeriesShape::Steps);
    const std::vector<QPointF> expected{
        {0.0, 50.0}, {100.0, 50.0}, {100.0, 0.0}, {300.0, 0.0}, {300.0, 100.0}};
    QVERIFY(pointsOf(path) == expected);
}

void LinePathTest::stepsDoNotReachOverAGap() {
    const std::vector<double> x{0.0, 1.0, 2.0, 3.0};
    const std::vector<double> y{0.0, gap, 1.0, 0.0};
    LinePath path;
    path.build(frameOf({0.0, 3.0}, {-1.0, 1.0}), x, y, SeriesShape::Steps);
    const std::vector<QPointF> expected{{0.0, 50.0}, {200.0, 0.0}, {300.0, 0.0}, {300.0, 50.0}};
    QVERIFY(pointsOf(path) == expected);
}

void LinePathTest::sameBuffersServeAnotherLine() {
    const PlotFrame frame = frameOf({0.0, 5999.0}, {-1.0, 1.0});
    LinePath path;
    path.build(frame, numbersFromZero(6000), noise(6000), SeriesShape::Steps);
    const std::vector<double> x{0.0, 5999.0};
    const std::vector<double> y{0.0, 0.0};
    path.build(frame, x, y, SeriesShape::Lines);
    const std::vector<QPointF> expected{{0.0, 50.0}, {300.0, 50.0}};
    QVERIFY(pointsOf(path) == expected);
}

void LinePathTest::lineEndsAtItsLastSample() {
    const std::vector<double> x{0.0, 1.0, 2.0};
    const std::vector<double> y{0.0, 1.0, gap};
    const auto end = lineEnd(frameOf({0.0, 3.0}, {-1.0, 1.0}), x, y, SeriesShape::Lines);
    QVERIFY(end == QPointF(100.0, 0.0));
}

void LinePathTest::lineEndsWhereItLeavesTheArea() {
    const std::vector<double> x{0.0, 1.0, 2.0};
    const std::vector<double> y{0.0, 0.0, 2.0};
    const PlotFrame frame = frameOf({0.0, 3.0}, {-1.0, 1.0});
    QVERIFY(lineEnd(frame, x, y, SeriesShape::Lines) == QPointF(150.0, 0.0));
    QVERIFY(lineEnd(frame, x, y, SeriesShape::Steps) == QPointF(200.0, 50.0));
}

void LinePathTest::lineOutOfSightHasNoEnd() {
    const std::vector<double> x{0.0, 1.0};
    const std::vector<double> y{5.0, 6.0};
    const PlotFrame frame = frameOf({0.0, 3.0}, {-1.0, 1.0});
    QVERIFY(!lineEnd(frame, x, y, SeriesShape::Lines));
    QVERIFY(!lineEnd(frame, {}, {}, SeriesShape::Lines));
}

void LinePathTest::simplifiedLineKeepsEndsAndCorners() {
    const PlotFrame frame = frameOf({0.0, 300.0}, {0.0, 100.0});
    const std::vector<double> x = numbersFromZero(201);
    std::vector<double> y(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        y[i] = std::max(0.0, x[i] - 100.0);
    }
    y[150] = gap;
    LinePath path;
    path.build(frame, x, y, SeriesShape::Lines);
    path.simplify();
    const std::vector<QPointF> expected{{0, 100}, {100, 100}, {149, 51}, {151, 49}, {200, 0}};
    QCOMPARE(std::vector(path.points().begin(), path.points().end()), expected);
}

void LinePathTest::simplifiedCurveStaysWithinATenthOfAPixel() {
    const PlotFrame frame = frameOf({0.0, 300.0}, {-1.0, 1.0});
    const std::vector<double> x = numbersFromZero(300);
    std::vector<double> y(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        y[i] = std::tanh((x[i] - 150.0) / 40.0);
    }
    LinePath path;
    path.build(frame, x, y, SeriesShape::Lines);
    path.simplify();
    QVERIFY2(path.vertexCount() < 60, qPrintable(QString::number(path.vertexCount())));
    std::size_t i = 0;
    for (std::size_t end = 1; end < path.vertexCount(); ++end) {
        const QPointF from = path.points()[end - 1];
        const QPointF to = path.points()[end];
        for (; i < x.size() && frame.x.toPixel(x[i]) <= to.x(); ++i) {
            const qreal share = (frame.x.toPixel(x[i]) - from.x()) / (to.x() - from.x());
            const qreal onLine = from.y() + share * (to.y() - from.y());
            QVERIFY(std::abs(onLine - frame.y.toPixel(y[i])) <= 0.1 + 1e-9);
        }
    }
    QCOMPARE(i, x.size());
}

void LinePathTest::simplifyLeavesNoiseAndStepsAlone() {
    const PlotFrame frame = frameOf({0.0, 200.0}, {-1.0, 1.0});
    const std::vector<double> x = numbersFromZero(200);
    for (const SeriesShape shape : {SeriesShape::Lines, SeriesShape::Steps}) {
        LinePath path;
        path.build(frame, x, noise(x.size()), shape);
        const std::vector<QPointF> before(path.points().begin(), path.points().end());
        path.simplify();
        QCOMPARE(std::vector(path.points().begin(), path.points().end()), before);
    }
}

void LinePathTest::dashesAreThoseOfAnUncutLine() {
    const PlotFrame frame = frameOf({0.0, 300.0}, {0.0, 100.0});
    const std::vector<double> x = numbersFromZero(301);
    std::vector<double> y(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        y[i] = 50.0 + 40.0 * std::sin(x[i] / 40.0);
    }
    QPen pen(Qt::black, 2.0);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({4.5, 2.0});
    const auto drawn = [&](auto paint) {
        QImage image(300, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(pen);
        paint(painter);
        return image;
    };
    LinePath path;
    path.build(frame, x, y, SeriesShape::Lines);
    const QImage cut = drawn([&](QPainter& painter) { path.stroke(painter, pen); });
    const QImage whole = drawn([&](QPainter& painter) {
        painter.drawPolyline(path.points().data(), static_cast<int>(path.points().size()));
    });
    for (int row = 0; row < cut.height(); ++row) {
        for (int column = 0; column < cut.width(); ++column) {
            QVERIFY(std::abs(qGray(cut.pixel(column, row)) - qGray(whole.pixel(column, row))) < 24);
        }
    }
}

void LinePathTest::lineIsInSightAlsoBetweenItsSamples() {
    const PlotFrame frame = frameOf({0.0, 3.0}, {0.0, 1.0});
    const auto isInSight = [&](std::initializer_list<double> x, std::initializer_list<double> y,
                               SeriesShape shape = SeriesShape::Lines) {
        return crossesArea(frame, std::vector(x), std::vector(y), shape);
    };
    QVERIFY(isInSight({1.0}, {0.5}));
    QVERIFY(!isInSight({1.0}, {1.5}));
    QVERIFY(isInSight({-10.0, 10.0}, {0.2, 0.8}));
    QVERIFY(isInSight({1.0, 1.1}, {-40.0, 40.0}));
    QVERIFY(!isInSight({-10.0, 10.0}, {2.0, 3.0}));
    QVERIFY(!isInSight({-3.0, 0.5}, {0.0, 1.5})); // past a corner
    QVERIFY(isInSight({-3.0, 0.5}, {0.0, 1.1}));
    QVERIFY(isInSight({-3.0, 0.5}, {0.0, 1.5}, SeriesShape::Steps));
    QVERIFY(!isInSight({-1.0, gap, 4.0}, {0.5, gap, 0.5}));
    QVERIFY(!isInSight({}, {}));
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::LinePathTest)
#include "line_path_test.moc"
