// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/data_file.h"
#include "core/io/dataset_loader.h"
#include "core/io/experiment_file.h"
#include "tests/ui/window_under_test.h"

#include <QDir>
#include <QTemporaryDir>

namespace reluscope::ui {
namespace {

/// A folder "lab" for an experiment, beside one, "data", with a file to learn from.
struct Folders {
    QTemporaryDir root;
    ScriptedDialogs dialogs;
    ExperimentDocument document{startUpExperiment()};
    QWidget window;
    ExperimentFiles files{document, dialogs, window};

    Folders() {
        for (const char* folder : {"project/lab", "project/data"}) {
            QDir(root.path()).mkpath(QLatin1String(folder));
        }
        for (const char* name : {"project/lab/plants.csv", "project/data/plants.csv"}) {
            QFile file(at(name));
            file.open(QIODevice::WriteOnly);
            file.write("length,width,kind\n1,2,a\n2,3,b\n3,4,a\n4,5,b\n5,6,a\n6,7,b\n");
        }
    }

    QString at(const char* name) const { return root.filePath(QLatin1String(name)); }

    /// As a dialog or a drop does.
    void useData(const char* name) {
        document.edit(QStringLiteral("data"), [this, name](Experiment& experiment) {
            experiment.data = dataFileSpec(at(name).toStdString());
        });
    }
    bool save(const char* name) {
        dialogs.answer = at(name);
        files.saveAs();
        return QTest::qWaitFor([&] { return document.path() == at(name).toStdString(); });
    }
    bool open(const char* name) {
        files.open(at(name).toStdString());
        return QTest::qWaitFor([&] { return document.path() == at(name).toStdString(); });
    }
    std::string pathIn(const char* name) const {
        return readExperiment(at(name).toStdString()).data.path;
    }
    std::string path() const { return document.experiment().data.path; }
    std::size_t examples() const {
        const Dataset data = loadDataset(document.experiment().data, document.directory());
        return data.train.count() + data.test.count();
    }
};

} // namespace

class ExperimentPathsTest : public QObject {
    Q_OBJECT

  private slots:
    void experimentMovesWithTheDataBesideIt();
    void experimentMovesWithTheFolderOfItsData();
    void experimentIsSavedElsewhere();
};

void ExperimentPathsTest::experimentMovesWithTheDataBesideIt() {
    Folders test;
    test.useData("project/lab/plants.csv");
    QCOMPARE(QString::fromStdString(test.path()), test.at("project/lab/plants.csv"));
    QVERIFY(test.save("project/lab/plants.reluscope.json"));
    QCOMPARE(test.pathIn("project/lab/plants.reluscope.json"), std::string("plants.csv"));
    QVERIFY(QDir(test.root.path()).rename(QStringLiteral("project/lab"), QStringLiteral("moved")));
    QVERIFY(test.open("moved/plants.reluscope.json"));
    QCOMPARE(QString::fromStdString(test.path()), test.at("moved/plants.csv"));
    QCOMPARE(test.examples(), std::size_t{6});
}

void ExperimentPathsTest::experimentMovesWithTheFolderOfItsData() {
    Folders test;
    test.useData("project/data/plants.csv");
    QVERIFY(test.save("project/lab/plants.reluscope.json"));
    QCOMPARE(test.pathIn("project/lab/plants.reluscope.json"), std::string("../data/plants.csv"));
    QVERIFY(QDir(test.root.path()).rename(QStringLiteral("project"), QStringLiteral("moved")));
    QVERIFY(test.open("moved/lab/plants.reluscope.json"));
    QCOMPARE(QString::fromStdString(test.path()), test.at("moved/data/plants.csv"));
    QCOMPARE(test.examples(), std::size_t{6});
}

/// Neither the data nor a step of the undo history gets lost by that.
void ExperimentPathsTest::experimentIsSavedElsewhere() {
    Folders test;
    test.useData("project/lab/plants.csv");
    QVERIFY(test.save("project/lab/plants.reluscope.json"));
    QVERIFY(test.open("project/lab/plants.reluscope.json"));
    test.document.edit(QStringLiteral("seed"), [](Experiment& e) { ++e.network.seed; });
    QVERIFY(test.save("project/plants.reluscope.json"));
    QCOMPARE(test.pathIn("project/plants.reluscope.json"), std::string("lab/plants.csv"));
    QCOMPARE(test.examples(), std::size_t{6});
    test.document.undoStack().undo();
    QCOMPARE(test.examples(), std::size_t{6});
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::ExperimentPathsTest)
#include "experiment_paths_test.moc"
