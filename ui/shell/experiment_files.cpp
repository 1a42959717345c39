// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/experiment_files.h"

#include "core/io/data_paths.h"
#include "core/io/experiment_file.h"
#include "ui/controls/file_dialogs.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"

#include <QFile>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <optional>
#include <utility>
#include <variant>

namespace reluscope::ui {
namespace {

std::variant<Experiment, InputError> readFile(const std::filesystem::path& path) {
    try {
        return readExperimentFile(path);
    } catch (const InputError& error) {
        return error;
    } catch (const std::exception& error) {
        return InputError(path.string(), {}, error.what());
    }
}

std::optional<InputError> writeFile(Experiment experiment, const std::filesystem::path& path) {
    makePathsRelative(experiment.data, path.parent_path());
    QSaveFile file(QString::fromStdString(path.string()));
    const std::string text = writeExperiment(experiment);
    const auto size = static_cast<qint64>(text.size());
    if (file.open(QIODevice::WriteOnly) && file.write(text.data(), size) == size && file.commit()) {
        return std::nullopt;
    }
    return InputError(path.string(), {}, file.errorString().toStdString());
}

} // namespace

std::vector<Example> examples() {
    std::vector<Example> all;
    for (const char* name :
         {"start-up", "seed-network", "seed-network-four", "edge-of-stability"}) {
        const QString resource =
            QStringLiteral(":/examples/%1.reluscope.json").arg(QLatin1String(name));
        all.push_back({resource, titleOf(readExample(resource))});
    }
    return all;
}

Experiment readExperimentFile(const std::filesystem::path& path) {
    Experiment experiment = readExperiment(path);
    makePathsAbsolute(experiment.data, path.parent_path());
    return experiment;
}

Experiment readExample(const QString& resource) {
    QFile file(resource);
    file.open(QIODevice::ReadOnly);
    const QByteArray text = file.readAll();
    return parseExperiment({text.data(), static_cast<std::size_t>(text.size())});
}

Experiment startUpExperiment() {
    return readExample(QStringLiteral(":/examples/start-up.reluscope.json"));
}

ExperimentFiles::ExperimentFiles(ExperimentDocument& document, FileDialogs& dialogs,
                                 QWidget& window)
    : m_document(document)
    , m_dialogs(dialogs)
    , m_window(window) {}

void ExperimentFiles::askAndOpen() {
    afterChanges([this] {
        const QString path = m_dialogs.askForExperimentToOpen(&m_window);
        if (!path.isEmpty()) {
            read(path.toStdString());
        }
    });
}

void ExperimentFiles::open(const std::filesystem::path& path) {
    afterChanges([this, path] { read(path); });
}

void ExperimentFiles::openExample(const QString& resource, const std::function<void()>& then) {
    afterChanges([this, resource, then] {
        m_document.open(readExample(resource), {});
        then();
    });
}

void ExperimentFiles::save() {
    saveTo(pathOrAsk(), [] {});
}

void ExperimentFiles::saveAs() {
    saveTo(askForPath(), [] {});
}

void ExperimentFiles::afterChanges(const std::function<void()>& next) {
    if (!m_document.isModified()) {
        next();
        return;
    }
    switch (m_dialogs.askWhetherToSave(&m_window, titleOf(m_document.experiment()))) {
    case SaveAnswer::Save:
        saveTo(pathOrAsk(), next);
        break;
    case SaveAnswer::Discard:
        next();
        break;
    case SaveAnswer::Cancel:
        break;
    }
}

void ExperimentFiles::read(const std::filesystem::path& path) {
    QtConcurrent::run(readFile, path)
        .then(this, [this, path](const std::variant<Experiment, InputError>& got) {
            if (const auto* experiment = std::get_if<Experiment>(&got)) {
                m_document.open(*experiment, path);
            } else {
                emit failed(std::get<InputError>(got));
            }
        });
}

/// Does nothing for no path: the user changed their mind.
void ExperimentFiles::saveTo(const std::filesystem::path& path, const std::function<void()>& then) {
    if (path.empty()) {
        return;
    }
    QtConcurrent::run(writeFile, m_document.experiment(), path)
        .then(this, [this, path, then](const std::optional<InputError>& error) {
            if (error) {
                emit failed(*error);
            } else {
                m_document.setSaved(path);
                then();
            }
        });
}

std::filesystem::path ExperimentFiles::pathOrAsk() {
    return m_document.path().empty() ? askForPath() : m_document.path();
}

std::filesystem::path ExperimentFiles::askForPath() {
    const QString suggestion = m_document.path().empty()
                                   ? QStringLiteral("experiment.reluscope.json")
                                   : QString::fromStdString(m_document.path().string());
    return m_dialogs.askForExperimentToSave(&m_window, suggestion).toStdString();
}

} // namespace reluscope::ui
