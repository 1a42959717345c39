// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_actions.h"

#include "ui/controls/tile.h"
#include "ui/plot/export_form.h"
#include "ui/plot/plot.h"
#include "ui/plot/plot_data.h"
#include "ui/plot/plot_export.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace reluscope::ui {

namespace {

QString text(const char* english) {
    return QCoreApplication::translate("PlotActions", english);
}

QAction* add(QWidget& owner, const QString& text, const char* name,
             const QKeySequence& shortcut = {}) {
    auto* action = new QAction(text, &owner);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    owner.addAction(action);
    return action;
}

void addActions(QWidget& owner, Tile& tile, Plot& plot, FileDialogs& dialogs) {
    addPictureActions(
        owner, tile, plot, [&plot] { return dataTable(plot); }, dialogs);
    auto* separator = new QAction(&owner);
    separator->setSeparator(true);
    owner.addAction(separator);
    // The plot itself takes these keys: as shortcuts they would be taken from fields in the tile.
    QAction* box = add(owner, text(QT_TRANSLATE_NOOP("PlotActions", "Zoom to a rectangle")) + "\tZ",
                       "zoomBox");
    QObject::connect(box, &QAction::triggered, &plot, [&plot] {
        plot.setFocus(Qt::ShortcutFocusReason);
        plot.beginZoomBox();
    });
    QAction* home =
        add(owner, text(QT_TRANSLATE_NOOP("PlotActions", "Whole view")) + "\t0", "wholeView");
    QObject::connect(home, &QAction::triggered, &plot, &Plot::resetView);
}

} // namespace

void addPictureActions(QWidget& owner, Tile& tile, const PictureSource& source,
                       const std::function<QString()>& dataTable, FileDialogs& dialogs) {
    QAction* picture = add(owner, text(QT_TRANSLATE_NOOP("PlotActions", "Copy picture")),
                           "copyPicture", QKeySequence::Copy);
    QObject::connect(picture, &QAction::triggered, source.widget(),
                     [source] { QGuiApplication::clipboard()->setPixmap(pictureOf(source)); });
    QAction* data = add(owner, text(QT_TRANSLATE_NOOP("PlotActions", "Copy data")), "copyData",
                        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QObject::connect(data, &QAction::triggered, source.widget(),
                     [dataTable] { QGuiApplication::clipboard()->setText(dataTable()); });
    QAction* exported = add(owner, text(QT_TRANSLATE_NOOP("PlotActions", "Export picture…")),
                            "exportPicture", QKeySequence(Qt::CTRL | Qt::Key_E));
    QObject::connect(exported, &QAction::triggered, source.widget(), [&tile, source, &dialogs] {
        ExportForm::open(source, dialogs, tile.mapTo(tile.window(), QPoint(tile.width(), 0)));
    });
}

void addPlotActions(Tile& tile, Plot& plot, FileDialogs& dialogs) {
    addActions(tile, tile, plot, dialogs);
}

void addPlotMenu(Tile& tile, Plot& plot, FileDialogs& dialogs) {
    addActions(plot, tile, plot, dialogs);
    auto* menu = new QMenu(plot.accessibleName(), &plot);
    menu->addActions(plot.actions());
    tile.addAction(menu->menuAction());
}

} // namespace reluscope::ui
