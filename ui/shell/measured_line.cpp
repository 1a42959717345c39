// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/measured_line.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace reluscope::ui {

void endMeasurement(const QJsonObject& line) {
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QCoreApplication::exit(0);
}

void failMeasurement(const InputError& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    QCoreApplication::exit(1);
}

} // namespace reluscope::ui
