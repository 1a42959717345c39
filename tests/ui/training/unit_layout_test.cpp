// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_layout.h"

#include <QTest>

namespace reluscope::ui {

class UnitLayoutTest : public QObject {
    Q_OBJECT

  private slots:
    void cellsFillTheirRoom_data();
    void cellsFillTheirRoom();
    void cellsDoNotOverlap();
    void everyPointOfACellIsItsUnit();
    void cellsStayReadable();
    void arrowsReachEveryUnit();
    void arrowsGoUpAndDownAcrossLayers();
};

void UnitLayoutTest::cellsFillTheirRoom_data() {
    QTest::addColumn<std::vector<std::size_t>>("units");
    QTest::addColumn<QSize>("room");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("side");
    QTest::newRow("two layers") << std::vector<std::size_t>{16, 16} << QSize(216, 104) << 8 << 23;
    QTest::newRow("Fashion-MNIST") << std::vector<std::size_t>{256} << QSize(566, 220) << 26 << 19;
    QTest::newRow("one unit") << std::vector<std::size_t>{1} << QSize(300, 40) << 1 << 40;
}

void UnitLayoutTest::cellsFillTheirRoom() {
    QFETCH(std::vector<std::size_t>, units);
    QFETCH(QSize, room);
    const UnitLayout layout(units, room, 1);
    QTEST(layout.columns(), "columns");
    QTEST(layout.side(), "side");
    QVERIFY(layout.width() <= room.width());
    QVERIFY(layout.height() <= room.height());
}

void UnitLayoutTest::cellsDoNotOverlap() {
    const std::vector<std::size_t> units{7, 12, 1};
    const UnitLayout layout(units, {200, 160}, 1);
    QVector<QRect> cells;
    for (std::size_t layer = 0; layer < units.size(); ++layer) {
        for (std::size_t unit = 0; unit < units[layer]; ++unit) {
            const QRect cell = layout.cell({layer, unit});
            QVERIFY(layout.label(layer).top() <= cell.top());
            QVERIFY(layout.label(layer).bottom() >= cell.bottom());
            QVERIFY(layout.label(layer).right() < cell.left());
            for (const QRect& other : cells) {
                QVERIFY(!cell.intersects(other));
            }
            cells.push_back(cell);
        }
    }
}

void UnitLayoutTest::everyPointOfACellIsItsUnit() {
    const std::vector<std::size_t> units{7, 12, 1};
    const UnitLayout layout(units, {200, 160}, 1);
    for (std::size_t layer = 0; layer < units.size(); ++layer) {
        for (std::size_t unit = 0; unit < units[layer]; ++unit) {
            const QRect cell = layout.cell({layer, unit});
            for (const QPoint point : {cell.topLeft(), cell.center(), cell.bottomRight()}) {
                QVERIFY(layout.at(point) == (UnitPlace{layer, unit}));
            }
        }
    }
    QVERIFY(!layout.at({0, 0}));
    QVERIFY(!layout.at({199, 159}));
    QVERIFY(!layout.at({-3, -3}));
    QVERIFY(!layout.at({100, 10'000}));
}

void UnitLayoutTest::cellsStayReadable() {
    const UnitLayout layout({1000}, {300, 100}, 1);
    QCOMPARE(layout.side(), 16);
    QVERIFY(layout.width() <= 300);
    QVERIFY(layout.height() > 100);
    const UnitLayout twice({1000}, {300, 100}, 2);
    QCOMPARE(twice.side(), 32);
    const UnitLayout narrow({5}, {3, 100}, 1);
    QCOMPARE(narrow.columns(), 1);
}

void UnitLayoutTest::arrowsReachEveryUnit() {
    const UnitLayout layout({3, 2}, {200, 160}, 1);
    UnitPlace place;
    std::vector<UnitPlace> seen{place};
    for (int step = 0; step < 4; ++step) {
        seen.push_back(place = layout.next(place));
    }
    QVERIFY(seen == (std::vector<UnitPlace>{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}}));
    QVERIFY(layout.next(place) == place);
    for (int step = 3; step >= 0; --step) {
        place = layout.previous(place);
        QVERIFY(place == seen[static_cast<std::size_t>(step)]);
    }
    QVERIFY(layout.previous(place) == place);
}

void UnitLayoutTest::arrowsGoUpAndDownAcrossLayers() {
    // Rows of four: 4 + 3 and 3.
    const UnitLayout layout({7, 3}, {18 + 4 * 24 - 2, 78}, 1);
    QCOMPARE(layout.columns(), 4);
    QVERIFY(layout.below({0, 1}) == (UnitPlace{0, 5}));
    QVERIFY(layout.below({0, 3}) == (UnitPlace{0, 6}));
    QVERIFY(layout.below({0, 5}) == (UnitPlace{1, 1}));
    QVERIFY(layout.below({1, 2}) == (UnitPlace{1, 2}));
    QVERIFY(layout.above({1, 1}) == (UnitPlace{0, 5}));
    QVERIFY(layout.above({1, 2}) == (UnitPlace{0, 6}));
    QVERIFY(layout.above({0, 5}) == (UnitPlace{0, 1}));
    QVERIFY(layout.above({0, 1}) == (UnitPlace{0, 1}));
}

} // namespace reluscope::ui

QTEST_APPLESS_MAIN(reluscope::ui::UnitLayoutTest)
#include "unit_layout_test.moc"
