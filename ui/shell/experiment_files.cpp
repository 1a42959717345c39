// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/experiment_files.h"

#include "core/io/experiment_file.h"
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

std::variant<Experiment, InputError> read(const std::filesystem::path& path) {
    try {
        return readExperiment(path);
    } catch (const InputError& error) {
        return error;
    } catch (const std::exception& error) {
        return InputError(path.string(), {}, error.what());
    }
}

std::optional<InputError> write(const Experiment& experiment, const std::filesystem::path& path) {
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
    for (const char* name : {"start-up", "seed-network", "seed-network-four"}) {
        const QString resource =
            QStringLiteral(":/examples/%1.reluscope.json").arg(QLatin1String(name));
        all.push_back({resource, titleOf(readExample(resource))});
    }
    return all;
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

ExperimentFiles::ExperimentFiles(ExperimentDocument& document, QObject* parent)
    : QObject(parent)
    , m_document(document) {}

void ExperimentFiles::open(const std::filesystem::path& path) {
    QtConcurrent::run(read, path)
        .then(this, [this, path](const std::variant<Experiment, InputError>& got) {
            if (const auto* experiment = std::get_if<Experiment>(&got)) {
                m_document.open(*experiment, path);
            } else {
                emit failed(std::get<InputError>(got));
            }
        });
}

void ExperimentFiles::openExample(const QString& resource) {
    m_document.open(readExample(resource), {});
}

void ExperimentFiles::save(const std::filesystem::path& path) {
    QtConcurrent::run(write, m_document.experiment(), path)
        .then(this, [this, path](const std::optional<InputError>& error) {
            if (error) {
                emit failed(*error);
            } else {
                m_document.setSaved(path);
            }
        });
}

} // namespace reluscope::ui
