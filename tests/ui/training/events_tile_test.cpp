// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/training/events_tile.h"

#include <QListWidget>
#include <QTest>

namespace reluscope::ui {
namespace {

/// A tile as narrow as the page makes it, with a short event and a long one.
struct ShownTile {
    EventsTile tile;
    QListWidget* list = tile.findChild<QListWidget*>(QStringLiteral("events"));

    ShownTile() {
        Experiment experiment;
        experiment.runs.push_back({.name = "first",
                                   .activations = {Activation(*findActivation("relu"))},
                                   .learningRate = {},
                                   .optimizer = {},
                                   .initialization = {},
                                   .hidden = {}});
        RunEvents events;
        events.add(experiment, {"first", 8, ChangedField::Momentum, 0.5}, 1);
        events.add(0, Divergence{.epoch = 3, .step = 412, .layer = 3});
        tile.setPalette(Theme::light().palette());
        tile.setRuns(experiment);
        tile.resize(250, 240);
        tile.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&tile));
        tile.showEvents(events);
    }

    int heightOf(int row) const { return list->visualItemRect(list->item(row)).height(); }
};

} // namespace

class EventsTileTest : public QObject {
    Q_OBJECT

  private slots:
    void longWordsTakeASecondLine();
};

void EventsTileTest::longWordsTakeASecondLine() {
    ShownTile test;
    QCOMPARE(test.list->count(), 2);
    QTRY_VERIFY(test.heightOf(0) > test.heightOf(1));
    const int two = test.heightOf(0);
    test.tile.resize(600, 240);
    QTRY_COMPARE(test.heightOf(0), test.heightOf(1));
    test.tile.resize(250, 240);
    QTRY_COMPARE(test.heightOf(0), two);
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::EventsTileTest)
#include "events_tile_test.moc"
