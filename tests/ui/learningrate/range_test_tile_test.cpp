// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset_loader.h"
#include "ui/controls/empty_state.h"
#include "ui/controls/message_bar.h"
#include "ui/controls/number_field.h"
#include "ui/learningrate/range_test_session.h"
#include "ui/learningrate/range_test_settings.h"
#include "ui/learningrate/range_test_table.h"
#include "ui/learningrate/range_test_tile.h"
#include "ui/learningrate/rate_text.h"
#include "ui/session/experiment_document.h"
#include "ui/shell/experiment_files.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

namespace reluscope::ui {

namespace {

/// Runs of which the test suggests rates, on a screen that is large enough for all of them.
struct ShownTest {
    ExperimentDocument document;
    RangeTestSession session;
    RangeTestTile tile;
    RangeTestSettings settings;

    explicit ShownTest(Experiment experiment = startUpExperiment())
        : document(std::move(experiment))
        , session(document)
        , tile(session)
        , settings(session) {
        for (QWidget* widget : {static_cast<QWidget*>(&tile), static_cast<QWidget*>(&settings)}) {
            widget->setPalette(Theme::light().palette());
            widget->show();
        }
        tile.resize(520, 420);
        static_cast<void>(QTest::qWaitForWindowExposed(&tile));
    }

    void run() {
        QTest::mouseClick(find<QPushButton>(&settings, "rangeTestButton"), Qt::LeftButton);
        QVERIFY(session.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!session.isRunning(), 60'000);
        QCoreApplication::processEvents();
    }
    template <class Widget>
    static Widget* find(QWidget* within, const char* name) {
        return within->findChild<Widget*>(QLatin1String(name));
    }
    QPushButton* suggestion(const char* name) { return find<QPushButton>(&tile, name); }
    QString shownTexts() const {
        QStringList texts;
        for (const QLabel* label : tile.findChildren<QLabel*>()) {
            if (label->isVisible()) {
                texts << label->text();
            }
        }
        return texts.join(QLatin1Char('\n'));
    }
};

} // namespace

class RangeTestTileTest : public QObject {
    Q_OBJECT

  private slots:
    void saysWhatATestIsBeforeTheFirst();
    void curvesHaveTheirSuggestionsMarked();
    void burstLossDoesNotFlattenTheCurves();
    void tableHasTheRatesAsOneWouldWriteThem();
    void clickPutsARateIntoTheExperiment();
    void takenRateIsMarked();
    void curvesOfEarlierSettingsAreSaidToBe();
    void divergenceIsMarked();
    void tableIsWholeAfterASecondTest();
    void runThatIsGoneHasNoButtons();
    void failureIsTold();
    void settingsChangeTheTest();
    void settingsStandStillWhileItRuns();
    void rangeUpsideDownIsExplained();
    void picturesAreSummedUp();
};

void RangeTestTileTest::saysWhatATestIsBeforeTheFirst() {
    ShownTest test;
    QVERIFY(test.tile.findChild<EmptyState*>()->isVisible());
    QVERIFY(!test.tile.plot().isVisible());
    test.run();
    QVERIFY(!test.tile.findChild<EmptyState*>()->isVisible());
    QVERIFY(test.tile.plot().isVisible());
}

void RangeTestTileTest::curvesHaveTheirSuggestionsMarked() {
    ShownTest test;
    test.run();
    const auto& runs = test.session.runs();
    QCOMPARE(test.tile.plot().series().size(), runs.size());
    std::size_t expected = 0;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const Series& line = *test.tile.plot().series()[run];
        QCOMPARE(line.x().size(), runs[run].test.points.size());
        QCOMPARE(line.y()[5], runs[run].test.points[5].smoothedLoss);
        for (const SuggestionKind& kind : suggestionKinds()) {
            const auto rate = runs[run].suggestions.*kind.rate;
            const bool isOnCurve = rate && line.valueAt(*rate);
            expected += isOnCurve ? 1 : 0;
            const bool isMarked =
                std::ranges::any_of(test.tile.plot().letterMarks(), [&](const LetterMark& mark) {
                    return mark.run == line.run() && mark.letter == kind.letter && mark.x == rate;
                });
            QCOMPARE(isMarked, isOnCurve);
        }
    }
    QVERIFY(expected > runs.size());
    QCOMPARE(test.tile.plot().letterMarks().size(), expected);
    QCOMPARE(test.tile.plot().range(PlotAxis::X), (Interval{1e-4, 30}));
}

void RangeTestTileTest::burstLossDoesNotFlattenTheCurves() {
    ShownTest test;
    test.run();
    double start = 0;
    double least = 1e300;
    for (const TestedRun& run : test.session.runs()) {
        start = std::max(start, run.test.points.front().smoothedLoss);
        for (const RangeTestPoint& point : run.test.points) {
            least = std::min(least, point.smoothedLoss);
        }
    }
    const Interval shown = test.tile.plot().range(PlotAxis::Y);
    QVERIFY(shown.upper > start);
    QVERIFY(shown.upper < 2 * start);
    QVERIFY(shown.lower < least);
}

void RangeTestTileTest::tableHasTheRatesAsOneWouldWriteThem() {
    QCOMPARE(roundedRate(0.0083456), 0.0083);
    QCOMPARE(roundedRate(0.4499), 0.45);
    QCOMPARE(roundedRate(1.0), 1.0);
    ShownTest test;
    test.run();
    const auto rate = test.session.runs()[0].suggestions.steepest;
    QVERIFY(rate);
    const QPushButton* button = test.suggestion("suggestionS0");
    QVERIFY(button->isEnabled());
    QCOMPARE(button->text(), rateText(*rate));
    QVERIFY(std::abs(roundedRate(*rate) / *rate - 1) <= 0.05);
}

void RangeTestTileTest::clickPutsARateIntoTheExperiment() {
    ShownTest test;
    test.run();
    const Experiment before = test.document.experiment();
    QPushButton* button = test.suggestion("suggestionV1");
    QVERIFY(button->toolTip().contains(QStringLiteral("Leaky ReLU")));
    QVERIFY(button->accessibleName().startsWith(QStringLiteral("valley: ")));
    QTest::mouseClick(button, Qt::LeftButton);
    const auto rate = roundedRate(*test.session.runs()[1].suggestions.valley);
    QCOMPARE(test.document.experiment().runs[1].learningRate, std::optional(rate));
    test.document.undoStack().undo();
    QVERIFY(test.document.experiment() == before);
    // By keyboard, too.
    test.suggestion("suggestionM0")->setFocus();
    QTest::keyClick(test.suggestion("suggestionM0"), Qt::Key_Space);
    QVERIFY(test.document.experiment().runs[0].learningRate);
}

void RangeTestTileTest::takenRateIsMarked() {
    ShownTest test;
    test.run();
    QPushButton* button = test.suggestion("suggestionS0");
    QVERIFY(!button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(button->isChecked());
    QVERIFY(button->toolTip().startsWith(QStringLiteral("ReLU trains with")));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(button->isChecked());
    QTest::mouseClick(test.suggestion("suggestionV0"), Qt::LeftButton);
    QCOMPARE(button->isChecked(), button->text() == test.suggestion("suggestionV0")->text());
    test.document.undoStack().undo();
    test.document.undoStack().undo();
    QVERIFY(!button->isChecked());
}

void RangeTestTileTest::curvesOfEarlierSettingsAreSaidToBe() {
    ShownTest test;
    test.run();
    QVERIFY(!test.shownTexts().contains(QStringLiteral("earlier settings")));
    test.document.edit(QStringLiteral("batch"),
                       [](Experiment& experiment) { experiment.training.batchSize = 7; });
    QVERIFY(test.shownTexts().contains(QStringLiteral("earlier settings")));
    QTRY_VERIFY(test.tile.plot().accessibleDescription().startsWith(
        QStringLiteral("The curves are of earlier settings.")));
    test.document.undoStack().undo();
    QVERIFY(!test.shownTexts().contains(QStringLiteral("earlier settings")));
}

void RangeTestTileTest::divergenceIsMarked() {
    Experiment experiment = startUpExperiment();
    experiment.runs.resize(1);
    experiment.runs[0].activations = {Activation(*findActivation("identity"))};
    ShownTest test(experiment);
    test.settings.setSpec(
        {.from = 1, .to = 1e6, .stopAt = std::numeric_limits<double>::infinity()});
    test.run();
    QCOMPARE(test.session.runs()[0].test.end, RangeTestEnd::NotFinite);
    const QString& words = test.tile.plot().series()[0]->diverged();
    QVERIFY2(words.startsWith(QStringLiteral("ReLU diverged at rate ")), qPrintable(words));
}

void RangeTestTileTest::tableIsWholeAfterASecondTest() {
    ShownTest test;
    test.run();
    const auto* table = test.tile.findChild<RangeTestTable*>();
    const int height = table->parentWidget()->height();
    QVERIFY(height >= table->sizeHint().height());
    test.run();
    QCOMPARE(table->parentWidget()->height(), height);
}

void RangeTestTileTest::runThatIsGoneHasNoButtons() {
    ShownTest test;
    test.run();
    test.document.edit(QStringLiteral("remove"), [](Experiment& experiment) {
        experiment.runs.erase(experiment.runs.begin());
    });
    QVERIFY(!test.suggestion("suggestionS0")->isEnabled());
    QVERIFY(test.suggestion("suggestionS1")->isEnabled());
}

void RangeTestTileTest::failureIsTold() {
    Experiment experiment = startUpExperiment();
    experiment.data = {};
    experiment.data.source = csvSource;
    experiment.data.path = "/nowhere/data.csv";
    ShownTest test(experiment);
    test.run();
    auto* message = ShownTest::find<MessageBar>(&test.tile, "rangeTestMessage");
    QVERIFY(message->isVisible());
    QVERIFY(message->sentence().contains(QStringLiteral("data.csv")));
    QVERIFY(test.tile.findChild<EmptyState*>()->isVisible());
    message->dismiss();
    const auto setSource = [&](std::string source) {
        test.document.edit(QStringLiteral("data"),
                           [&](Experiment& changed) { changed.data.source = std::move(source); });
    };
    setSource("circles");
    QVERIFY(!message->isVisible()); // nor does it come back
    test.run();
    QVERIFY(!message->isVisible());
    QVERIFY(!test.tile.findChild<EmptyState*>()->isVisible());
    setSource(std::string(csvSource));
    test.run();
    QVERIFY(message->isVisible());
}

void RangeTestTileTest::settingsChangeTheTest() {
    ShownTest test;
    const QSignalSpy edits(&test.settings, &RangeTestSettings::edited);
    auto* from = ShownTest::find<NumberField>(&test.settings, "rangeTestFrom");
    from->setFocus();
    from->selectAll();
    QTest::keyClicks(from, QStringLiteral("0.01"));
    QTest::keyClick(from, Qt::Key_Return);
    auto* stopAt = ShownTest::find<QComboBox>(&test.settings, "rangeTestStopAt");
    QCOMPARE(stopAt->currentData().toDouble(), 4.0);
    stopAt->setCurrentIndex(0);
    emit stopAt->activated(0);
    QCOMPARE(edits.count(), 2);
    const auto spec = edits[1][1].value<RangeTestSpec>();
    QCOMPARE(spec.from, 0.01);
    QCOMPARE(spec.stopAt, 2.0);
    test.run();
    QVERIFY(test.session.spec() == spec);
    QCOMPARE(test.tile.plot().range(PlotAxis::X).lower, 0.01);
}

void RangeTestTileTest::settingsStandStillWhileItRuns() {
    Experiment experiment = startUpExperiment();
    experiment.network.hidden = {1024, 1024, 1024};
    experiment.training.batchSize = 400;
    ShownTest test(experiment);
    auto* button = ShownTest::find<QPushButton>(&test.settings, "rangeTestButton");
    const QString run = button->text();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(test.session.isRunning());
    QVERIFY(button->text() != run);
    QVERIFY(!ShownTest::find<NumberField>(&test.settings, "rangeTestFrom")->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!test.session.isRunning());
    QCOMPARE(button->text(), run);
    QVERIFY(ShownTest::find<NumberField>(&test.settings, "rangeTestFrom")->isEnabled());
}

void RangeTestTileTest::rangeUpsideDownIsExplained() {
    ShownTest test;
    const QSignalSpy edits(&test.settings, &RangeTestSettings::edited);
    auto* to = ShownTest::find<NumberField>(&test.settings, "rangeTestTo");
    to->setFocus();
    to->selectAll();
    QTest::keyClicks(to, QStringLiteral("0.00001"));
    QTest::keyClick(to, Qt::Key_Return);
    QCOMPARE(edits.count(), 0);
    bool isExplained = false;
    for (const QLabel* label : test.settings.findChildren<QLabel*>()) {
        isExplained |= label->isVisible() && label->text().contains(QStringLiteral("higher"));
    }
    QVERIFY(isExplained);
    test.run(); // with what was right before
    QCOMPARE(test.session.spec().to, 30.0);
}

void RangeTestTileTest::picturesAreSummedUp() {
    ShownTest test;
    test.run();
    const QString steepest = test.suggestion("suggestionS0")->text();
    QTRY_VERIFY(test.tile.plot().accessibleDescription().startsWith(
        QStringLiteral("ReLU: steepest %1, minimum / 10 ").arg(steepest)));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::RangeTestTileTest)
#include "range_test_tile_test.moc"
