// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_actions.h"

#include "core/io/sweep_csv.h"
#include "ui/controls/file_dialogs.h"
#include "ui/controls/tile.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/plot/heat_map.h"
#include "ui/plot/plot_actions.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>
#include <QStatusTipEvent>
#include <QtConcurrentRun>

namespace reluscope::ui {
namespace {

QString text(const char* english) {
    return QCoreApplication::translate("SweepActions", english);
}

/// What all runs came to, as sweep_csv.h has it.
QString resultsTable(const SweepSession& sweep) {
    std::vector<SweepResult> results = sweep.results();
    sortByCell(results);
    const std::string csv = sweepCsv(sweep.spec(), results);
    return QString::fromUtf8(csv.data(), static_cast<qsizetype>(csv.size()));
}

bool writeResults(const SweepSpec& spec, std::vector<SweepResult> results, const QString& path) {
    sortByCell(results);
    const std::string csv = sweepCsv(spec, results);
    const auto size = static_cast<qint64>(csv.size());
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(csv.data(), size) == size && file.commit();
}

void exportResults(Tile& tile, const SweepSession& sweep, FileDialogs& dialogs) {
    const QString path =
        dialogs.askForTableToSave(tile.window(), QStringLiteral("learning-rate-sweep.csv"));
    if (path.isEmpty()) {
        return;
    }
    QtConcurrent::run(writeResults, sweep.spec(), sweep.results(), path)
        .then(&tile, [&tile, name = QFileInfo(path).fileName()](bool isWritten) {
            const QString words =
                isWritten
                    ? text(QT_TRANSLATE_NOOP("SweepActions", "Saved “%1”."))
                    : text(QT_TRANSLATE_NOOP("SweepActions",
                                             "“%1” could not be written. Choose another folder."));
            QStatusTipEvent told(words.arg(name));
            QApplication::sendEvent(tile.window(), &told);
        });
}

} // namespace

void addSweepMapActions(Tile& tile, HeatMap& map, SweepSession& sweep, FileDialogs& dialogs) {
    addPictureActions(
        tile, tile, map, [&sweep] { return resultsTable(sweep); }, dialogs);
    auto* table = new QAction(text(QT_TRANSLATE_NOOP("SweepActions", "Export results…")), &tile);
    table->setObjectName(QStringLiteral("exportResults"));
    QObject::connect(table, &QAction::triggered, &tile,
                     [&tile, &sweep, &dialogs] { exportResults(tile, sweep, dialogs); });
    tile.addAction(table);
}

} // namespace reluscope::ui
