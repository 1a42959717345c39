// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plot/shown_plot.h"
#include "ui/plot/plot_canvas.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace reluscope::ui {

namespace {

/// A plot with as many named lines as are asked for, which end near each other.
struct LabelledPlot : ShownPlot {
    explicit LabelledPlot(int lines) {
        for (int i = 0; i < lines; ++i) {
            Series& line = addSeries(i, SeriesRole::Curve);
            line.setData(std::array{0.0, 10.0}, std::array{0.0, 0.01 * i});
            EndLabel label;
            label.text = QStringLiteral("Function %1").arg(i + 1);
            line.setEndLabel(label);
        }
    }

    const EndLabelsPlace& labels() { return canvas().endLabels(); }

    bool isChipAt(const QImage& image, QPointF pixels) {
        return image.pixelColor(pixels.toPoint()) == Theme::light().color(Tone::Accent);
    }

    void useChip() {
        CrossHairOptions options;
        options.mode = CrossHairMode::Drag;
        options.caption = QStringLiteral("x = %1");
        setCrossHairOptions(options);
    }
};

} // namespace

class EndLabelsTest : public QObject {
    Q_OBJECT

  private slots:
    void labelsAreWholeAndApart_data();
    void labelsAreWholeAndApart();
    void namesWithoutRoomAreInOne();
    void toolTipNamesThoseWithoutRoom();
    void labelsKeepOffTheTicks();
    void chipOfTheCrossHairKeepsOffTheLabels();
    void divergedWordsKeepOffTheLabels();
    void wayHomeIsSaidWhereNoLineIsInSight();
};

void EndLabelsTest::labelsAreWholeAndApart_data() {
    QTest::addColumn<int>("lines");
    QTest::addColumn<QSize>("size");
    QTest::newRow("a few") << 4 << QSize(420, 260);
    QTest::newRow("all functions") << 19 << QSize(660, 300);
    QTest::newRow("in a small window") << 19 << QSize(390, 120);
    QTest::newRow("in hardly any room") << 19 << QSize(120, 72);
}

void EndLabelsTest::labelsAreWholeAndApart() {
    QFETCH(int, lines);
    QFETCH(QSize, size);
    LabelledPlot plot(lines);
    plot.resize(size);
    plot.useChip();
    plot.paint();
    const EndLabelsPlace& labels = plot.labels();
    const auto shown = static_cast<qsizetype>(labels.rects.size());
    const qsizetype rest = labels.restNames.size();
    QCOMPARE(shown - (rest > 0 ? 1 : 0) + rest, lines);
    for (std::size_t i = 0; i < labels.rects.size(); ++i) {
        const QRectF rect = labels.rects[i];
        // Half a pixel is lost in rounding.
        QVERIFY(QRectF(plot.rect()).adjusted(-0.5, -0.5, 0.5, 0.5).contains(rect));
        for (std::size_t j = 0; j < i; ++j) {
            QVERIFY(!rect.adjusted(0.0, 0.1, 0.0, -0.1).intersects(labels.rects[j]));
        }
    }
}

void EndLabelsTest::namesWithoutRoomAreInOne() {
    LabelledPlot plot(19);
    plot.resize(390, 120);
    plot.paint();
    const QStringList few = plot.labels().restNames;
    QVERIFY(few.size() > 5 && few.size() < 18);
    QCOMPARE(few.back(), QStringLiteral("Function 19"));
    QVERIFY(plot.labels().rest == plot.labels().rects.back());
    plot.resize(390, 600);
    plot.paint();
    QVERIFY(plot.labels().restNames.isEmpty());
    QVERIFY(plot.labels().rest.isNull());
    QCOMPARE(plot.labels().rects.size(), std::size_t{19});
}

void EndLabelsTest::toolTipNamesThoseWithoutRoom() {
    LabelledPlot plot(19);
    plot.resize(390, 120);
    plot.paint();
    const auto askAt = [&](QPoint position) {
        QHelpEvent event(QEvent::ToolTip, position, plot.mapToGlobal(position));
        QApplication::sendEvent(&plot, &event);
        return QToolTip::isVisible() ? QToolTip::text() : QString();
    };
    QCOMPARE(askAt(plot.labels().rest.center().toPoint()),
             plot.labels().restNames.join(QLatin1Char('\n')));
    QToolTip::hideText();
    QTRY_VERIFY(!QToolTip::isVisible());
    QCOMPARE(askAt(plot.labels().rects.front().center().toPoint()), QString());
}

void EndLabelsTest::labelsKeepOffTheTicks() {
    LabelledPlot plot(19);
    AxisOptions x;
    x.lastTick = QStringLiteral("a long unit %1");
    plot.setAxis(PlotAxis::X, x);
    plot.paint();
    const PlotFrame frame = plot.canvas().frame();
    QVERIFY(frame.tickLabelsRight > plot.labels().rects.front().left());
    for (const QRectF& rect : plot.labels().rects) {
        QVERIFY(rect.bottom() <= frame.tickLabelsTop + 0.1);
    }
    plot.setAxis(PlotAxis::X, {});
    plot.paint();
    // Short tick labels leave the whole height.
    QVERIFY(plot.canvas().frame().tickLabelsRight < plot.labels().rects.front().left());
    QVERIFY(plot.labels().rects.back().bottom() > plot.canvas().frame().tickLabelsTop);
}

void EndLabelsTest::chipOfTheCrossHairKeepsOffTheLabels() {
    LabelledPlot plot(19);
    plot.useChip();
    for (const double x : {0.0, 5.0, 10.0}) {
        plot.setCrossHair(x);
        const QImage image = plot.paint();
        const QRectF area = plot.plotArea();
        const qreal inside = area.top() - 4.0; // the lower edge of the chip
        const qreal middle = plot.toPixels({x, 0.0}).x();
        QVERIFY(plot.isChipAt(image,
                              {std::clamp(middle, area.left() + 8.0, area.right() - 8.0), inside}));
        QVERIFY(!plot.isChipAt(image, {area.left() - 3.0, inside}));
        for (qreal right = area.right() + 2.0; right < plot.width(); right += 1.0) {
            QVERIFY(!plot.isChipAt(image, {right, inside}));
        }
    }
}

void EndLabelsTest::divergedWordsKeepOffTheLabels() {
    LabelledPlot plot(19);
    Series& diverged = plot.addSeries(3, SeriesRole::Main);
    diverged.setData(std::array{0.0, 10.0}, std::array{0.5, 0.5});
    diverged.setDiverged(QStringLiteral("ReLU diverged at step 142: layer 2 first"));
    plot.paint();
    const std::vector<QRectF>& rects = plot.labels().rects;
    const bool isSaid = rects.back().left() < rects.front().left();
    for (std::size_t i = 0; isSaid && i + 1 < rects.size(); ++i) {
        QVERIFY(!rects.back().adjusted(0.0, 0.1, 0.0, -0.1).intersects(rects[i]));
    }
    QVERIFY(isSaid);
}

void EndLabelsTest::wayHomeIsSaidWhereNoLineIsInSight() {
    ShownPlot plot;
    Series& line = plot.addSeries(0, SeriesRole::Main);
    line.setData(std::array{0.0, 10.0}, std::array{-0.5, -0.5});
    ShownPlot empty;
    for (ShownPlot* one : {&plot, &empty}) {
        one->paint();
        one->pan({0.0, 0.75 * one->plotArea().height()});
    }
    QVERIFY(plot.isZoomed() && empty.isZoomed());
    QVERIFY(plot.paint() != empty.paint());
    // Back in sight at the lower edge, the line is all that is drawn.
    line.setData(std::array{0.0, 10.0}, std::array{2.4, 2.4});
    const QImage seen = plot.paint();
    line.setVisible(false);
    QVERIFY(seen != plot.paint());
    // Without any line there is nothing to come back to.
    QVERIFY(plot.paint() == empty.paint());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::EndLabelsTest)
#include "end_labels_test.moc"
