// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/picture_maker.h"
#include "tests/core/training/small_experiment.h"
#include "ui/controls/segments.h"
#include "ui/theme/theme.h"
#include "ui/training/unit_grid.h"
#include "ui/training/unit_legend.h"
#include "ui/training/units_tile.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <cstdlib>
#include <utility>

namespace reluscope::ui {
namespace {

using test::smallData;
using test::smallExperiment;

/// The tile with the pictures of real networks.
struct TileUnderTest {
    Experiment experiment;
    Trainer trainer;
    PictureMaker maker;
    Pictures pictures;
    QWidget window;
    UnitsTile* tile;

    explicit TileUnderTest(Experiment wanted)
        : experiment(std::move(wanted))
        , trainer(experiment, smallData(), test::steadyClock, test::anyMemory)
        , maker(trainer.data())
        , tile(new UnitsTile(&window)) {
        window.resize(700, 500);
        tile->setGeometry(20, 20, 480, 300);
        tile->setRuns(experiment, trainer.data());
        window.show();
        static_cast<void>(QTest::qWaitForWindowActive(&window));
    }

    void showPictures() {
        PictureRequest request;
        tile->addTo(request);
        maker.make(trainer, request, {}, pictures);
        tile->showPictures(pictures);
    }

    UnitGrid* grid(int run) { return tile->findChildren<UnitGrid*>()[run]; }
    QWidget* popup() { return window.findChild<QWidget*>(QStringLiteral("unitPopup")); }
    QPushButton* button(const char* name) {
        return window.findChild<QPushButton*>(QLatin1String(name));
    }
    bool isReadOut() { return popup() != nullptr && popup()->isVisible(); }
    void hover(int run, UnitPlace place) {
        QTest::mouseMove(grid(run), grid(run)->cell(place).center());
    }
    void click(int run, UnitPlace place) {
        QTest::mouseClick(grid(run), Qt::LeftButton, {}, grid(run)->cell(place).center());
    }
    void press(int run, Qt::Key key) { QTest::keyClick(grid(run), key); }
};

QColor colorAt(const QImage& image, QPoint place) {
    return image.pixelColor(place * image.devicePixelRatio());
}

} // namespace

class UnitsTileTest : public QObject {
    Q_OBJECT

  private slots:
    void asksForPicturesWhileItIsSeen();
    void largeNetworksShowOneRun();
    void readsOutWhatThePointerIsAt();
    void clickPins();
    void buttonsAskForTheChange();
    void buttonsAreOffWhereTheChangeIsNot();
    void keysMoveAndChange();
    void statesLookDifferent();
    void divergedRunIsHatched();
    void picturesAreSkyAndOrange();
    void saysWhatItShows();
    void networksWithoutHiddenUnits();
    void hiddenRunLeavesItsRoom();
    void paintsWithinAFrame();
};

void UnitsTileTest::asksForPicturesWhileItIsSeen() {
    TileUnderTest test(smallExperiment({"relu", "tanh"}));
    const QSignalSpy spy(test.tile, &UnitsTile::requestChanged);
    PictureRequest request;
    test.tile->addTo(request);
    QVERIFY(request == (PictureRequest{.units = true}));
    test.tile->hide();
    QCOMPARE(spy.size(), 1);
    test.tile->addTo(request);
    QVERIFY(request.isEmpty());
}

void UnitsTileTest::largeNetworksShowOneRun() {
    Experiment experiment = smallExperiment({"relu", "tanh"});
    experiment.network.hidden = {33};
    TileUnderTest test(experiment);
    auto* segments = test.tile->findChild<Segments*>();
    QVERIFY(segments != nullptr);
    QVERIFY(test.grid(0)->isVisible());
    QVERIFY(!test.grid(1)->isVisible());
    const QSignalSpy spy(test.tile, &UnitsTile::requestChanged);
    test.tile->setSelectedRun(1);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(segments->currentIndex(), 1);
    QVERIFY(!test.grid(0)->isVisible());
    QVERIFY(test.grid(1)->isVisible());
    PictureRequest request;
    test.tile->addTo(request);
    QVERIFY(request == (PictureRequest{.units = true, .unitsOf = 1}));
    test.showPictures();
    QCOMPARE(test.grid(1)->counts().all(), 33);
    QCOMPARE(test.tile->findChild<UnitLegend*>()->accessibleName(), QStringLiteral("33 alive"));
}

void UnitsTileTest::readsOutWhatThePointerIsAt() {
    TileUnderTest test(smallExperiment({"relu", "tanh"}));
    test.hover(0, {0, 3});
    QVERIFY2(!test.isReadOut(), "there is nothing to read yet");
    test.showPictures();
    test.hover(0, {0, 4});
    QVERIFY(test.isReadOut());
    QCOMPARE(test.popup()->accessibleName(), QStringLiteral("Unit 5, layer 1: alive."));
    QVERIFY2(!test.popup()->geometry().contains(
                 test.grid(0)->mapTo(&test.window, test.grid(0)->cell({0, 4}).center())),
             "the cell stays in sight");
    QVERIFY(test.window.rect().contains(test.popup()->geometry()));
    test.hover(1, {1, 0});
    QCOMPARE(test.popup()->accessibleName(), QStringLiteral("Unit 1, layer 2: alive."));
    QTest::mouseMove(test.grid(1), QPoint(1, 1));
    QVERIFY(!test.isReadOut());
}

void UnitsTileTest::clickPins() {
    TileUnderTest test(smallExperiment({"relu", "tanh"}));
    test.showPictures();
    test.click(0, {0, 2});
    test.hover(0, {1, 1});
    QCOMPARE(test.popup()->accessibleName(), QStringLiteral("Unit 3, layer 1: alive."));
    test.trainer.changeUnit(0, ChangedField::Kill, {0, 2});
    test.showPictures();
    QCOMPARE(test.popup()->accessibleName(), QStringLiteral("Unit 3, layer 1: permanently dead."));
    test.click(1, {0, 0});
    QCOMPARE(test.popup()->accessibleName(), QStringLiteral("Unit 1, layer 1: alive."));
    test.click(1, {0, 0});
    QTest::mouseMove(test.grid(1), QPoint(1, 1));
    QVERIFY2(!test.isReadOut(), "clicked again it is let go");
    test.click(1, {0, 0});
    test.tile->hide();
    QVERIFY(!test.isReadOut());
}

void UnitsTileTest::buttonsAskForTheChange() {
    TileUnderTest test(smallExperiment({"tanh", "relu"}));
    test.showPictures();
    QSignalSpy spy(test.tile, &UnitsTile::changeRequested);
    test.click(1, {1, 3});
    QVERIFY(!test.button("reviveButton")->isEnabled());
    QTest::mouseClick(test.button("killButton"), Qt::LeftButton);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].value<std::size_t>(), std::size_t{1});
    QVERIFY(spy[0][1].value<ChangedField>() == ChangedField::Kill);
    QVERIFY(spy[0][2].value<UnitPlace>() == (UnitPlace{1, 3}));
    test.trainer.changeUnit(1, ChangedField::Kill, {1, 3});
    test.showPictures();
    QVERIFY(!test.button("killButton")->isEnabled());
    QTest::mouseClick(test.button("reviveButton"), Qt::LeftButton);
    QCOMPARE(spy.size(), 2);
    QVERIFY(spy[1][1].value<ChangedField>() == ChangedField::Revive);
}

void UnitsTileTest::buttonsAreOffWhereTheChangeIsNot() {
    TileUnderTest test(smallExperiment({"tanh", "relu"}));
    test.showPictures();
    test.click(0, {0, 0});
    QVERIFY(!test.button("killButton")->isEnabled());
    QCOMPARE(test.button("killButton")->toolTip(),
             QStringLiteral("A unit with tanh is never silent."));
    test.click(1, {0, 0});
    QVERIFY(test.button("killButton")->isEnabled());
    test.grid(1)->setDiverged(true);
    test.showPictures();
    QVERIFY(!test.button("killButton")->isEnabled());
    QVERIFY(!test.button("reviveButton")->isEnabled());
}

void UnitsTileTest::keysMoveAndChange() {
    TileUnderTest test(smallExperiment({"relu"}));
    test.showPictures();
    QSignalSpy spy(test.tile, &UnitsTile::changeRequested);
    test.grid(0)->setFocus(Qt::TabFocusReason);
    QVERIFY(test.isReadOut());
    test.press(0, Qt::Key_Right);
    test.press(0, Qt::Key_Right);
    QCOMPARE(test.popup()->accessibleName(), QStringLiteral("Unit 3, layer 1: alive."));
    QCOMPARE(test.grid(0)->accessibleDescription(), QStringLiteral("Unit 3, layer 1: alive."));
    test.press(0, Qt::Key_K);
    QCOMPARE(spy.size(), 1);
    QVERIFY(spy[0][2].value<UnitPlace>() == (UnitPlace{0, 2}));
    test.press(0, Qt::Key_R);
    QVERIFY2(spy.size() == 1, "it is alive");
    test.press(0, Qt::Key_Return);
    test.press(0, Qt::Key_Right);
    QCOMPARE(test.popup()->accessibleName(), QStringLiteral("Unit 3, layer 1: alive."));
    test.press(0, Qt::Key_Escape);
    QCOMPARE(test.popup()->accessibleName(), QStringLiteral("Unit 4, layer 1: alive."));
    test.grid(0)->clearFocus();
    QVERIFY(!test.isReadOut());
}

void UnitsTileTest::statesLookDifferent() {
    Experiment experiment = smallExperiment({"relu", "relu"});
    experiment.network.hidden = {4, 3};
    experiment.runs[1].name = "with momentum"; // which might wake a unit again
    experiment.runs[1].optimizer = OptimizerSpec{.momentum = 0.9};
    TileUnderTest test(experiment);
    test.trainer.changeUnit(0, ChangedField::Kill, {0, 1});
    test.trainer.changeUnit(1, ChangedField::Kill, {1, 2});
    test.showPictures();
    QCOMPARE(test.grid(0)->counts().of(UnitState::PermanentlyDead), 1);
    QCOMPARE(test.grid(1)->counts().of(UnitState::Silent), 1);
    const Theme& theme = Theme::of(test.tile);
    const QImage shown = test.grid(0)->grab().toImage();
    QCOMPARE(colorAt(shown, test.grid(0)->cell({0, 0}).topLeft()), theme.color(Tone::Border));
    QCOMPARE(colorAt(shown, test.grid(0)->cell({0, 1}).topLeft()), theme.color(Tone::UnitSilent));
    // The ring is empty, the cross is not.
    const QImage other = test.grid(1)->grab().toImage();
    const QRect silent = test.grid(1)->cell({1, 2});
    QCOMPARE(colorAt(other, silent.center()), theme.color(Tone::Zone));
    QCOMPARE(colorAt(other, silent.topLeft() + QPoint(3, 3)), theme.color(Tone::Zone));
    const QRect dead = test.grid(0)->cell({0, 1});
    QVERIFY(colorAt(shown, dead.center()).lightness() < theme.color(Tone::Text3).lightness());
    QVERIFY2(colorAt(shown, dead.topLeft() + QPoint(3, 3)).hsvSaturation() < 40,
             "death is loss of colour");
}

void UnitsTileTest::divergedRunIsHatched() {
    TileUnderTest test(smallExperiment({"relu"}));
    test.showPictures();
    const QImage before = test.grid(0)->grab().toImage();
    test.grid(0)->setDiverged(true);
    const QImage after = test.grid(0)->grab().toImage();
    QVERIFY(before != after);
    QCOMPARE(test.grid(0)->sentence(), QStringLiteral("relu: diverged."));
}

void UnitsTileTest::picturesAreSkyAndOrange() {
    // One unit that says x, from -1 at the left to 1 at the right.
    Experiment experiment = smallExperiment({"identity"});
    experiment.network.hidden = {1};
    TileUnderTest test(experiment);
    Network<float> network(test.trainer.runs()[0].network().architecture());
    network.setWeight(0, 0, 0, 1);
    test.trainer.startFrom(0, network.parameters());
    test.showPictures();
    const QImage shown = test.grid(0)->grab().toImage();
    const QRect cell = test.grid(0)->cell({0, 0});
    const Theme& theme = Theme::of(test.tile);
    const QColor left = colorAt(shown, {cell.left() + 2, cell.center().y()});
    const QColor right = colorAt(shown, {cell.right() - 2, cell.center().y()});
    const auto isNear = [](const QColor& color, const QColor& other) {
        return std::abs(color.red() - other.red()) + std::abs(color.green() - other.green()) +
                   std::abs(color.blue() - other.blue()) <
               60;
    };
    QVERIFY(isNear(left, Theme::mix(theme.color(Tone::Tile), theme.color(Tone::Negative), 0.8)));
    QVERIFY(isNear(right, Theme::mix(theme.color(Tone::Tile), theme.color(Tone::Positive), 0.8)));
}

void UnitsTileTest::saysWhatItShows() {
    Experiment experiment = smallExperiment({"relu", "tanh"});
    TileUnderTest test(experiment);
    QCOMPARE(test.tile->accessibleName(), QStringLiteral("Units"));
    test.trainer.changeUnit(0, ChangedField::Kill, {0, 1});
    test.showPictures();
    QCOMPARE(test.tile->accessibleDescription(),
             QStringLiteral("relu: 1 permanently dead of 13. tanh: all 13 alive."));
    test.trainer.changeUnit(0, ChangedField::Revive, {0, 1});
    test.showPictures();
    QVERIFY2(test.tile->accessibleDescription().startsWith(QStringLiteral("relu: 1 permanently")),
             "once a second is enough");
    QTRY_COMPARE(test.tile->accessibleDescription(),
                 QStringLiteral("relu: all 13 alive. tanh: all 13 alive."));
}

void UnitsTileTest::networksWithoutHiddenUnits() {
    Experiment experiment = smallExperiment({"relu", "tanh"});
    experiment.network.hidden = {};
    TileUnderTest test(experiment);
    PictureRequest request;
    test.tile->addTo(request);
    QVERIFY(request.isEmpty());
    experiment.runs[1].hidden = {4};
    TileUnderTest mixed(experiment);
    mixed.showPictures();
    QVERIFY(mixed.grid(1)->cell({0, 3}).width() > 20);
    mixed.hover(0, {});
    mixed.press(0, Qt::Key_Right);
    mixed.press(0, Qt::Key_K);
    QVERIFY(!mixed.isReadOut());
}

void UnitsTileTest::hiddenRunLeavesItsRoom() {
    TileUnderTest test(smallExperiment({"relu", "tanh", "silu"}));
    test.showPictures();
    const int before = test.grid(0)->cell({0, 0}).width();
    test.tile->setRunHidden(1, true);
    test.tile->setRunHidden(2, true);
    QVERIFY(!test.grid(1)->isVisible());
    QVERIFY(test.grid(0)->cell({0, 0}).width() > before);
    test.tile->setRunHidden(1, false);
    QVERIFY(test.grid(1)->isVisible());
}

void UnitsTileTest::paintsWithinAFrame() {
    Experiment experiment = smallExperiment({"relu", "leaky_relu", "elu", "sigmoid"});
    experiment.network.hidden = {16, 16};
    TileUnderTest test(experiment);
    test.showPictures();
    QImage image(test.tile->size(), QImage::Format_RGB32);
    QBENCHMARK {
        test.tile->showPictures(test.pictures);
        test.tile->render(&image);
    }
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::UnitsTileTest)
#include "units_tile_test.moc"
