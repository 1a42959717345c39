// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/cividis.h"
#include "ui/plot/heat_map.h"
#include "ui/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

namespace reluscope::ui {

class HeatMapTest : public QObject {
    Q_OBJECT

  private slots:
    void cellsShowTheirState();
    void countsAreWrittenIntoTheirCells();
    void arrowKeysReadCellsAndEnterOpensThem();
    void mousePointsAndOpens();
    void fewerCellsKeepTheCursorInside();
    void rampsRunFromDarkToLight();
};

namespace {

HeatMapContent smallContent() {
    using enum HeatCell::State;
    HeatMapContent content;
    content.rows = {QStringLiteral("one"), QStringLiteral("two")};
    content.columns = 3;
    content.cells = {{.state = Value, .share = 0},
                     {.state = Value, .share = 1},
                     {.state = Zero},
                     {.state = Missing},
                     {.state = Diverged},
                     {.state = Value, .share = 0.5, .isUnfinished = true}};
    content.ticks = {{0, QStringLiteral("0.1")}, {2, QStringLiteral("10")}};
    content.axis = QStringLiteral("rate");
    content.barTicks = {{0, QStringLiteral("0")}, {1, QStringLiteral("1")}};
    return content;
}

struct ShownMap {
    HeatMap map;

    ShownMap() {
        map.setPalette(Theme::light().palette());
        map.setContent(smallContent());
        map.resize(400, 160);
        map.show();
    }

    QColor middleOf(QPoint place) {
        return map.grab().toImage().pixelColor(map.cell(place).center());
    }
};

} // namespace

void HeatMapTest::cellsShowTheirState() {
    ShownMap shown;
    const Theme& theme = Theme::light();
    QCOMPARE(shown.middleOf({0, 0}), cividis(0));
    QCOMPARE(shown.middleOf({1, 0}), cividis(1));
    QCOMPARE(shown.middleOf({2, 0}), theme.color(Tone::Grid));
    QCOMPARE(shown.middleOf({0, 1}), theme.color(Tone::Axis)); // the dot
    QCOMPARE(shown.middleOf({2, 1}), cividis(0.5));

    const QImage image = shown.map.grab().toImage();
    const QRect diverged = shown.map.cell({1, 1});
    QCOMPARE(image.pixelColor(diverged.topLeft()), theme.color(Tone::Strong));
    const QRect unfinished = shown.map.cell({2, 1});
    QCOMPARE(image.pixelColor(unfinished.topLeft() - QPoint(1, 1)), theme.color(Tone::Text1));
}

void HeatMapTest::countsAreWrittenIntoTheirCells() {
    ShownMap shown;
    HeatMapContent content = smallContent();
    content.ramp = HeatRamp::Count;
    shown.map.setContent(content);
    const QImage without = shown.map.grab(shown.map.cell({1, 0})).toImage();
    content.cells[1].figure = QStringLiteral("3");
    shown.map.setContent(content);
    QVERIFY(shown.map.grab(shown.map.cell({1, 0})).toImage() != without);
}

void HeatMapTest::arrowKeysReadCellsAndEnterOpensThem() {
    ShownMap shown;
    shown.map.setSummary(QStringLiteral("all of it"));
    shown.map.setCellWords(
        [](QPoint place) { return QStringLiteral("cell %1 %2").arg(place.x()).arg(place.y()); });
    QSignalSpy activated(&shown.map, &HeatMap::activated);
    shown.map.setFocus();
    QTRY_VERIFY(shown.map.hasFocus());
    QTest::keyClick(&shown.map, Qt::Key_Right);
    QTest::keyClick(&shown.map, Qt::Key_Down);
    QCOMPARE(shown.map.pointedAt(), std::optional(QPoint(1, 1)));
    QTRY_COMPARE(shown.map.accessibleDescription(), QStringLiteral("cell 1 1"));
    QTest::keyClick(&shown.map, Qt::Key_Down); // there is no further row
    QTest::keyClick(&shown.map, Qt::Key_End);
    QTest::keyClick(&shown.map, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().toPoint(), QPoint(2, 1));
    shown.map.clearFocus();
    QTRY_COMPARE(shown.map.accessibleDescription(), QStringLiteral("all of it"));
    QVERIFY(!shown.map.pointedAt());
}

void HeatMapTest::mousePointsAndOpens() {
    ShownMap shown;
    QSignalSpy activated(&shown.map, &HeatMap::activated);
    QTest::mouseMove(&shown.map, shown.map.cell({1, 0}).center());
    QTRY_COMPARE(shown.map.pointedAt(), std::optional(QPoint(1, 0)));
    QTest::mouseClick(&shown.map, Qt::LeftButton, {}, shown.map.cell({2, 1}).center());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.front().front().toPoint(), QPoint(2, 1));
    QTest::mouseClick(&shown.map, Qt::LeftButton, {}, QPoint(2, 2)); // the name of a row
    QCOMPARE(activated.size(), 1);
}

void HeatMapTest::fewerCellsKeepTheCursorInside() {
    ShownMap shown;
    shown.map.setPointedAt(QPoint(2, 1));
    HeatMapContent content = smallContent();
    content.rows.removeLast();
    content.cells.resize(3);
    shown.map.setContent(content);
    QVERIFY(!shown.map.pointedAt());
    shown.map.setContent({}); // nothing at all is no reason to fall over
    QVERIFY(!shown.map.grab().isNull());
}

void HeatMapTest::rampsRunFromDarkToLight() {
    qreal before = -1;
    for (int step = 0; step <= 20; ++step) {
        const QColor color = cividis(step / 20.0);
        const qreal luminance =
            0.2126 * color.redF() + 0.7152 * color.greenF() + 0.0722 * color.blueF();
        QVERIFY(luminance > before);
        before = luminance;
    }
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::HeatMapTest)
#include "heat_map_test.moc"
