// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset_loader.h"
#include "ui/session/data_cache.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace reluscope::ui {

class DataCacheTest : public QObject {
    Q_OBJECT

  private slots:
    void keepsWhatWasLoadedLast();
    void readsAFileAgainThatHasChanged();
};

namespace {

struct CsvInAFolder {
    QTemporaryDir folder;
    DataCache cache;
    DataSpec spec;

    CsvInAFolder() {
        spec.source = csvSource;
        spec.path = "points.csv";
        spec.target = "y";
        spec.task = Task::Regression;
        write("x,y\n1,2\n2,3\n3,4\n4,5\n5,6\n");
    }
    void write(const QByteArray& text) const {
        QFile file(folder.filePath("points.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    std::shared_ptr<const Dataset> load() {
        return cache.load(spec, folder.path().toStdString(), {});
    }
};

} // namespace

void DataCacheTest::keepsWhatWasLoadedLast() {
    CsvInAFolder test;
    const auto first = test.load();
    QCOMPARE(test.load(), first);
    test.spec.seed = 2;
    QVERIFY(test.load() != first);
}

void DataCacheTest::readsAFileAgainThatHasChanged() {
    CsvInAFolder test;
    const auto first = test.load();
    QCOMPARE(first->train.count() + first->test.count(), std::size_t{5});
    test.write("x,y\n1,2\n2,3\n3,4\n4,5\n5,6\n6,7\n");
    const auto second = test.load();
    QCOMPARE(second->train.count() + second->test.count(), std::size_t{6});
    QCOMPARE(first->train.count() + first->test.count(), std::size_t{5}); // whoever has it
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::DataCacheTest)
#include "data_cache_test.moc"
