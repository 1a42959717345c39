// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"
#include "ui/controls/number_field.h"
#include "ui/learningrate/range_test_session.h"

#include <QLabel>

namespace reluscope::ui {

/// Suggested rates as a person takes them from the page into the experiment.
class SuggestedRateWindowTest : public QObject {
    Q_OBJECT

  private slots:
    void undoTakesASuggestionBack();
    void undoMeansWhatWasDoneLast();
    void sweepIsNotOutdatedByASuggestion();
    void statusLineTellsHowFarTheTestIs();
};

namespace {

/// A window in which a range test has been made.
struct TestedWindow : WindowUnderTest {
    TestedWindow() {
        window->setPage(Page::LearningRate);
        click("rangeTestButton");
        static_cast<void>(QTest::qWaitFor([this] { return !rangeTest.isRunning(); }, 60'000));
    }

    std::optional<double> ownRate() const { return document.experiment().runs[0].learningRate; }
    void undo() { QTest::keySequence(window.get(), QKeySequence::Undo); }
};

} // namespace

void SuggestedRateWindowTest::undoTakesASuggestionBack() {
    TestedWindow test;
    QVERIFY(!test.ownRate());
    test.click("suggestionV0");
    QVERIFY(test.ownRate());
    test.undo();
    QVERIFY(!test.ownRate());
    QTest::keySequence(test.window.get(), QKeySequence::Redo);
    QVERIFY(test.ownRate());
}

void SuggestedRateWindowTest::undoMeansWhatWasDoneLast() {
    TestedWindow test;
    test.click("suggestionV0");
    const RangeTestSpec before = test.sweep.plan().settings().rangeTest;
    test.sweep.plan().edit(QStringLiteral("edit"),
                           [](SweepSettings& settings) { settings.rangeTest.from = 0.02; });
    test.undo();
    QVERIFY(test.sweep.plan().settings().rangeTest == before);
    QVERIFY(test.ownRate());
}

void SuggestedRateWindowTest::sweepIsNotOutdatedByASuggestion() {
    TestedWindow test;
    test.click("suggestionV0");
    QVERIFY(!test.sweep.isOutdated());
}

void SuggestedRateWindowTest::statusLineTellsHowFarTheTestIs() {
    WindowUnderTest test;
    test.window->setPage(Page::LearningRate);
    const auto words = [&test] { return test.find<QLabel>("activity")->text(); };
    test.click("rangeTestButton");
    QVERIFY2(words().startsWith(QStringLiteral("Range test · ")), qPrintable(words()));
    QVERIFY2(words().endsWith(QStringLiteral(" of 4 runs")), qPrintable(words()));
    QTRY_VERIFY_WITH_TIMEOUT(!test.rangeTest.isRunning(), 60'000);
    QVERIFY2(words().startsWith(QStringLiteral("Ready to sweep")), qPrintable(words()));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::SuggestedRateWindowTest)
#include "suggested_rate_window_test.moc"
