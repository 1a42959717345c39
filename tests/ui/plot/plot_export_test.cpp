// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/file_dialogs.h"
#include "ui/controls/number_field.h"
#include "ui/plot/export_form.h"
#include "ui/plot/plot.h"
#include "ui/plot/plot_data.h"
#include "ui/plot/plot_export.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

#include <array>
#include <cmath>
#include <functional>
#include <limits>

namespace reluscope::ui {

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

/// A plot on a dark page.
struct DarkPlot : Plot {
    DarkPlot() {
        setPalette(Theme::dark().palette());
        setAccessibleName(QStringLiteral("Loss"));
        resize(420, 260);
        Series& line = addSeries(0, SeriesRole::Main);
        line.setData(std::array{0.0, 0.5, 1.0}, std::array{0.0, 0.25, 1.0});
        line.setName(QStringLiteral("ReLU"));
    }
};

/// Answers without a dialog, after what goes on while one is open.
struct PictureDialog : FileDialogs {
    QString answer;
    std::function<void()> meanwhile = [] {};
    int asked = 0;
    QString askForPictureToSave(QWidget*, const QString&) override {
        ++asked;
        meanwhile();
        return answer;
    }
};

/// A window with a plot, and the form open over it.
struct OpenForm {
    QTemporaryDir folder;
    PictureDialog dialog;
    QWidget window;
    QPointer<Plot> plot = new DarkPlot;
    QPointer<ExportForm> form;

    OpenForm() {
        dialog.answer = folder.filePath(QStringLiteral("loss.png"));
        plot->setParent(&window);
        window.resize(800, 600);
        window.show();
        static_cast<void>(QTest::qWaitForWindowActive(&window));
        ExportForm::open(*plot, dialog, QPoint(800, 0));
        form = window.findChild<ExportForm*>();
    }

    template <class Widget>
    Widget* find(const char* name) {
        return form->findChild<Widget*>(QLatin1String(name));
    }
    QString note() { return find<QLabel>("exportNote")->text(); }
    void click(const char* button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void choose(const char* segments, int index) {
        QTest::mouseClick(find<QWidget>(segments)->findChildren<QPushButton*>().at(index),
                          Qt::LeftButton);
    }
    void enterSide(const char* name, int pixels) {
        auto* field = find<NumberField>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QString::number(pixels));
        field->clearFocus();
    }
};

/// Keeps Qt's other threads busy while it lives, and ends with all of their work done.
class BusyThreads {
  public:
    BusyThreads() {
        m_pool.setMaxThreadCount(1);
        m_pool.start([this] { m_end.acquire(); });
    }
    ~BusyThreads() {
        m_end.release();
        m_pool.waitForDone();
        m_pool.setMaxThreadCount(m_usual);
    }
    BusyThreads(const BusyThreads&) = delete;
    BusyThreads& operator=(const BusyThreads&) = delete;

  private:
    QThreadPool& m_pool = *QThreadPool::globalInstance();
    int m_usual = m_pool.maxThreadCount();
    QSemaphore m_end;
};

SaveResult saved(Plot& plot, const QString& path, const PictureOptions& options) {
    return savePicture(plot, path, options).result();
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class PlotExportTest : public QObject {
    Q_OBJECT

  private slots:
    void pngHasTheChosenSizeInTheLightTheme();
    void svgIsMadeOfLinesAndText();
    void pdfIsWritten();
    void unwritableFileIsReported_data();
    void unwritableFileIsReported();
    void tooManyPixelsAreRefused();
    void pngIsWrittenInAnotherThread();
    void pictureForTheClipboardIsLight();
    void screenKeepsItsTheme();
    void dataAreATable();
    void sidesOfAJumpAreTwoRows();
    void linesWithOtherSamplesLeaveCellsEmpty();
    void dialogAsksAboutTheCompletedName_data();
    void dialogAsksAboutTheCompletedName();
    void formStaysWhenTheWindowIsMinimized();
    void plotThatGoesDuringTheDialogIsNotSaved_data();
    void plotThatGoesDuringTheDialogIsNotSaved();
    void formRefusesTooManyPixels();
    void formStaysUntilThePictureIsWritten();
    void pictureIsWrittenAfterTheFormIsLeft();
    void formSaysThatAFileIsNotWritable();
    void enterPressesTheButtonInFocus();
    void enterInAFieldSaves();
};

void PlotExportTest::pngHasTheChosenSizeInTheLightTheme() {
    QTemporaryDir folder;
    DarkPlot plot;
    const QString path = folder.filePath(QStringLiteral("loss.png"));
    QCOMPARE(saved(plot, path, {PictureFormat::Png, {800, 450}, 2.0}), SaveResult::Written);
    const QImage picture(path);
    QCOMPARE(picture.size(), QSize(1600, 900));
    QCOMPARE(picture.pixelColor(1, 1), Theme::light().color(Tone::Tile));
}

void PlotExportTest::svgIsMadeOfLinesAndText() {
    QTemporaryDir folder;
    DarkPlot plot;
    const QString path = folder.filePath(QStringLiteral("loss.svg"));
    QCOMPARE(saved(plot, path, {PictureFormat::Svg, {800, 450}, 1.0}), SaveResult::Written);
    const QByteArray svg = contentOf(path);
    QVERIFY(svg.contains("viewBox=\"0 0 800 450\""));
    QVERIFY(svg.contains("<title>Loss</title>"));
    QVERIFY(svg.contains("<polyline"));
    QVERIFY(svg.contains("0.5</text>"));
    QVERIFY(!svg.contains("<image"));
}

void PlotExportTest::pdfIsWritten() {
    QTemporaryDir folder;
    DarkPlot plot;
    const QString path = folder.filePath(QStringLiteral("loss.pdf"));
    QCOMPARE(saved(plot, path, {PictureFormat::Pdf, {800, 450}, 1.0}), SaveResult::Written);
    QVERIFY(contentOf(path).startsWith("%PDF"));
}

void PlotExportTest::unwritableFileIsReported_data() {
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("PNG") << PictureFormat::Png;
    QTest::newRow("SVG") << PictureFormat::Svg;
    QTest::newRow("PDF") << PictureFormat::Pdf;
}

void PlotExportTest::unwritableFileIsReported() {
    QFETCH(PictureFormat, format);
    DarkPlot plot;
    QCOMPARE(saved(plot, QStringLiteral("/no/such/folder/loss"), {format, {800, 450}, 1.0}),
             SaveResult::NotWritable);
}

void PlotExportTest::tooManyPixelsAreRefused() {
    QVERIFY(!isTooLarge({PictureFormat::Png, {8000, 8000}, 1.0}));
    QVERIFY(isTooLarge({PictureFormat::Png, {8001, 8000}, 1.0}));
    QVERIFY(!isTooLarge({PictureFormat::Svg, {8000, 8000}, 3.0}));
    QTemporaryDir folder;
    DarkPlot plot;
    const QString path = folder.filePath(QStringLiteral("loss.png"));
    QCOMPARE(saved(plot, path, {PictureFormat::Png, {8000, 8000}, 3.0}), SaveResult::TooLarge);
    QVERIFY(!QFile::exists(path));
}

void PlotExportTest::pngIsWrittenInAnotherThread() {
    QTemporaryDir folder;
    DarkPlot plot;
    const QString path = folder.filePath(QStringLiteral("loss.png"));
    QFuture<SaveResult> writing;
    {
        const BusyThreads busy;
        writing = savePicture(plot, path, {PictureFormat::Png, {800, 450}, 1.0});
        QVERIFY(!writing.isFinished());
        QVERIFY(!QFile::exists(path));
    }
    QCOMPARE(writing.result(), SaveResult::Written);
    QCOMPARE(QImage(path).size(), QSize(800, 450));
}

void PlotExportTest::pictureForTheClipboardIsLight() {
    DarkPlot plot;
    const QImage picture = pictureOf(plot).toImage();
    QCOMPARE(picture.size(), plot.size() * plot.devicePixelRatioF());
    QCOMPARE(picture.pixelColor(1, 1), Theme::light().color(Tone::Tile));
}

void PlotExportTest::screenKeepsItsTheme() {
    DarkPlot plot;
    plot.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&plot));
    QCoreApplication::processEvents();
    const QImage before = plot.grab().toImage();
    static_cast<void>(pictureOf(plot));
    QCoreApplication::processEvents();
    QVERIFY(plot.grab().toImage() == before);
    QCOMPARE(before.pixelColor(1, 1), Theme::dark().color(Tone::Tile));
}

void PlotExportTest::dataAreATable() {
    DarkPlot plot;
    QCOMPARE(dataTable(plot), QStringLiteral("x\tReLU\n0\t0\n0.5\t0.25\n1\t1\n"));
    plot.series().front()->setVisible(false);
    QCOMPARE(dataTable(plot), QStringLiteral("x\n"));
}

void PlotExportTest::sidesOfAJumpAreTwoRows() {
    Plot plot;
    const double before = std::nextafter(0.0, -1.0);
    plot.addSeries(0, SeriesRole::Curve)
        .setData(std::array{-1.0, before, before, 0.0, 1.0}, std::array{0.0, 0.0, gap, 1.0, 1.0});
    plot.series().front()->setName(QStringLiteral("f'"));
    QCOMPARE(dataTable(plot), QStringLiteral("x\tf'\n-1\t0\n0\t0\n0\t1\n1\t1\n"));
}

void PlotExportTest::linesWithOtherSamplesLeaveCellsEmpty() {
    DarkPlot plot;
    plot.addSeries(1, SeriesRole::Main).setData(std::array{0.5, 0.75}, std::array{7.0, 8.0});
    plot.series().back()->setName(QStringLiteral("ELU"));
    QCOMPARE(dataTable(plot),
             QStringLiteral("x\tReLU\tELU\n0\t0\t\n0.5\t0.25\t7\n0.75\t\t8\n1\t1\t\n"));
}

void PlotExportTest::dialogAsksAboutTheCompletedName_data() {
    QTest::addColumn<QString>("typed");
    QTest::newRow("no suffix") << QStringLiteral("loss");
    QTest::newRow("another suffix") << QStringLiteral("loss.v2");
}

void PlotExportTest::dialogAsksAboutTheCompletedName() {
    QFETCH(QString, typed);
    QTemporaryDir folder;
    const QString existing = folder.filePath(typed + QStringLiteral(".png"));
    QVERIFY(QFile(existing).open(QIODevice::WriteOnly));
    QString question;
    QString suffix;
    // Goes on as the user would, from one window to the next: types, saves, does not overwrite.
    QTimer user;
    connect(&user, &QTimer::timeout, this, [&] {
        QWidget* front = QApplication::activeModalWidget();
        if (auto* box = qobject_cast<QMessageBox*>(front)) {
            question = box->text();
            box->button(QMessageBox::No)->click();
        } else if (auto* dialog = qobject_cast<QFileDialog*>(front); dialog && question.isEmpty()) {
            suffix = dialog->defaultSuffix();
            dialog->setDirectory(folder.path());
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            if (!name->text().endsWith(typed + QStringLiteral(".png"))) {
                name->setText(typed);
            }
            // Queued: the question comes up inside, where this timer would not go on.
            QMetaObject::invokeMethod(dialog, "accept", Qt::QueuedConnection);
        } else if (dialog != nullptr) {
            dialog->reject();
        }
    });
    user.start(10);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QCOMPARE(FileDialogs().askForPictureToSave(nullptr, QStringLiteral("activations.png")),
             QString());
    QCOMPARE(suffix, QStringLiteral("png"));
    QVERIFY(question.contains(QFileInfo(existing).fileName()));
}

void PlotExportTest::formStaysWhenTheWindowIsMinimized() {
    OpenForm test;
    test.enterSide("exportWidth", 640);
    QHideEvent minimized;
    QSpontaneKeyEvent::setSpontaneous(&minimized);
    qApp->notify(test.plot, &minimized);
    QVERIFY(test.form->isVisible());
    QCOMPARE(test.find<NumberField>("exportWidth")->value(), 640.0);
    test.plot->hide();
    QVERIFY(!test.form->isVisible());
}

void PlotExportTest::plotThatGoesDuringTheDialogIsNotSaved_data() {
    QTest::addColumn<bool>("isDeleted");
    QTest::newRow("hidden") << false;
    QTest::newRow("deleted") << true;
}

void PlotExportTest::plotThatGoesDuringTheDialogIsNotSaved() {
    QFETCH(bool, isDeleted);
    OpenForm test;
    test.dialog.meanwhile = [&] {
        if (isDeleted) {
            delete test.plot;
        } else {
            test.plot->hide();
        }
        QTRY_VERIFY(test.form.isNull()); // as in the event loop of a dialog
    };
    test.click("exportSave");
    QCOMPARE(test.dialog.asked, 1);
    QVERIFY(test.form.isNull());
    QTest::qWait(1);
    QThreadPool::globalInstance()->waitForDone();
    QVERIFY(!QFile::exists(test.dialog.answer));
}

void PlotExportTest::formRefusesTooManyPixels() {
    OpenForm test;
    test.enterSide("exportWidth", 8000);
    test.enterSide("exportHeight", 8000);
    test.choose("exportResolution", 2);
    QVERIFY(!test.find<QPushButton>("exportSave")->isEnabled());
    QCOMPARE(test.note(), QStringLiteral("24000 × 24000 pixels are more than 64 megapixels. "
                                         "Choose a smaller size or resolution."));
    test.choose("exportFormat", 1);
    QVERIFY(test.find<QPushButton>("exportSave")->isEnabled());
    test.choose("exportFormat", 0);
    test.choose("exportResolution", 0);
    QVERIFY(test.find<QPushButton>("exportSave")->isEnabled());
}

void PlotExportTest::formStaysUntilThePictureIsWritten() {
    OpenForm test;
    {
        const BusyThreads busy;
        test.click("exportSave");
        test.click("exportSave");
        QCOMPARE(test.dialog.asked, 1);
        QCOMPARE(test.note(), QStringLiteral("Writing “loss.png”…"));
        QVERIFY(test.form->isVisible());
    }
    QTRY_VERIFY(test.form.isNull());
    QCOMPARE(QImage(test.dialog.answer).size(), QSize(840, 520));
    QVERIFY(test.plot->hasFocus());
}

void PlotExportTest::pictureIsWrittenAfterTheFormIsLeft() {
    OpenForm test;
    {
        const BusyThreads busy;
        test.click("exportSave");
        test.click("exportCancel");
        QTRY_VERIFY(test.form.isNull());
    }
    QCOMPARE(QImage(test.dialog.answer).size(), QSize(840, 520));
}

void PlotExportTest::formSaysThatAFileIsNotWritable() {
    OpenForm test;
    test.dialog.answer = QStringLiteral("/no/such/folder/loss.png");
    test.click("exportSave");
    QTRY_COMPARE(test.note(),
                 QStringLiteral("“loss.png” could not be written. Choose another folder."));
    QVERIFY(test.form->isVisible());
    test.click("exportSave");
    QCOMPARE(test.dialog.asked, 2);
}

void PlotExportTest::enterPressesTheButtonInFocus() {
    OpenForm test;
    auto* cancel = test.find<QPushButton>("exportCancel");
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Return);
    QVERIFY(!test.form->isVisible());
    QCOMPARE(test.dialog.asked, 0);
}

void PlotExportTest::enterInAFieldSaves() {
    OpenForm test;
    QTest::keyClick(test.find<NumberField>("exportHeight"), Qt::Key_Return);
    QTRY_VERIFY(test.form.isNull());
    QVERIFY(QFile::exists(test.dialog.answer));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::PlotExportTest)
#include "plot_export_test.moc"
