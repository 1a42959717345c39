// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"
#include "ui/controls/segments.h"
#include "ui/controls/tile.h"

#include <QAbstractButton>
#include <QAction>

#include <algorithm>

namespace reluscope::ui {
namespace {

struct ArrangedWindow : WindowUnderTest {
    ArrangedWindow() { window->setPage(Page::Training); }

    Tile* tile(const char* name) { return find<Tile>(name); }
    bool isShown(const char* name) { return tile(name)->isVisible(); }

    void choose(const char* name, const QString& item) {
        const auto actions = tile(name)->actions();
        const auto found = std::ranges::find(actions, item, &QAction::text);
        QVERIFY(found != actions.end());
        (*found)->trigger();
    }
    void hideTheLadder() { choose("ladderTile", QStringLiteral("Hide")); }
    void moveAccuracyBack() { choose("accuracyTile", QStringLiteral("Move back")); }
    bool isAccuracyFirst() { return tile("accuracyTile")->x() < tile("lossTile")->x(); }
};

} // namespace

class TileArrangementTest : public QObject {
    Q_OBJECT

  private slots:
    void staysWhenTheLanguageChanges();
    void staysWhenTheTextGrows();
    void isTakenOverByTheNextWindow();
    void remembersThatSharpnessIsShown();
    void isTakenBackFromTheMenu();
    void ofOtherTilesIsPassedOver();
};

void TileArrangementTest::staysWhenTheLanguageChanges() {
    ArrangedWindow test;
    QVERIFY(test.isShown("ladderTile"));
    QVERIFY(!test.isAccuracyFirst());
    test.hideTheLadder();
    test.moveAccuracyBack();
    test.language.setCode(QStringLiteral("zh_CN"));
    QTRY_VERIFY(test.isShown("accuracyTile"));
    QVERIFY(test.tile("lossTile")->title() != QStringLiteral("Loss per epoch"));
    QVERIFY(!test.isShown("ladderTile"));
    QVERIFY(test.isAccuracyFirst());
}

void TileArrangementTest::staysWhenTheTextGrows() {
    ArrangedWindow test;
    test.hideTheLadder();
    test.moveAccuracyBack();
    test.theme.enlargeText();
    QTRY_VERIFY(test.isShown("accuracyTile"));
    QVERIFY(!test.isShown("ladderTile"));
    QVERIFY(test.isAccuracyFirst());
}

void TileArrangementTest::isTakenOverByTheNextWindow() {
    TileArrangement arrangement;
    {
        ArrangedWindow test;
        test.hideTheLadder();
        test.moveAccuracyBack();
        arrangement = test.window->tileArrangement();
    }
    ArrangedWindow next;
    QVERIFY(next.window->tileArrangement() != arrangement);
    next.window->setTileArrangement(arrangement);
    QVERIFY(next.window->tileArrangement() == arrangement);
    QVERIFY(!next.isShown("ladderTile"));
    QVERIFY(next.isAccuracyFirst());
}

void TileArrangementTest::remembersThatSharpnessIsShown() {
    ArrangedWindow test;
    QVERIFY(!test.window->tileArrangement().isSharpnessShown);
    test.find<Segments>("ladderViews")->findChildren<QAbstractButton*>()[1]->click();
    QVERIFY(test.window->tileArrangement().isSharpnessShown);
    QVERIFY(test.tile("ladderTile")->title().startsWith(QStringLiteral("Sharpness")));
    test.language.setCode(QStringLiteral("zh_CN"));
    QTRY_VERIFY(test.isShown("ladderTile"));
    QTRY_VERIFY(test.find<QWidget>("sharpnessPlot")->isVisible());
    ArrangedWindow next;
    next.window->setTileArrangement(test.window->tileArrangement());
    QVERIFY(next.find<QWidget>("sharpnessPlot")->isVisible());
}

void TileArrangementTest::isTakenBackFromTheMenu() {
    ArrangedWindow test;
    const TileArrangement first = test.window->tileArrangement();
    test.hideTheLadder();
    test.moveAccuracyBack();
    QVERIFY(test.window->tileArrangement() != first);
    test.find<QAction>("resetTiles")->trigger();
    QVERIFY(test.window->tileArrangement() == first);
    QVERIFY(test.isShown("ladderTile"));
    QVERIFY(!test.isAccuracyFirst());
}

void TileArrangementTest::ofOtherTilesIsPassedOver() {
    ArrangedWindow test;
    const TileArrangement first = test.window->tileArrangement();
    TileArrangement torn = first;
    torn.order.removeLast();
    test.window->setTileArrangement(torn);
    QVERIFY(test.window->tileArrangement() == first);
    torn.order << QStringLiteral("lossTile"); // twice
    torn.hidden << QStringLiteral("oscilloscope");
    test.window->setTileArrangement(torn);
    QVERIFY(test.window->tileArrangement() == first);
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::TileArrangementTest)
#include "tile_arrangement_test.moc"
