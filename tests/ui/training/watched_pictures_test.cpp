// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"
#include "ui/controls/segments.h"
#include "ui/plot/plot.h"
#include "ui/training/neurons_tile.h"

#include <QAbstractButton>
#include <QTest>

#include <algorithm>

namespace reluscope::ui {

/// Which pictures the Training page asks the training thread for.
class WatchedPicturesTest : public QObject {
    Q_OBJECT

  private slots:
    void chosenLayerArrives();
    void onlyWhatIsInSightIsAskedFor();
    void sharpnessIsFoundWhileItsViewIsShown();
};

namespace {

/// The layer whose pre-activations are in the newest pictures, from 0; less where none are.
int layerOf(const WindowUnderTest& test) {
    const Pictures* pictures = test.session.pictures();
    return pictures != nullptr && pictures->request.preActivationsOf
               ? static_cast<int>(*pictures->request.preActivationsOf)
               : -1;
}

} // namespace

void WatchedPicturesTest::chosenLayerArrives() {
    WindowUnderTest test;
    QTRY_COMPARE(layerOf(test), 1);
    auto* plot = test.find<Plot>("neuronsPlot0");
    QTRY_VERIFY(plot != nullptr && !plot->series().front()->x().empty());
    const auto of = [&] {
        const auto counts = plot->series().front()->y();
        return std::vector<double>(counts.begin(), counts.end());
    };
    const std::vector<double> before = of();
    test.find<Segments>("neuronsLayer")->findChildren<QAbstractButton*>()[0]->click();
    QTRY_COMPARE(layerOf(test), 0);
    QTRY_VERIFY(of() != before);
}

void WatchedPicturesTest::onlyWhatIsInSightIsAskedFor() {
    WindowUnderTest test;
    QTRY_COMPARE(layerOf(test), 1);
    QVERIFY(test.session.pictures()->request.outputs);
    auto* neurons = test.window->findChild<NeuronsTile*>();
    emit neurons->maximizeRequested();
    QTRY_VERIFY(!test.session.pictures()->request.outputs);
    QCOMPARE(layerOf(test), 1);
    emit neurons->maximizeRequested();
    QTRY_VERIFY(test.session.pictures()->request.outputs);
}

void WatchedPicturesTest::sharpnessIsFoundWhileItsViewIsShown() {
    WindowUnderTest test;
    QTRY_VERIFY(test.isAtEpochZero());
    QTRY_COMPARE(layerOf(test), 1);
    QVERIFY(test.session.history()[0].sharpness().empty());
    const auto views = test.find<Segments>("ladderViews")->findChildren<QAbstractButton*>();
    views[1]->click();
    QTRY_VERIFY(std::ranges::all_of(test.session.history(), [](const RunHistory& history) {
        return !history.sharpness().empty();
    }));
    auto* plot = test.find<Plot>("sharpnessPlot");
    QTRY_VERIFY(!plot->series().front()->x().empty());
    QVERIFY(plot->isVisible());
    QVERIFY(!test.find<Plot>("gradientLadderPlot")->isVisible());
    views[0]->click();
    QVERIFY(!plot->isVisible());
    QVERIFY(test.find<Plot>("gradientLadderPlot")->isVisible());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::WatchedPicturesTest)
#include "watched_pictures_test.moc"
