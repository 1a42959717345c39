// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/experiment_document.h"

#include <QSignalSpy>
#include <QTest>

namespace reluscope::ui {

namespace {

void setSeed(ExperimentDocument& document, std::uint64_t seed, const QString& gesture = {}) {
    document.edit(
        QStringLiteral("Seed"), [seed](Experiment& experiment) { experiment.network.seed = seed; },
        gesture);
}

std::uint64_t seedOf(const ExperimentDocument& document) {
    return document.experiment().network.seed;
}

const QString drag = QStringLiteral("drag");

} // namespace

class ExperimentDocumentTest : public QObject {
    Q_OBJECT

  private slots:
    void editChangesAndTellsWhatWasBefore();
    void editIsUndoneAndRedone();
    void editToTheSameIsNoEdit();
    void editsOfAGestureAreUndoneTogether();
    void endOfAGestureSeparates();
    void otherGesturesAndEditsStayApart();
    void gestureThatReturnsLeavesNothingToUndo();
    void openClearsTheUndoHistory();
    void savedDocumentIsUnmodified();
    void gestureThatGoesOnAfterSavingIsModified();
};

void ExperimentDocumentTest::editChangesAndTellsWhatWasBefore() {
    ExperimentDocument document{Experiment{}};
    QSignalSpy changed(&document, &ExperimentDocument::changed);
    setSeed(document, 7);
    QCOMPARE(seedOf(document), 7U);
    QCOMPARE(changed.size(), 1);
    QVERIFY(changed.front().front().value<Experiment>() == Experiment{});
    QCOMPARE(document.undoStack().undoText(), QStringLiteral("Seed"));
    QVERIFY(document.isModified());
}

void ExperimentDocumentTest::editIsUndoneAndRedone() {
    ExperimentDocument document{Experiment{}};
    setSeed(document, 7);
    setSeed(document, 8);
    document.undoStack().undo();
    QCOMPARE(seedOf(document), 7U);
    document.undoStack().undo();
    QVERIFY(document.experiment() == Experiment{});
    QVERIFY(!document.isModified());
    QSignalSpy changed(&document, &ExperimentDocument::changed);
    document.undoStack().redo();
    document.undoStack().redo();
    QCOMPARE(seedOf(document), 8U);
    QCOMPARE(changed.size(), 2);
}

void ExperimentDocumentTest::editToTheSameIsNoEdit() {
    ExperimentDocument document{Experiment{}};
    QSignalSpy changed(&document, &ExperimentDocument::changed);
    setSeed(document, seedOf(document));
    QCOMPARE(changed.size(), 0);
    QVERIFY(!document.undoStack().canUndo());
}

void ExperimentDocumentTest::editsOfAGestureAreUndoneTogether() {
    ExperimentDocument document{Experiment{}};
    for (const std::uint64_t seed : {2U, 3U, 4U}) {
        setSeed(document, seed, drag);
        QCOMPARE(seedOf(document), seed);
    }
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QVERIFY(document.experiment() == Experiment{});
    document.undoStack().redo();
    QCOMPARE(seedOf(document), 4U);
}

void ExperimentDocumentTest::endOfAGestureSeparates() {
    ExperimentDocument document{Experiment{}};
    setSeed(document, 2, drag);
    setSeed(document, 3, drag);
    document.endGesture();
    setSeed(document, 4, drag);
    setSeed(document, 5, drag);
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    QCOMPARE(seedOf(document), 3U);
}

void ExperimentDocumentTest::otherGesturesAndEditsStayApart() {
    ExperimentDocument document{Experiment{}};
    setSeed(document, 2, drag);
    setSeed(document, 3, QStringLiteral("another"));
    setSeed(document, 4);
    setSeed(document, 5);
    QCOMPARE(document.undoStack().count(), 4);
}

void ExperimentDocumentTest::gestureThatReturnsLeavesNothingToUndo() {
    ExperimentDocument document{Experiment{}};
    const std::uint64_t before = seedOf(document);
    setSeed(document, before + 1, drag);
    setSeed(document, before, drag);
    QVERIFY(!document.undoStack().canUndo());
    QVERIFY(document.experiment() == Experiment{});
    QVERIFY(!document.isModified());
}

void ExperimentDocumentTest::openClearsTheUndoHistory() {
    ExperimentDocument document{Experiment{}};
    setSeed(document, 2);
    QSignalSpy opened(&document, &ExperimentDocument::opened);
    Experiment other;
    other.title = "other";
    document.open(other, "folder/other.json");
    QCOMPARE(opened.size(), 1);
    QVERIFY(document.experiment() == other);
    QVERIFY(document.path() == "folder/other.json");
    QVERIFY(document.directory() == "folder");
    QVERIFY(!document.undoStack().canUndo());
    QVERIFY(!document.isModified());
}

void ExperimentDocumentTest::savedDocumentIsUnmodified() {
    ExperimentDocument document{Experiment{}};
    setSeed(document, 2);
    QSignalSpy pathChanged(&document, &ExperimentDocument::pathChanged);
    document.setSaved("mine.json");
    QVERIFY(!document.isModified());
    QVERIFY(document.path() == "mine.json");
    QCOMPARE(pathChanged.size(), 1);
    document.undoStack().undo();
    QVERIFY(document.isModified());
}

void ExperimentDocumentTest::gestureThatGoesOnAfterSavingIsModified() {
    ExperimentDocument document{Experiment{}};
    setSeed(document, 2, drag);
    document.setSaved("mine.json");
    setSeed(document, 3, drag);
    QVERIFY(document.isModified());
    document.undoStack().undo();
    QCOMPARE(seedOf(document), 2U);
    QVERIFY(!document.isModified());
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::ExperimentDocumentTest)
#include "experiment_document_test.moc"
