// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_data.h"

#include "ui/plot/plot.h"

#include <QLocale>
#include <QStringList>

#include <cmath>

namespace reluscope::ui {

namespace {

/// What lies nearer than this share of the whole range has the same x: the sides of a jump end a
/// hair apart.
constexpr double sameShare = 1e-9;

/// A line, and how far it has been written.
struct Column {
    const Series* series;
    std::size_t next = 0;

    void skipGaps() {
        while (!isAtEnd() && !std::isfinite(series->y()[next])) {
            ++next;
        }
    }
    bool isAtEnd() const { return next == series->x().size(); }
    double x() const { return series->x()[next]; }
};

QString exact(double value) {
    return QString::number(value + 0.0, 'g', QLocale::FloatingPointShortest); // no "-0"
}

QString pathTable(const Plot& plot) {
    QStringList cells{QString()};
    for (const auto& series : plot.series()) {
        if (series->isVisible()) {
            cells << series->name();
        }
    }
    QString table = cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const auto& [y, name] : plot.axis(PlotAxis::Y).names) {
        cells = {name};
        for (const auto& series : plot.series()) {
            if (series->isVisible()) {
                const auto x = series->pathAt(y);
                cells << (x ? exact(*x) : QString());
            }
        }
        table += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return table;
}

} // namespace

QString dataTable(const Plot& plot) {
    if (!plot.axis(PlotAxis::Y).names.empty()) {
        return pathTable(plot);
    }
    std::vector<Column> columns;
    QStringList cells{QStringLiteral("x")};
    for (const auto& series : plot.series()) {
        if (series->isVisible() && !series->x().empty()) {
            columns.push_back({series.get()});
            cells << series->name();
        }
    }
    const double tolerance =
        sameShare * plot.dataExtent(PlotAxis::X).value_or(Interval{0.0, 0.0}).size();
    QStringList rows{cells.join(QLatin1Char('\t'))};
    for (;;) {
        const Column* first = nullptr;
        for (Column& column : columns) {
            column.skipGaps();
            if (!column.isAtEnd() && (first == nullptr || column.x() < first->x())) {
                first = &column;
            }
        }
        if (first == nullptr) {
            break;
        }
        const double x = first->x();
        cells = {exact(std::abs(x) <= tolerance ? 0.0 : x)};
        for (Column& column : columns) {
            const bool isHere = !column.isAtEnd() && column.x() - x <= tolerance;
            cells << (isHere ? exact(column.series->y()[column.next++]) : QString());
        }
        rows << cells.join(QLatin1Char('\t'));
    }
    return rows.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace reluscope::ui
