// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/data_files.h"

#include "core/io/data_file.h"
#include "core/io/dataset_loader.h"
#include "ui/controls/file_dialogs.h"
#include "ui/session/experiment_document.h"
#include "ui/training/setup/run_edits.h"

#include <QtConcurrentRun>

#include <utility>
#include <variant>

namespace reluscope::ui {
namespace {

std::variant<DataSpec, InputError> readSpec(const std::filesystem::path& path) {
    try {
        DataSpec spec = dataFileSpec(path);
        loadDataset(spec, {}); // so that whatever is wrong with it is told now
        return spec;
    } catch (const InputError& error) {
        return error.file().empty() ? error.inFile(path.string()) : error;
    } catch (const std::exception& error) {
        return InputError(path.string(), {}, error.what());
    }
}

} // namespace

DataFiles::DataFiles(ExperimentDocument& document, FileDialogs& dialogs, QWidget& window)
    : m_document(document)
    , m_dialogs(dialogs)
    , m_window(window) {}

void DataFiles::askAndOpen() {
    const QString path = m_dialogs.askForDataToOpen(&m_window);
    if (!path.isEmpty()) {
        open(path.toStdString());
    }
}

void DataFiles::open(const std::filesystem::path& path) {
    QtConcurrent::run(readSpec, path)
        .then(this, [this](const std::variant<DataSpec, InputError>& got) {
            if (const auto* error = std::get_if<InputError>(&got)) {
                emit failed(*error);
                return;
            }
            m_document.edit(tr("data"), [&got](Experiment& experiment) {
                DataSpec spec = std::get<DataSpec>(got);
                spec.seed = experiment.data.seed;
                spec.noise = experiment.data.noise;
                spec.points = std::move(experiment.data.points);
                experiment.data = std::move(spec);
                suitData(experiment);
            });
        });
}

} // namespace reluscope::ui
