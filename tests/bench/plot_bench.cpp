// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing plots, into memory: what a person waits for at every step of a drag. Beside the mean it
// tells the median and the 99th percentile of single redraws, in milliseconds of this process: one
// thread draws, and what other programs do meanwhile does not count.
#include "ui/controls/file_dialogs.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/curves_page.h"
#include "ui/plot/plot.h"
#include "ui/plot/plot_canvas.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <numeric>
#include <vector>

namespace reluscope::ui {
namespace {

double processMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// Runs \p step again and again, and adds how long the single ones took to the figures of \p state.
template <class Step>
void measure(benchmark::State& state, Step step) {
    std::vector<double> milliseconds;
    while (state.KeepRunning()) {
        const double start = processMilliseconds();
        step();
        milliseconds.push_back(processMilliseconds() - start);
    }
    std::ranges::sort(milliseconds);
    const auto quantile = [&](double share) {
        const double last = static_cast<double>(milliseconds.size() - 1);
        return milliseconds[static_cast<std::size_t>(std::lround(share * last))];
    };
    state.counters["p50_ms"] = quantile(0.5);
    state.counters["p99_ms"] = quantile(0.99);
}

/// The Curves page at a usual size of a window.
struct ShownCurves {
    CurvesModel model;
    FileDialogs dialogs;
    CurvesPage page{model, dialogs};

    explicit ShownCurves(bool all) {
        for (std::size_t i = 0; all && i < model.functions().size(); ++i) {
            model.setShown(i, true);
        }
        page.resize(1280, 800);
        page.show();
        QCoreApplication::processEvents();
    }
};

/// f and f' of all functions, drawn in full.
void replotAllCurves(benchmark::State& state) {
    const ShownCurves curves(true);
    const auto plots = curves.page.findChildren<Plot*>();
    measure(state, [&] {
        for (Plot* plot : plots) {
            plot->canvas().replot(QCustomPlot::rpImmediateRefresh);
        }
    });
}

/// What a step of a slider's drag takes: samples, zones, read-out and both plots.
void dragSlider(benchmark::State& state, bool all) {
    ShownCurves curves(all);
    constexpr std::size_t leakyRelu = 1;
    constexpr int positions = 100;
    int position = 0;
    measure(state, [&] {
        position = (position + 1) % positions;
        curves.model.setParameter(leakyRelu, 0.5 * position / positions, true);
        QCoreApplication::processEvents();
    });
}

/// The cross-hair has a layer of its own, over lines that stay.
void moveCrossHair(benchmark::State& state) {
    ShownCurves curves(true);
    double x = 0.0;
    measure(state, [&] {
        x = x < 3.0 ? x + 0.01 : -3.0;
        curves.model.setCrossHair(x);
        QCoreApplication::processEvents();
    });
}

/// Making and showing the page, which is what it adds to the start of the program.
void openPage(benchmark::State& state) {
    measure(state, [] { const ShownCurves curves(false); });
}

/// Four lines with as many points as `state` says, as of a long training.
void replotHistory(benchmark::State& state) {
    Plot plot;
    const auto count = static_cast<std::size_t>(state.range(0));
    std::vector<double> x(count);
    std::iota(x.begin(), x.end(), 0.0);
    std::vector<double> y(count);
    for (int run = 0; run < 4; ++run) {
        for (std::size_t i = 0; i < count; ++i) {
            y[i] = std::exp(-3.0 * x[i] / static_cast<double>(count)) + 0.2 * run +
                   0.05 * std::sin(37.0 * x[i] * (run + 1));
        }
        plot.addSeries(run, SeriesRole::Main).setData(x, y);
    }
    plot.setRange(PlotAxis::X, {0.0, static_cast<double>(count)});
    plot.setRange(PlotAxis::Y, {-0.5, 2.0});
    plot.resize(800, 500);
    plot.show();
    QCoreApplication::processEvents();
    measure(state, [&] { plot.canvas().replot(QCustomPlot::rpImmediateRefresh); });
}

} // namespace
} // namespace reluscope::ui

int main(int argc, char** argv) {
    using namespace reluscope::ui;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const ThemeController theme;
    benchmark::RegisterBenchmark("curves/replot-19", replotAllCurves);
    benchmark::RegisterBenchmark("curves/drag-slider-5",
                                 [](benchmark::State& state) { dragSlider(state, false); });
    benchmark::RegisterBenchmark("curves/drag-slider-19",
                                 [](benchmark::State& state) { dragSlider(state, true); });
    benchmark::RegisterBenchmark("curves/move-cross-hair-19", moveCrossHair);
    benchmark::RegisterBenchmark("curves/open", openPage);
    benchmark::RegisterBenchmark("plot/history", replotHistory)
        ->Arg(400)
        ->Arg(10'000)
        ->Arg(200'000);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
