// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plot/shown_plot.h"
#include "ui/plot/plot_canvas.h"
#include "ui/theme/run_style.h"

#include <QLineF>

#include <array>

namespace reluscope::ui {

namespace {

constexpr qreal circleSide = 15;

/// A plot with a flat line and letters on it.
struct MarkedPlot : ShownPlot {
    explicit MarkedPlot(const std::vector<LetterMark>& marks) {
        Series& line = addSeries(0, SeriesRole::Main);
        line.setData(std::array{0.0, 10.0}, std::array{0.0, 0.0});
        setLetterMarks(marks);
        paint();
    }

    std::vector<std::optional<QPointF>> circles() {
        return placeLetters(canvas().frame(), letterMarks(), series());
    }
};

} // namespace

class LetterMarksTest : public QObject {
    Q_OBJECT

  private slots:
    void circleStandsNearItsPlace();
    void circlesAreApart_data();
    void circlesAreApart();
    void lettersOutOfSightAreNotDrawn();
    void circlesKeepOffTheLines();
};

void LetterMarksTest::circleStandsNearItsPlace() {
    MarkedPlot plot({{5.0, 0.0, 1, QStringLiteral("S")}});
    const QPointF place = plot.toPixels({5.0, 0.0});
    const auto circle = plot.circles().front();
    QVERIFY(circle.has_value());
    QVERIFY(QLineF(place, *circle).length() < 30);
    const QImage image = plot.paint();
    QCOMPARE(image.pixelColor(place.toPoint()), runStyle(Theme::light(), 1).color);
    // Its ground, beside the letter, hides what lies below.
    QCOMPARE(image.pixelColor((*circle + QPointF(-5, 0)).toPoint()),
             Theme::light().color(Tone::Tile));
}

void LetterMarksTest::circlesAreApart_data() {
    QTest::addColumn<int>("runs");
    QTest::addColumn<double>("distance");
    QTest::newRow("three of one run") << 1 << 0.1;
    QTest::newRow("of runs that lie on each other") << 4 << 0.0;
    QTest::newRow("of eight runs") << 8 << 0.6;
}

void LetterMarksTest::circlesAreApart() {
    QFETCH(int, runs);
    QFETCH(double, distance);
    std::vector<LetterMark> marks;
    for (int run = 0; run < runs; ++run) {
        for (const double x : {2.0, 5.0, 5.4}) {
            marks.push_back({x + distance * run, 0.02 * run, run, QStringLiteral("S")});
        }
    }
    MarkedPlot plot(marks);
    const auto circles = plot.circles();
    QCOMPARE(circles.size(), marks.size());
    const QRectF inside =
        QRectF(plot.rect()).adjusted(circleSide / 2, circleSide / 2, -circleSide / 2, 0);
    for (std::size_t i = 0; i < circles.size(); ++i) {
        QVERIFY2(circles[i] && inside.contains(*circles[i]), std::to_string(i).c_str());
        for (std::size_t other = 0; other < i; ++other) {
            QVERIFY(QLineF(*circles[i], *circles[other]).length() >= circleSide);
        }
    }
}

void LetterMarksTest::lettersOutOfSightAreNotDrawn() {
    MarkedPlot plot({{11.0, 0.0, 0, QStringLiteral("S")}, {5.0, 2.0, 0, QStringLiteral("M")}});
    QVERIFY(!plot.circles()[0]);
    QVERIFY(!plot.circles()[1]);
    const QImage before = plot.paint();
    plot.setLetterMarks({});
    QVERIFY(plot.paint() == before);
}

void LetterMarksTest::circlesKeepOffTheLines() {
    MarkedPlot plot({{5.0, 0.0, 0, QStringLiteral("S")}});
    QVERIFY(plot.circles().front()->y() < plot.toPixels({5.0, 0.0}).y());
    // A second line where the circle was.
    std::vector<double> x;
    std::vector<double> y;
    for (int i = 0; i <= 200; ++i) {
        x.push_back(0.05 * i);
        y.push_back(plot.toData(*plot.circles().front()).y());
    }
    plot.addSeries(1, SeriesRole::Main).setData(x, y);
    QVERIFY(plot.circles().front()->y() > plot.toPixels({5.0, 0.0}).y());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::LetterMarksTest)
#include "letter_marks_test.moc"
