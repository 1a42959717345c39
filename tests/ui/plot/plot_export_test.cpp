// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot.h"
#include "ui/plot/plot_data.h"
#include "ui/plot/plot_export.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>
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
    void pictureForTheClipboardIsLight();
    void screenKeepsItsTheme();
    void dataAreATable();
    void sidesOfAJumpAreTwoRows();
    void linesWithOtherSamplesLeaveCellsEmpty();
};

void PlotExportTest::pngHasTheChosenSizeInTheLightTheme() {
    QTemporaryDir folder;
    DarkPlot plot;
    const QString path = folder.filePath(QStringLiteral("loss.png"));
    QVERIFY(savePicture(plot, path, {PictureFormat::Png, {800, 450}, 2.0}));
    const QImage picture(path);
    QCOMPARE(picture.size(), QSize(1600, 900));
    QCOMPARE(picture.pixelColor(1, 1), Theme::light().color(Tone::Tile));
}

void PlotExportTest::svgIsMadeOfLinesAndText() {
    QTemporaryDir folder;
    DarkPlot plot;
    const QString path = folder.filePath(QStringLiteral("loss.svg"));
    QVERIFY(savePicture(plot, path, {PictureFormat::Svg, {800, 450}, 1.0}));
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
    QVERIFY(savePicture(plot, path, {PictureFormat::Pdf, {800, 450}, 1.0}));
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
    QVERIFY(!savePicture(plot, QStringLiteral("/no/such/folder/loss"), {format, {800, 450}, 1.0}));
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

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::PlotExportTest)
#include "plot_export_test.moc"
