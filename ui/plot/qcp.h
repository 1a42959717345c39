// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtPrintSupport/QPrinter>

// Or else QCustomPlot's header takes in all of Qt's widgets, by the header of a whole module.
#ifndef QT_QTPRINTSUPPORT_MODULE_H
#define QT_QTPRINTSUPPORT_MODULE_H
#endif

// The only place that includes QCustomPlot: its header raises warnings that are errors for us.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <qcustomplot.h>
#pragma GCC diagnostic pop
