// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/label_layout.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <vector>

namespace reluscope::ui {

class LabelLayoutTest : public QObject {
    Q_OBJECT

  private slots:
    void labelsWithRoomStayWhereTheyWish();
    void labelsAtTheEdgesStayInside();
    void crowdedLabelsSpreadAboutTheirMiddle();
    void labelsOfOneWishKeepTheirOrder();
    void tooManyLabelsLeaveTheBottom();
    void labelsNeverOverlapNorLeave();
    void labelsWithoutRoomLeaveItToOne();
};

void LabelLayoutTest::labelsWithRoomStayWhereTheyWish() {
    std::vector<LabelSlot> labels{{80.0, 10.0}, {20.0, 10.0}, {50.0, 20.0}};
    placeLabels(labels, 0.0, 100.0);
    for (const LabelSlot& label : labels) {
        QCOMPARE(label.placed, label.wanted);
    }
}

void LabelLayoutTest::labelsAtTheEdgesStayInside() {
    std::vector<LabelSlot> labels{{-30.0, 10.0}, {130.0, 10.0}};
    placeLabels(labels, 0.0, 100.0);
    QCOMPARE(labels[0].placed, 5.0);
    QCOMPARE(labels[1].placed, 95.0);
}

void LabelLayoutTest::crowdedLabelsSpreadAboutTheirMiddle() {
    std::vector<LabelSlot> labels{{51.0, 10.0}, {49.0, 10.0}};
    placeLabels(labels, 0.0, 100.0);
    QCOMPARE(labels[0].placed, 55.0);
    QCOMPARE(labels[1].placed, 45.0);
}

void LabelLayoutTest::labelsOfOneWishKeepTheirOrder() {
    std::vector<LabelSlot> labels{{50.0, 10.0}, {50.0, 10.0}, {50.0, 10.0}};
    placeLabels(labels, 0.0, 100.0);
    QCOMPARE(labels[0].placed, 40.0);
    QCOMPARE(labels[1].placed, 50.0);
    QCOMPARE(labels[2].placed, 60.0);
}

void LabelLayoutTest::tooManyLabelsLeaveTheBottom() {
    std::vector<LabelSlot> labels(5, LabelSlot{50.0, 30.0, 0.0});
    placeLabels(labels, 0.0, 100.0);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        QCOMPARE(labels[i].placed, 15.0 + 30.0 * static_cast<double>(i));
    }
}

void LabelLayoutTest::labelsNeverOverlapNorLeave() {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> wish(-20.0, 220.0);
    std::uniform_real_distribution<double> height(10.0, 24.0);
    for (int round = 0; round < 200; ++round) {
        std::vector<LabelSlot> labels(8);
        for (LabelSlot& label : labels) {
            label = {wish(random), height(random), 0.0};
        }
        placeLabels(labels, 0.0, 200.0);
        std::ranges::sort(labels, {}, &LabelSlot::placed);
        QVERIFY(std::ranges::is_sorted(labels, {}, &LabelSlot::wanted));
        double end = 0.0;
        for (const LabelSlot& label : labels) {
            QVERIFY(label.placed - label.height / 2.0 >= end - 1e-9);
            end = label.placed + label.height / 2.0;
        }
        QVERIFY(end <= 200.0 + 1e-9);
    }
}

void LabelLayoutTest::labelsWithoutRoomLeaveItToOne() {
    const std::vector<LabelSlot> labels(5, LabelSlot{0.0, 10.0, 0.0});
    QCOMPARE(labelsThatFit(labels, 60.0, 10.0), std::size_t{5});
    QCOMPARE(labelsThatFit(labels, 50.0, 10.0), std::size_t{5});
    QCOMPARE(labelsThatFit(labels, 49.0, 10.0), std::size_t{3});
    QCOMPARE(labelsThatFit(labels, 49.0, 20.0), std::size_t{2});
    QCOMPARE(labelsThatFit(labels, 15.0, 10.0), std::size_t{0});
    QCOMPARE(labelsThatFit({}, 15.0, 10.0), std::size_t{0});
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::LabelLayoutTest)
#include "label_layout_test.moc"
