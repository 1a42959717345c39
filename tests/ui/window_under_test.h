// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curves_model.h"
#include "ui/learningrate/range_test_session.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/session/experiment_document.h"
#include "ui/session/training_session.h"
#include "ui/shell/language_controller.h"
#include "ui/shell/main_window.h"
#include "ui/theme/theme_controller.h"

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace reluscope::ui {

/// Answers the window's questions about files.
struct ScriptedDialogs : FileDialogs {
    QString answer;
    SaveAnswer saveAnswer = SaveAnswer::Discard;
    int saveQuestions = 0;
    QString askForExperimentToOpen(QWidget*) override { return answer; }
    QString askForDataToOpen(QWidget*) override { return answer; }
    QString askForExperimentToSave(QWidget*, const QString&) override { return answer; }
    QString askForPictureToSave(QWidget*, const QString&) override { return answer; }
    QString askForTableToSave(QWidget*, const QString&) override { return answer; }
    SaveAnswer askWhetherToSave(QWidget*, const QString&) override {
        ++saveQuestions;
        return saveAnswer;
    }
};

/// The start-up experiment, but without an end that a slow machine could reach before a test does.
inline Experiment endlessExperiment() {
    Experiment experiment = startUpExperiment();
    experiment.training.epochs = 1'000'000;
    return experiment;
}

/// The real window with all that belongs to it, as main() puts it together.
struct WindowUnderTest {
    ThemeController theme;
    LanguageController language;
    ExperimentDocument document;
    TrainingSession session;
    CurvesModel curves;
    QTemporaryDir sweeps;
    SweepSession sweep;
    RangeTestSession rangeTest;
    ScriptedDialogs dialogs;
    std::unique_ptr<MainWindow> window;

    explicit WindowUnderTest(Experiment experiment = endlessExperiment())
        : document(std::move(experiment))
        , session(document)
        , sweep(document, sweeps.path().toStdString())
        , rangeTest(document)
        , window(std::make_unique<MainWindow>(
              WindowParts{document, session, curves, theme, language, dialogs, sweep, rangeTest})) {
        window->resize(1440, 900);
        window->show();
        // Shortcuts work in the active window only.
        static_cast<void>(QTest::qWaitForWindowActive(window.get()));
    }

    template <class Widget>
    Widget* find(const char* name) {
        return window->findChild<Widget*>(QLatin1String(name));
    }

    void click(const char* button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }

    /// A key as the keyboard would send it: to whatever has the focus.
    void press(Qt::Key key) { QTest::keyClick(window->windowHandle(), key); }

    /// Epochs in the history of a run, epoch 0 not counted.
    std::size_t epochsOf(std::size_t run) const {
        const auto& history = session.history();
        return run < history.size() && history[run].last() ? history[run].last()->epoch : 0;
    }

    bool isAtEpochZero() const {
        return session.experiment() != nullptr && !session.history().empty() &&
               session.history().back().last() && session.history().back().last()->epoch == 0;
    }
};

} // namespace reluscope::ui
