// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/file_dialogs.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace reluscope::ui {

/// Answers Qt's own dialogs as a user would.
class FileDialogsTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void experimentsGetTheirSuffix_data();
    void experimentsGetTheirSuffix();
    void noExperimentIsOverwrittenUnasked_data();
    void noExperimentIsOverwrittenUnasked();
    void changesAreAskedAbout_data();
    void changesAreAskedAbout();
};

void FileDialogsTest::experimentsGetTheirSuffix_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no suffix") << "mine"
                               << "mine.reluscope.json";
    QTest::newRow("the suffix") << "mine.reluscope.json"
                                << "mine.reluscope.json";
    QTest::newRow("half of it") << "mine.json"
                                << "mine.reluscope.json";
    QTest::newRow("another dot") << "mine.v2"
                                 << "mine.v2.reluscope.json";
}

void FileDialogsTest::experimentsGetTheirSuffix() {
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QTemporaryDir folder;
    QTimer::singleShot(0, this, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        dialog->setDirectory(folder.path());
        dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(typed);
        QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
    });
    QCOMPARE(FileDialogs().askForExperimentToSave(nullptr, QStringLiteral("x.reluscope.json")),
             folder.filePath(expected));
}

void FileDialogsTest::noExperimentIsOverwrittenUnasked_data() {
    QTest::addColumn<QString>("typed");
    QTest::newRow("no suffix") << "mine";
    QTest::newRow("the suffix") << "mine.reluscope.json";
    QTest::newRow("half of it") << "mine.json";
}

void FileDialogsTest::noExperimentIsOverwrittenUnasked() {
    QFETCH(QString, typed);
    QTemporaryDir folder;
    const QString existing = folder.filePath(QStringLiteral("mine.reluscope.json"));
    QVERIFY(QFile(existing).open(QIODevice::WriteOnly));
    QString question;
    bool hasTyped = false;
    QTimer user;
    connect(&user, &QTimer::timeout, this, [&] {
        QWidget* front = QApplication::activeModalWidget();
        if (auto* box = qobject_cast<QMessageBox*>(front)) {
            question = box->text();
            box->button(QMessageBox::No)->click();
        } else if (auto* dialog = qobject_cast<QFileDialog*>(front); dialog != nullptr) {
            if (!question.isEmpty()) {
                dialog->reject();
                return;
            }
            dialog->setDirectory(folder.path());
            if (!hasTyped) {
                hasTyped = true;
                dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(typed);
            }
            // Queued: the question comes up inside, where this timer would not go on.
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        }
    });
    user.start(10);
    QCOMPARE(FileDialogs().askForExperimentToSave(nullptr, QStringLiteral("x.reluscope.json")),
             QString());
    QVERIFY2(question.contains(QStringLiteral("mine.reluscope.json")), qPrintable(question));
}

void FileDialogsTest::changesAreAskedAbout_data() {
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<SaveAnswer>("answer");
    QTest::newRow("save") << QMessageBox::Save << SaveAnswer::Save;
    QTest::newRow("discard") << QMessageBox::Discard << SaveAnswer::Discard;
    QTest::newRow("cancel") << QMessageBox::Cancel << SaveAnswer::Cancel;
    QTest::newRow("Esc") << QMessageBox::NoButton << SaveAnswer::Cancel;
}

void FileDialogsTest::changesAreAskedAbout() {
    QFETCH(QMessageBox::StandardButton, button);
    QFETCH(SaveAnswer, answer);
    QString question;
    QTimer::singleShot(0, this, [&] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        question = box->text();
        if (button == QMessageBox::NoButton) {
            QTest::keyClick(box, Qt::Key_Escape);
        } else {
            box->button(button)->click();
        }
    });
    QCOMPARE(FileDialogs().askWhetherToSave(nullptr, QStringLiteral("Two <b>moons")), answer);
    QVERIFY2(question.contains(QStringLiteral("Two <b>moons")), qPrintable(question));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::FileDialogsTest)
#include "file_dialogs_test.moc"
