// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshot.h"

#include <QCoreApplication>
#include <QImageWriter>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace reluscope::ui {

void saveScreenshotAndQuit(QWidget& window, const QString& path, double seconds) {
    constexpr double milliseconds = 1000;
    QTimer::singleShot(static_cast<int>(seconds * milliseconds), &window, [&window, path] {
        QImageWriter writer(path, "png");
        const bool isWritten = writer.write(window.grab().toImage());
        if (!isWritten) {
            std::fprintf(stderr, "error: %s: %s\n", qPrintable(path),
                         qPrintable(writer.errorString()));
        }
        QCoreApplication::exit(isWritten ? 0 : 1);
    });
}

} // namespace reluscope::ui
