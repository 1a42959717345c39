// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"
#include "ui/training/unit_grid.h"
#include "ui/training/units_tile.h"

#include <QPushButton>

namespace reluscope::ui {

/// Kills and revives units in the real window as a person would.
class UnitChangesTest : public QObject {
    Q_OBJECT

  private slots:
    void killedUnitIsCountedAndRecorded();
    void rewindBringsItBackAndCanBeUndone();
    void keysGoToTheUnitRatherThanToTheWindow();
};

namespace {

/// The start-up experiment, with the first run's second unit pinned.
struct PinnedUnit : WindowUnderTest {
    UnitGrid* grid = nullptr;

    bool pin() {
        window->setPage(Page::Training);
        if (!QTest::qWaitFor([this] {
                grid = window->findChild<UnitsTile*>()->findChildren<UnitGrid*>().value(0);
                return isAtEpochZero() && grid != nullptr && grid->counts().all() > 0;
            })) {
            return false;
        }
        for (std::size_t unit = 0; unit < 16; ++unit) {
            if (grid->readout({0, unit}).state == UnitState::Alive) {
                alive = {0, unit};
                QTest::mouseClick(grid, Qt::LeftButton, {}, grid->cell(alive).center());
                return true;
            }
        }
        return false;
    }

    /// Of the first layer: others may wake when one of them falls silent.
    std::size_t silentUnits() const {
        return session.history()[0].lastMeasured()->measured->silent[0];
    }

    UnitPlace alive;
};

} // namespace

void UnitChangesTest::killedUnitIsCountedAndRecorded() {
    PinnedUnit test;
    QVERIFY(test.pin());
    const std::size_t before = test.silentUnits();
    test.click("killButton");
    QTRY_COMPARE(test.silentUnits(), before + 1);
    QTRY_VERIFY(test.grid->readout(test.alive).state == UnitState::PermanentlyDead);
    QCOMPARE(test.epochsOf(0), std::size_t{0});
    const auto& changes = test.document.experiment().training.changes;
    QCOMPARE(changes.size(), std::size_t{1});
    QVERIFY(changes[0] == (Change{.run = test.document.experiment().runs[0].name,
                                  .step = 0,
                                  .field = ChangedField::Kill,
                                  .value = test.alive}));
    test.click("reviveButton");
    QTRY_COMPARE(test.silentUnits(), before);
    QCOMPARE(changes.size(), std::size_t{2});
}

void UnitChangesTest::rewindBringsItBackAndCanBeUndone() {
    PinnedUnit test;
    QVERIFY(test.pin());
    const std::size_t before = test.silentUnits();
    test.click("killButton");
    QTRY_COMPARE(test.silentUnits(), before + 1);
    test.click("rewindButton");
    QTRY_COMPARE(test.silentUnits(), before);
    QVERIFY(test.document.experiment().training.changes.empty());
    test.document.undoStack().undo();
    QCOMPARE(test.document.experiment().training.changes.size(), std::size_t{1});
    test.click("epochButton");
    QTRY_VERIFY(test.epochsOf(0) == 1 && !test.session.isTraining());
    const auto* grid = test.window->findChild<UnitsTile*>()->findChildren<UnitGrid*>().value(0);
    QTRY_VERIFY(grid->counts().all() > 0 &&
                grid->readout(test.alive).state == UnitState::PermanentlyDead);
}

void UnitChangesTest::keysGoToTheUnitRatherThanToTheWindow() {
    PinnedUnit test;
    QVERIFY(test.pin());
    const std::size_t before = test.silentUnits();
    test.press(Qt::Key_K);
    QTRY_COMPARE(test.silentUnits(), before + 1);
    QTRY_VERIFY(test.grid->readout(test.alive).state == UnitState::PermanentlyDead);
    test.press(Qt::Key_R);
    QTRY_COMPARE(test.document.experiment().training.changes.size(), std::size_t{2});
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::UnitChangesTest)
#include "unit_changes_test.moc"
