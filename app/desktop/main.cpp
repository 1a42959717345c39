// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curves_model.h"
#include "ui/learningrate/range_test_session.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/session/experiment_document.h"
#include "ui/session/training_session.h"
#include "ui/shell/language_controller.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/sweep_measurement.h"
#include "ui/shell/training_measurement.h"
#include "ui/theme/theme_controller.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>
#include <map>
#include <memory>
#include <optional>

namespace {

using namespace reluscope;
using namespace reluscope::ui;

/// What \p word stands for as the value of \p option, or the end of the program.
template <class Value>
Value oneOf(const QString& option, const QString& word, const std::map<QString, Value>& words) {
    const auto found = words.find(word);
    if (found == words.end()) {
        QStringList known;
        for (const auto& [knownWord, value] : words) {
            known << knownWord;
        }
        std::fprintf(stderr, "error: --%s: \"%s\" is not known; one of %s\n", qPrintable(option),
                     qPrintable(word), qPrintable(known.join(", ")));
        std::exit(2);
    }
    return found->second;
}

const std::map<QString, Page> pages{
    {"curves", Page::Curves}, {"training", Page::Training}, {"learning-rate", Page::LearningRate}};
const std::map<QString, ThemeChoice> themes{
    {"system", ThemeChoice::System}, {"light", ThemeChoice::Light}, {"dark", ThemeChoice::Dark}};

constexpr double longestMeasurement = 86'400; // seconds

/// "1440x900"
std::optional<QSize> sizeFromText(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    return parts.size() == 2 && !size.isEmpty() ? std::optional(size) : std::nullopt;
}

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer sinceStart;
    sinceStart.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("reluscope"));
    QApplication::setOrganizationName(QStringLiteral("reluscope"));
    QApplication::setApplicationVersion(QStringLiteral(RELUSCOPE_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("An oscilloscope for activation functions."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("EXPERIMENT", "an experiment file (*.reluscope.json)",
                                 "[EXPERIMENT]");
    parser.addOptions({
        {"page", "Page to show: curves, training or learning-rate.", "page", "training"},
        {"run", "Start training, or the sweep and the range test, at once."},
        {"language", "Language of the window: en or zh_CN.", "language"},
        {"theme", "Theme: light, dark or system.", "theme", "system"},
        {"screenshot", "Save a picture of the window and quit.", "FILE.png"},
        {"size", "Size of the window.", "WxH", "1440x900"},
        {"after", "Seconds before the screenshot.", "seconds", "3"},
        {"measure", "Train or sweep at full speed, print frame times and speed as JSON, and quit.",
         "SECONDS"},
    });
    parser.process(application);
    const auto size = sizeFromText(parser.value("size"));
    if (!size) {
        std::fprintf(stderr, "error: --size: \"%s\" is no size; write 1440x900\n",
                     qPrintable(parser.value("size")));
        return 2;
    }

    const double measured = parser.value("measure").toDouble();
    if (parser.isSet("measure") && !(measured > 0 && measured <= longestMeasurement)) {
        std::fprintf(stderr, "error: --measure: \"%s\" is no number of seconds; write 10\n",
                     qPrintable(parser.value("measure")));
        return 2;
    }

    // Both are to show what was asked for, not what somebody likes.
    const bool isPicture = parser.isSet("screenshot") || parser.isSet("measure");
    QSettings settings;
    const auto setting = [&](const QString& name, const QString& otherwise) {
        return parser.isSet(name) || isPicture ? parser.value(name)
                                               : settings.value(name, otherwise).toString();
    };

    ThemeController theme;
    LanguageController language;
    const QString wantedLanguage = setting(
        "language", isPicture ? QStringLiteral("en") : LanguageController::systemLanguage());
    language.setCode(wantedLanguage);

    Experiment experiment = startUpExperiment();
    std::filesystem::path path;
    std::optional<InputError> failure;
    if (const QStringList files = parser.positionalArguments(); !files.isEmpty()) {
        try {
            path = files.front().toStdString();
            experiment = readExperimentFile(path);
        } catch (const InputError& error) {
            std::fprintf(stderr, "error: %s\n", error.what());
            failure = error;
            path.clear();
        }
    }
    theme.setChoice(oneOf("theme", setting("theme", "system"), themes));

    ExperimentDocument document(std::move(experiment));
    document.setSaved(path);
    TrainingSession session(document);
    constexpr std::size_t megabyte = std::size_t{1} << 20U;
    if (const auto limit = settings.value("historyMegabytes").toULongLong();
        limit > 0 && !isPicture) {
        session.setHistoryLimit(limit * megabyte);
    }
    CurvesModel curves;
    FileDialogs dialogs;
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QTemporaryDir forPictures;
    SweepSession sweep(document, (isPicture ? forPictures.path() : data + "/sweeps").toStdString());
    RangeTestSession rangeTest(document);
    MainWindow window({document, session, curves, theme, language, dialogs, sweep, rangeTest});
    const Page page = oneOf("page", parser.value("page"), pages);
    window.setPage(page);
    window.resize(*size);
    if (!isPicture && !parser.isSet("size")) {
        window.restoreGeometry(settings.value("geometry").toByteArray());
    }
    if (!isPicture) {
        window.setTileArrangement({.hidden = settings.value("tiles/hidden").toStringList(),
                                   .isSharpnessShown = settings.value("tiles/sharpness").toBool(),
                                   .order = settings.value("tiles/order").toStringList()});
    }
    window.show();
    if (failure) {
        window.showError(*failure);
    }
    if (parser.isSet("run")) {
        if (page == Page::LearningRate) {
            sweep.run();
            rangeTest.run(sweep.plan().settings().rangeTest);
        } else {
            session.play();
        }
    }
    std::optional<FrameTimes> frames;
    std::unique_ptr<QObject> measurement;
    if (parser.isSet("measure")) {
        frames.emplace(window, sinceStart);
        if (page == Page::LearningRate) {
            measurement = std::make_unique<SweepMeasurement>(*frames, sweep, measured);
        } else {
            measurement =
                std::make_unique<TrainingMeasurement>(*frames, document, session, measured);
        }
    }
    if (parser.isSet("screenshot")) {
        saveScreenshotAndQuit(window, parser.value("screenshot"), parser.value("after").toDouble());
    }
    const int code = QApplication::exec();
    if (!isPicture) {
        settings.setValue("language", language.code());
        settings.setValue("historyMegabytes",
                          static_cast<qulonglong>(session.historyLimit() / megabyte));
        settings.setValue("geometry", window.saveGeometry());
        const TileArrangement tiles = window.tileArrangement();
        settings.setValue("tiles/hidden", tiles.hidden);
        settings.setValue("tiles/sharpness", tiles.isSharpnessShown);
        settings.setValue("tiles/order", tiles.order);
        for (const auto& [word, choice] : themes) {
            if (choice == theme.choice()) {
                settings.setValue("theme", word);
            }
        }
    }
    return code;
}
