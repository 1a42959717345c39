// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset_loader.h"
#include "tests/core/data/idx_bytes.h"
#include "tests/ui/training/setup_under_test.h"
#include "ui/controls/message_bar.h"
#include "ui/controls/segments.h"
#include "ui/training/setup/data_thumbnail.h"
#include "ui/training/setup/points_canvas.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QTemporaryDir>

namespace reluscope::ui {

/// Where examples come from: pictures to choose by, painted points, and files.
class DataSettingsTest : public QObject {
    Q_OBJECT

  private slots:
    void thumbnailsChooseASet();
    void thumbnailsWorkByKeyboard();
    void thumbnailsShowTheDataThemselves();
    void pointsArePainted();
    void strokeIsUndoneAtOnce();
    void eachClassKeepsAPoint();
    void pointsAreAddedByKeyboard();
    void paintedPointsAreTrainedOn();
    void csvFileIsChosen();
    void csvTargetIsChangedInPlace();
    void imagesShowTheirFirstExamples();
    void badFileIsExplainedAndChangesNothing();
    void fileIsDroppedOnTheWindow();
    void noFileChangesNothing();
};

namespace {

DataThumbnail* thumbnail(SetupUnderTest& test, const char* source) {
    return test.find<DataThumbnail>(QStringLiteral("thumbnail_%1").arg(QLatin1String(source)));
}

void chooseSource(SetupUnderTest& test, const QString& id) {
    auto* sources = test.find<QComboBox>(QStringLiteral("dataSource"));
    const int index = sources->findData(id);
    sources->setCurrentIndex(index);
    emit sources->activated(index);
}

QString write(const QTemporaryDir& directory, const QString& name, const QByteArray& text) {
    QFile file(directory.filePath(name));
    file.open(QIODevice::WriteOnly);
    file.write(text);
    return file.fileName();
}

const QByteArray plants = "length,width,kind\n1,2,a\n2,3,b\n3,4,a\n4,5,b\n5,6,a\n6,7,b\n";

void dropOn(QWidget& window, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(window.rect().center(), Qt::CopyAction, &data, Qt::LeftButton,
                          Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QDropEvent drop(window.rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
}

} // namespace

void DataSettingsTest::thumbnailsChooseASet() {
    SetupUnderTest test;
    QVERIFY(thumbnail(test, "spiral")->isChecked());
    QTest::mouseClick(thumbnail(test, "moons"), Qt::LeftButton);
    QCOMPARE(test.experiment().data.source, std::string("moons"));
    QVERIFY(thumbnail(test, "moons")->isChecked());
    QVERIFY(!thumbnail(test, "spiral")->isChecked());
    QCOMPARE(thumbnail(test, "moons")->accessibleName(), QStringLiteral("Moons"));
    test.undo();
    QVERIFY(thumbnail(test, "spiral")->isChecked());
    // None of them is in use.
    chooseSource(test, QStringLiteral("sine"));
    QVERIFY(!thumbnail(test, "spiral")->isChecked());
}

void DataSettingsTest::thumbnailsWorkByKeyboard() {
    SetupUnderTest test;
    thumbnail(test, "spiral")->setFocus();
    QTest::keyClick(thumbnail(test, "spiral"), Qt::Key_Right);
    QCOMPARE(test.experiment().data.source, std::string("moons"));
}

void DataSettingsTest::thumbnailsShowTheDataThemselves() {
    SetupUnderTest test;
    const QImage before = thumbnail(test, "moons")->grab().toImage();
    test.document.edit({}, [](Experiment& experiment) { experiment.data.noise = 0.3; });
    QVERIFY(thumbnail(test, "moons")->grab().toImage() != before);
    test.undo();
    QVERIFY(thumbnail(test, "moons")->grab().toImage() == before);
    QVERIFY(thumbnail(test, "circles")->grab().toImage() != before);
}

void DataSettingsTest::pointsArePainted() {
    SetupUnderTest test;
    auto* canvas = test.find<PointsCanvas>(QStringLiteral("pointsCanvas"));
    QVERIFY(!canvas->isVisible());
    chooseSource(test, QStringLiteral("points"));
    QVERIFY(canvas->isVisible());
    const std::size_t atFirst = test.experiment().data.points.size();
    const QPoint place(canvas->width() / 2, canvas->height() / 4);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, place);
    QCOMPARE(test.experiment().data.points.size(), atFirst + 1);
    QCOMPARE(test.experiment().data.points.back().label, 0U);
    QVERIFY(std::abs(test.experiment().data.points.back().x) < 0.02);
    QVERIFY(test.experiment().data.points.back().y > 0.5);

    auto* classes = test.find<Segments>(QStringLiteral("pointsClass"));
    QTest::mouseClick(classes->findChildren<QPushButton*>().last(), Qt::LeftButton);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, place + QPoint(40, 0));
    QCOMPARE(test.experiment().data.points.back().label, 1U);
    QTest::mouseClick(canvas, Qt::RightButton, {}, place);
    QCOMPARE(test.experiment().data.points.size(), atFirst + 1);
    test.undo();
    QCOMPARE(test.experiment().data.points.size(), atFirst + 2);
    test.find<QPushButton>(QStringLiteral("clearPoints"))->click();
    QCOMPARE(test.experiment().data.points.size(), atFirst);
    test.undo();
    QCOMPARE(test.experiment().data.points.size(), atFirst + 2);
}

void DataSettingsTest::strokeIsUndoneAtOnce() {
    SetupUnderTest test;
    chooseSource(test, QStringLiteral("points"));
    auto* canvas = test.find<PointsCanvas>(QStringLiteral("pointsCanvas"));
    const auto before = test.experiment().data.points;
    QTest::mousePress(canvas, Qt::LeftButton, {}, {30, 30});
    for (int x = 40; x <= 100; x += 10) {
        QMouseEvent move(QEvent::MouseMove, QPointF(x, 30), canvas->mapToGlobal(QPointF(x, 30)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(canvas, &move);
    }
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, {100, 30});
    QVERIFY(test.experiment().data.points.size() >= before.size() + 3);
    QTest::mouseClick(canvas, Qt::LeftButton, {}, {30, 60});
    test.undo();
    test.undo();
    QVERIFY(test.experiment().data.points == before);
}

void DataSettingsTest::eachClassKeepsAPoint() {
    SetupUnderTest test;
    chooseSource(test, QStringLiteral("points"));
    auto* canvas = test.find<PointsCanvas>(QStringLiteral("pointsCanvas"));
    auto* hint = test.find<QLabel>(QStringLiteral("pointsHint"));
    const auto before = test.experiment().data.points;
    const QString usual = hint->text();
    const double pixelsPerUnit = std::min(canvas->width(), canvas->height()) / 2.4;
    const auto left = static_cast<int>(canvas->width() / 2.0 - 0.5 * pixelsPerUnit);
    QTest::mouseClick(canvas, Qt::RightButton, {}, {left, canvas->height() / 2});
    QVERIFY(test.experiment().data.points == before);
    QVERIFY(hint->text() != usual);
}

void DataSettingsTest::pointsAreAddedByKeyboard() {
    SetupUnderTest test;
    chooseSource(test, QStringLiteral("points"));
    auto* canvas = test.find<PointsCanvas>(QStringLiteral("pointsCanvas"));
    const auto before = test.experiment().data.points;
    canvas->setFocus(Qt::TabFocusReason);
    QTest::keyClick(canvas, Qt::Key_Up);
    QTest::keyClick(canvas, Qt::Key_Return);
    QCOMPARE(test.experiment().data.points.size(), before.size() + 1);
    QTest::keyClick(canvas, Qt::Key_Delete);
    QVERIFY(test.experiment().data.points == before);
}

void DataSettingsTest::paintedPointsAreTrainedOn() {
    WindowUnderTest test;
    auto* sources = test.find<QComboBox>("dataSource");
    const int index = sources->findData(QStringLiteral("points"));
    sources->setCurrentIndex(index);
    emit sources->activated(index);
    QTRY_VERIFY(test.session.data() && test.session.data()->train.count() == 2);
    test.click("epochButton");
    QTRY_COMPARE(test.epochsOf(0), std::size_t{1});
    QVERIFY(!test.find<MessageBar>("messageBar")->isVisible());
}

void DataSettingsTest::csvFileIsChosen() {
    const QTemporaryDir directory;
    SetupUnderTest test;
    test.dialogs.answer = write(directory, QStringLiteral("plants.csv"), plants);
    chooseSource(test, QStringLiteral("csv"));
    QTRY_COMPARE(test.experiment().data.source, std::string("csv"));
    QCOMPARE(test.experiment().data.target, std::string("kind"));
    QVERIFY(test.experiment().data.task == Task::Classification);
    QCOMPARE(test.find<QLabel>(QStringLiteral("dataFile"))->text(), QStringLiteral("plants.csv"));
    test.undo();
    QVERIFY(test.experiment() == startUpExperiment());
}

void DataSettingsTest::csvTargetIsChangedInPlace() {
    const QTemporaryDir directory;
    SetupUnderTest test;
    test.files.open(write(directory, QStringLiteral("numbers.csv"),
                          "a,b,c\n0.5,1,0\n1.5,2,1\n"
                          "2.5,3,0\n3.5,4,1\n")
                        .toStdString());
    auto* target = test.find<QComboBox>(QStringLiteral("csvTarget"));
    QTRY_COMPARE(target->count(), 3);
    QCOMPARE(target->currentText(), QStringLiteral("c"));
    target->setCurrentText(QStringLiteral("a"));
    emit target->activated(target->currentIndex());
    QCOMPARE(test.experiment().data.target, std::string("a"));
    QVERIFY(test.experiment().data.task == Task::Regression);
    auto* task = test.find<Segments>(QStringLiteral("csvTask"));
    QCOMPARE(task->currentIndex(), 1);
}

void DataSettingsTest::imagesShowTheirFirstExamples() {
    const QTemporaryDir directory;
    const auto bytesOf = [](const test::Bytes& bytes) {
        return QByteArray(reinterpret_cast<const char*>(bytes.data()),
                          static_cast<qsizetype>(bytes.size()));
    };
    const QString images = write(directory, QStringLiteral("train-images-idx3-ubyte"),
                                 bytesOf(test::idxBytes({5, 2, 2}, test::countingBytes(20))));
    write(directory, QStringLiteral("train-labels-idx1-ubyte"),
          bytesOf(test::idxBytes({5}, {0, 1, 2, 0, 1})));
    SetupUnderTest test;
    test.dialogs.answer = images;
    chooseSource(test, QStringLiteral("idx"));
    QTRY_COMPARE(test.experiment().data.source, std::string("idx"));
    const Dataset dataset = loadDataset(test.experiment().data, {});
    test.panel.showData(dataset);
    QVERIFY(!thumbnail(test, "spiral")->isVisible());
    QStringList shown;
    for (const DataThumbnail* picture : test.panel.findChildren<DataThumbnail*>()) {
        if (picture->isVisible()) {
            shown << picture->accessibleName();
        }
    }
    QStringList labels;
    for (const std::uint32_t label : dataset.train.labels) {
        labels << QString::number(label);
    }
    QCOMPARE(shown, labels);
    test.undo();
    QVERIFY(thumbnail(test, "spiral")->isVisible());
}

void DataSettingsTest::badFileIsExplainedAndChangesNothing() {
    const QTemporaryDir directory;
    WindowUnderTest test;
    const Experiment before = test.document.experiment();
    dropOn(*test.window, write(directory, QStringLiteral("torn.csv"), "a,kind\n1,x\nold,y\n"));
    auto* message = test.find<MessageBar>("messageBar");
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->sentence().contains(QStringLiteral("torn.csv")),
             qPrintable(message->sentence()));
    QVERIFY2(message->sentence().contains(QStringLiteral("line 3")),
             qPrintable(message->sentence()));
    QVERIFY(test.document.experiment() == before);
}

void DataSettingsTest::fileIsDroppedOnTheWindow() {
    const QTemporaryDir directory;
    WindowUnderTest test;
    test.window->setPage(Page::Curves);
    dropOn(*test.window, write(directory, QStringLiteral("plants.csv"), plants));
    QTRY_VERIFY(test.session.data() && test.session.data()->featureCount == 2 &&
                test.session.data()->train.count() < 6);
    QCOMPARE(test.document.experiment().data.target, std::string("kind"));
    QCOMPARE(test.window->page(), Page::Training); // where it is seen
    QCOMPARE(test.dialogs.saveQuestions, 0);       // the experiment is still the same document
}

void DataSettingsTest::noFileChangesNothing() {
    SetupUnderTest test;
    chooseSource(test, QStringLiteral("idx"));
    QVERIFY(test.experiment() == startUpExperiment());
    QCOMPARE(test.find<QComboBox>(QStringLiteral("dataSource"))->currentData().toString(),
             QStringLiteral("spiral"));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::DataSettingsTest)
#include "data_settings_test.moc"
